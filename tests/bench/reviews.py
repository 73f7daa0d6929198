"""What a review adds to the two builds: redline, page and summary of every changed paper, as milliseconds in JSON.

Called by the bench in a process of its own, in a repository whose working tree differs from `main`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from planforge.output import working_cache
from planforge.redline.redline import redline
from planforge.review.authorship import Authorship
from planforge.review.page import page
from planforge.review.reviewing import Reviewed, Wanted, reviewed
from planforge.review.sides import ChangedPaper
from planforge.review.summary import summary

LANGUAGE = "vi"


def main() -> None:
    """Review the workspace, then time what comes after its builds, paper by paper."""
    wanted = Wanted(Path(sys.argv[1]), "main", None, None, None, False, "thư mục đang làm việc", "chưa commit")
    with working_cache() as cache, reviewed(wanted, cache) as made:
        start = time.perf_counter()
        summary(made.review, LANGUAGE)
        share = (time.perf_counter() - start) / len(made.review.papers)
        print(json.dumps([1000 * (share + _seconds(paper, made)) for paper in made.review.papers]))


def _seconds(paper: ChangedPaper, made: Reviewed) -> float:
    if paper.old is None or paper.new is None:
        message = "a paper of one side only"
        raise AssertionError(message)
    known = made.authorship
    # Who changed what is asked anew, as in a first run.
    asked = Authorship(known.repository, known.base, known.head, known.nobody, known.working_tree)
    start = time.perf_counter()
    redline(paper.old.files["docx"], paper.new.files["docx"], asked.author_of(paper.old.traces, paper.new.traces))
    page(paper, LANGUAGE, asked.source_of(paper.old.traces, paper.new.traces))
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
