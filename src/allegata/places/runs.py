"""Runs of capitalised words, in which names of places are sought.

In: a text. Out: the (start, end) of runs, and of the pieces of a run: its words, an article that
stands apart going with its name.

>>> text = "from Ras al-Zuhur and Al Mayadin, on Ḩalab's road to Rio de Oro"
>>> [text[start:end] for start, end in find_runs(text)]
['Ras al-Zuhur', 'Al Mayadin', "Ḩalab's", 'Rio de Oro']
>>> [text[start:end] for start, end in pieces_of(text, 22, 32)]
['Al Mayadin']
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

ARTICLE: Final = r"(?:al|el|ar|as|ash|ad|adh|az|an|at|ath|ed|et|ez|en|er|es)"
# Capitals of the Latin script, those of transliterations among them ("Ḩalab", "Şanlıurfa").
UPPER: Final = "A-Z" + "".join(
    letter
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if unicodedata.category(letter := chr(code)) == "Lu"
)
LINKS: Final = frozenset({"de", "du", "la", "le", "bin", "ibn"})  # inside a name: "Rio de Oro"
_CAPITAL = rf"[{UPPER}][\w\u02bf\u2018\u2019']*"
# An article apart from its name takes the sun letter that follows: "az Zawr", but not "at Raqqah".
# "as", "an" and "at" are words of English besides, so they need a capital inside a sentence.
_ARTICLE_APART = (
    r"(?:[AaEe](?:l|r(?= R)|sh(?= S)|dh?(?= D)|z(?= Z)|th(?= T))|[Ee](?:s(?= S)|n(?= N)|t(?= T))"
    r"|(?<=[\w,] )A(?:s(?= S)|n(?= N)|t(?= T))) (?=[A-Z])"
)
_WORD = (
    rf"(?:{ARTICLE}[-\u2010\u2011]|{_ARTICLE_APART}|[A-Z][a-z]?[-\u2010\u2011 ])?"
    rf"{_CAPITAL}(?:[-\u2010\u2011]\w+)*"
)
_RUN = re.compile(
    rf"(?<![\w-]){_WORD}(?: (?:(?:{'|'.join(sorted(LINKS))}|of the|of) )?{_WORD}){{0,5}}"
)
_PIECE = re.compile(rf"(?:{_ARTICLE_APART})?[^ ]+")


def find_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield each run of up to six capitalised words, with the small words that join them."""
    return (run.span() for run in _RUN.finditer(text))


def pieces_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the pieces of the run ``start..end``."""
    return [piece.span() for piece in _PIECE.finditer(text, start, end)]
