"""Whether approvals still stand, told from the text of their file without reading YAML.

A build with nothing to do has no time to read YAML. Only a file laid out to the letter as `planforge approve` writes
it is understood; of any other nothing is told, and the whole way is gone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_OTHER = re.compile(
    r'\s*|#.*|approvals:( \[\])?|    by: ".*"|    date: [0-9-]{10}|    files:|      (?:\S+|"[^"]*"): "[0-9a-f]{12}"'
)
_DOCUMENT = re.compile(r"  - document: ([a-z][a-z0-9-]*)")
_CONTENT = re.compile(r'    content: "([0-9a-f]{32})"')


def all_stand(raw: bytes, contents: Mapping[str, str]) -> bool:
    """True when every approval of these documents is of the content they have; False also when that cannot be told.

    Of other documents nothing is asked.
    """
    document = ""
    try:
        lines = raw.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return False
    for line in lines:
        if found := _DOCUMENT.fullmatch(line):
            document = found[1]
        elif found := _CONTENT.fullmatch(line):
            if document in contents and contents[document] != found[1]:
                return False
        elif not _OTHER.fullmatch(line):
            return False
    return True
