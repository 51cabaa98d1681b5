"""The texts of MUC-4: many in a file, each headed by its number.

>>> split("DEV-MUC3-0001 (NOSC)\\n\\n   LIMA, 3 JAN 90 -- [TEXT] A BOMB WENT OFF.\\n")
{'DEV-MUC3-0001': '\\n   LIMA, 3 JAN 90 -- [TEXT] A BOMB WENT OFF.\\n'}
"""

import re
from collections.abc import Iterator
from pathlib import Path

_HEAD = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b[^\n]*\n", re.MULTILINE)
_FILE = re.compile(r"(?:dev|tst\d)-muc\d")


def split(content: str) -> dict[str, str]:
    """Return the texts of a file by number, without the line that numbers them."""
    heads = list(_HEAD.finditer(content))
    ends = [head.start() for head in heads[1:]] + [len(content)]
    return {head[1]: content[head.end() : end] for head, end in zip(heads, ends, strict=True)}


def read_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield number and text of each document under ``folder``; what is there twice comes once."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and _FILE.match(path.name):
            for number, text in split(path.read_text(encoding="latin-1")).items():
                if number not in seen:
                    seen.add(number)
                    yield number, text
