"""Make the list of words that English writes small, by which names in capitals are told.

In: folders of mixed-case texts (``.txt``, ``.xml``, ``.md``, ``.csv``, ``.jsonl``). Out: a sorted
list on standard output, a word once in small letters in two texts or more, and not oftener with a
capital inside a sentence. No name of anybody gets into it but one that is a common word too.

    uv run python tools/build_common_words.py FOLDER... > words.txt
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = {".txt", ".xml", ".md", ".csv", ".jsonl"}
_WORD = re.compile(r"[A-Za-z]+|[.!?:\n\"]")


def common_words(texts: Iterator[str]) -> list[str]:
    """Return the words that the texts write small as a rule.

    >>> common_words(iter(["a bomb hit Paris", "the bomb in Paris"]))
    ['bomb']
    """
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        here: set[tuple[bool, str]] = set()
        before = "."
        for word in _WORD.findall(text):
            if word.islower():
                here.add((True, word))
            elif word.istitle() and before.islower():
                here.add((False, word.lower()))
            before = word
        small.update(word for is_small, word in here if is_small)
        capital.update(word for is_small, word in here if not is_small)
    return sorted(w for w, n in small.items() if len(w) > 1 and n >= max(2, capital[w]))


def _texts(folders: list[str]) -> Iterator[str]:
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix in (".csv", ".jsonl"):
                yield from path.read_text(encoding="utf-8", errors="replace").splitlines()
            elif path.suffix in SUFFIXES:
                yield path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    print("\n".join(common_words(_texts(sys.argv[1:]))))
