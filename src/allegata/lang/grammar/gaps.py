"""Places where words are missing: two words side by side that never stand so in the language.

In: text and its language. Out: each gap with its place. Copies of documents on the web often lose
the words that were links ("attacks by the against the cities"): what is gone stays gone, and nobody
may take the words around it for a name.

>>> text = "attacks by the against the cities"
>>> [text[gap.start : gap.end] for gap in find_gaps(text, "en")]
['the against']
>>> find_gaps(text, "xx")
()
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from allegata.lang.pack import Table, rows, words

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
_BLANK = (
    r"(?:[ \t\u00a0\u202f]+\n?[ \t\u00a0]*|\n)"  # a line may end between the words, no paragraph
)
# A quoted or listed word is spoken of; a hyphen makes one word of two.
_BEFORE = r"(?<![\w\"'“«(\[-])"
_AFTER = r"(?![\w-])(?!')"


@dataclass(frozen=True, slots=True)
class FoundGap:
    """The words at ``start..end``, between which others are missing, or after which."""

    start: int
    end: int


def find_gaps(text: str, language: str) -> tuple[FoundGap, ...]:
    """Return the gaps in ``text``, in order; none in a language whose words are not known here."""
    shape = _shape(language)
    if shape is None:
        return ()
    plain = text.translate(_APOSTROPHES)
    return tuple(FoundGap(match.start(), match.end()) for match in shape.finditer(plain))


def known_gaps(language: str) -> Mapping[str, object] | None:
    """Return the table of a language, None where there is none."""
    file = resources.files("allegata.lang") / "packs" / language / "gaps.toml"
    if not language.isalpha() or not file.is_file():
        return None
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _shape(language: str) -> re.Pattern[str] | None:
    table = known_gaps(language)
    if table is None:
        return None
    shapes = [_pair(pair) for pair in rows(table, "pair")]
    for key, between in (("unfinished", "*"), ("cut_off", "+")):
        cut = table.get(key)
        if isinstance(cut, dict):
            shapes.append(rf"(?:{_any(words(cut, 'words'))})[ \t\u00a0\n]{between}[,.،](?![\w.,])")
    return re.compile(_BEFORE + "(?:" + "|".join(shapes) + ")")


def _pair(pair: Table) -> str:
    """Return the expression of every first word before every second, blanks between them."""
    second = "|".join(
        _spaced(word) + ("" if word.endswith("'") else _AFTER) for word in words(pair, "second")
    )
    return rf"(?:{_any(words(pair, 'first'))}){_BLANK}(?:{second})"


def _any(forms: tuple[str, ...]) -> str:
    """Return the alternatives; the first letter may be a capital."""
    return "|".join(f"[{form[0]}{form[0].upper()}]{_spaced(form[1:])}" for form in forms)


def _spaced(form: str) -> str:
    return re.escape(form).replace(r"\ ", _BLANK)
