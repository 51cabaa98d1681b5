"""Fixed phrases of a pack as one pattern, with the table row that each belongs to.

>>> from allegata.lang.pack import load_pack
>>> text = "A breach of human rights law."
>>> found = find_phrases(text, load_pack("en"), "norms", "instrument")
>>> [(phrase.start, phrase.row["name"]) for phrase in found]
[(12, 'international human rights law')]
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegata.lang.alternation import alternation, fold_text
from allegata.lang.pack import LanguagePack, Table, load_pack, rows, words


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase at ``start..end`` and its row of the pack's table."""

    start: int
    end: int
    row: Table


def find_phrases(text: str, pack: LanguagePack, table: str, key: str) -> tuple[FoundPhrase, ...]:
    """Return the phrases of ``[[key]]`` in ``table``.toml that stand in ``text``, longest first."""
    pattern, by_form = _compiled(pack.language, table, key)
    return tuple(
        FoundPhrase(match.start(), match.end(), by_form[fold(match.group())])
        for match in pattern.finditer(fold_text(text))
    )


def fold(words_said: str) -> str:
    """Return the words in small letters with single blanks."""
    return " ".join(fold_text(words_said).split())


def any_of(forms: Sequence[str]) -> str:
    """Return an expression for any of the forms, longest first, whatever their blanks.

    It fits text in small letters (``fold_text``).
    """
    return rf"(?<!\w)(?:{alternation(map(fold_text, forms))})(?!\w)"


@cache
def _compiled(language: str, table: str, key: str) -> tuple[re.Pattern[str], dict[str, Table]]:
    by_form = {
        fold(form): row
        for row in rows(load_pack(language).table(table), key)
        for form in words(row)
    }
    return re.compile(any_of(list(by_form))), by_form
