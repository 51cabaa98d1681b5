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

from allegata.lang.pack import rows, words

# A line may end between the words, a paragraph may not.
_BLANK = r"(?:[ \t\u00a0\u202f]+\n?[ \t\u00a0]*|\n)"
_STOPS = ",.،"
_AFTER = r"(?![\w-])(?!')"  # a hyphen or an apostrophe makes one word of two
# After these a word is spoken of, listed, or a part of another word.
_NOT_BEFORE = frozenset("\"'“«([-_")


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
    plain = text.replace("’", "'").replace("ʼ", "'")
    return tuple(
        FoundGap(match.start(), match.end("second"))
        for match in shape.words.finditer(plain)
        if shape.holds(match)
    )


def known_gaps(language: str) -> Mapping[str, object] | None:
    """Return the table of a language, None where there is none."""
    file = resources.files("allegata.lang") / "packs" / language / "gaps.toml"
    if not language.isalpha() or not file.is_file():
        return None
    return tomllib.loads(file.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class _Shape:
    """``words`` matches every first word with what follows; ``pairs`` are those that are gaps.

    The first words stand alone at the head of the expression, which makes it fast on long texts.
    """

    words: re.Pattern[str]
    pairs: frozenset[tuple[str, str]]
    unfinished: frozenset[str]
    cut_off: frozenset[str]

    def holds(self, match: re.Match[str]) -> bool:
        """Say whether the words that were matched show a gap."""
        before = match.string[match.start() - 1 : match.start()]
        if before.isalnum() or (before and before in _NOT_BEFORE):
            return False
        first, second = (" ".join(match[key].split()) for key in ("first", "second"))
        first = first[0].lower() + first[1:]
        if second in _STOPS:
            return first in self.unfinished or (bool(match["blank"]) and first in self.cut_off)
        return bool(match["blank"]) and (first, second) in self.pairs


@cache
def _shape(language: str) -> _Shape | None:
    table = known_gaps(language)
    if table is None:
        return None
    pairs = frozenset(
        (first, second)
        for pair in rows(table, "pair")
        for first in words(pair, "first")
        for second in words(pair, "second")
    )
    unfinished, cut_off = (
        frozenset(words(found, "words") if isinstance(found := table.get(key, {}), dict) else ())
        for key in ("unfinished", "cut_off")
    )
    firsts = {first for first, _ in pairs} | unfinished | cut_off
    seconds = {second for _, second in pairs}
    capitals = {first[0].upper() + first[1:] for first in firsts}
    expression = (
        rf"(?P<first>{_any(firsts | capitals)})(?P<blank>{_BLANK}|)"
        rf"(?=(?P<second>{_any(seconds, after=_AFTER)}|[{_STOPS}](?![\w{_STOPS}])))"
    )
    return _Shape(re.compile(expression), pairs, unfinished, cut_off)


def _any(forms: set[str], *, after: str = "") -> str:
    """Return the alternatives, longest first; what follows a form that ends in ' is part of it."""
    return "|".join(
        re.escape(form).replace(r"\ ", _BLANK) + ("" if form.endswith("'") else after)
        for form in sorted(forms, key=lambda form: (-len(form), form))
    )
