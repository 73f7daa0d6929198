"""A small GitHub and GitLab on this machine: comments of one request, and who asked what."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

GITHUB_COMMENTS = "/repos/vi-du/kho/issues/7/comments"
GITLAB_NOTES = "/projects/12/merge_requests/7/notes"


@dataclass
class Forge:
    """What the forge has and does. `refuses` is the code for whoever writes, `broken` for everybody."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    refuses: int = 0
    broken: int = 0
    redirect: str = ""
    address: str = ""

    def add(self, body: str, author: str) -> None:
        """A comment of somebody, as both forges tell it."""
        number = len(self.comments) + 1
        self.comments.append(
            {
                "id": number,
                "body": body,
                "user": {"login": author},
                "author": {"username": author},
                "url": f"{self.address}/repos/vi-du/kho/issues/comments/{number}",
            }
        )

    def answer(self, method: str, path: str, token: str, content: bytes) -> tuple[int, Any]:
        """The status and the body for a question."""
        self.asked.append((method, path, token))
        parts = urlsplit(path)
        if self.broken:
            return self.broken, {"message": "broken"}
        if parts.path == "/user":
            return 200, {"username": "planforge-bot"}
        if method == "GET" and parts.path in {GITHUB_COMMENTS, GITLAB_NOTES}:
            page = int(parse_qs(parts.query)["page"][0])
            return 200, self.comments[(page - 1) * 100 : page * 100]
        if self.refuses:
            return self.refuses, {"message": "Resource not accessible by integration"}
        body = json.loads(content)["body"]
        if method == "POST" and parts.path in {GITHUB_COMMENTS, GITLAB_NOTES}:
            self.add(body, "planforge-bot" if parts.path == GITLAB_NOTES else "github-actions[bot]")
            return 201, self.comments[-1]
        number = int(parts.path.rpartition("/")[2])
        self.comments[number - 1]["body"] = body
        return 200, self.comments[number - 1]


@contextmanager
def running() -> Iterator[Forge]:
    """The forge at its address, while the test runs."""
    forge = Forge()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
            status, found = forge.answer(self.command, self.path, token, content)
            if forge.redirect and self.command == "GET" and "/moved" not in self.path:
                self.send_response(302)
                self.send_header("Location", f"{forge.redirect}/moved")
                self.end_headers()
                return
            data = json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815  # the names that http.server asks for

        def log_message(self, *_: object) -> None:
            """Nothing: the tests look at what was asked."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        forge.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield forge
        finally:
            server.shutdown()
            thread.join()
