"""Make the list of words that English writes small, by which names in capitals are told.

In: the folder of SCOWL's word lists, ``/usr/share/dict/scowl`` with Debian's package ``scowl``.
Out: the pack's table, ``common_words.toml``, on standard output: the words of the three commonest
sizes that are written small, without apostrophes, sorted. Names are in other lists of SCOWL.

    uv run python tools/build_common_words.py /usr/share/dict/scowl > common_words.toml
"""

import re
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

_LISTS = ("english", "american", "british")
_SIZES = ("10", "20", "35")
_SMALL = re.compile(r"[a-z]{2,}")
_HEAD = """\
# Words that English writes small, by which names are told in a text all in capitals.
# Made by tools/build_common_words.py from SCOWL, the lists of Kevin Atkinson (see NOTICE).
example = "A BOMB WENT OFF IN HARAZI STREET"
counter = "HARAZI WAS THERE"
words = \'\'\'
"""


def small_words(lines: Iterable[str]) -> list[str]:
    """Return the words written small, each once and sorted.

    >>> small_words(["bomb", "Paris", "bomb's", "attack", "bomb", "a"])
    ['attack', 'bomb']
    """
    return sorted({word for word in map(str.strip, lines) if _SMALL.fullmatch(word)})


def _lines(folder: Path) -> Iterable[str]:
    for name in _LISTS:
        for size in _SIZES:
            path = folder / f"{name}-words.{size}"
            yield from path.read_text(encoding="latin-1").splitlines()


if __name__ == "__main__":
    found = small_words(_lines(Path(sys.argv[1])))
    print(_HEAD + textwrap.fill(" ".join(found), 100) + "\n'''")
