"""Which column of a table holds what: by the names given, by the usual ones, or by its prose.

Where no column has a usual name for the text, the one column that holds prose is taken, with a
doubt; where two could be meant, or none, the table is refused with its columns.

>>> rows = [{"nid": "1", "post": "Two people were hurt in Dorval, the council said. " * 5}]
>>> Columns(USUAL_FIELDS).settled(rows, "t.csv").chosen
'post'
"""

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegata.model.errors import InputError

_USUAL = {
    "text": ("text", "body", "content"),
    "id": ("id", "row_id", "doc_id"),
    "published": ("published", "date", "published_at", "created_at"),
    "language": ("language", "lang", "language_name", "language_code"),
    "country": ("country",),
}
PROSE = 200  # characters that prose mostly has; titles and addresses have fewer
_MOSTLY = 0.6  # of the rows
_CLEARLY = 3  # times as long as the next column with sentences
_SENTENCE_END = re.compile(r"[.!?؟।]\s|[。！？]|[.!?؟।]$")
MOST_NAMED = 30

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TableFields:
    """Which column holds what; None looks for the usual names (text, id, published or date, …)."""

    text: str | None = None
    id: str | None = None
    published: str | None = None
    language: str | None = None
    country: str | None = None


USUAL_FIELDS = TableFields()


@dataclass(frozen=True, slots=True)
class Columns:
    """Finds a field in a row. ``chosen`` is the text column that was taken for its prose."""

    fields: TableFields
    chosen: str | None = None

    def names(self, key: str) -> tuple[str, ...]:
        """Return the names to look for."""
        if key == "text" and self.chosen is not None:
            return (self.chosen,)
        told: str | None = getattr(self.fields, key)
        return (told,) if told is not None else _USUAL[key]

    def wanted(self, key: str) -> str:
        """Return the names looked for, for a message."""
        return " or ".join(repr(name) for name in self.names(key))

    def has_text(self, row: Row) -> bool:
        """Say whether the row has a column for the text."""
        return any(name in row for name in self.names("text"))

    def pick(self, key: str, row: Row) -> object:
        """Return the value of the first name that the row has, else None."""
        return next((row[name] for name in self.names(key) if name in row), None)

    def pick_text(self, key: str, row: Row) -> str | None:
        """Return the value as stripped text, or None where it is missing or blank."""
        value = self.pick(key, row)
        return (
            None if value is None or isinstance(value, dict | list) else str(value).strip() or None
        )

    def settled(self, rows: Sequence[Row], name: str) -> "Columns":
        """Return the columns for a table that begins with ``rows``, none of which has the text.

        Raises:
            InputError: ``acquire.table.no_text_column``.
        """
        names = list(dict.fromkeys(key for row in rows for key in row))
        chosen = _prose_column(rows, names) if self.fields.text is None else None
        if chosen is not None:
            return replace(self, chosen=chosen)
        listed = ", ".join(names[:MOST_NAMED])
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        raise InputError(
            "acquire.table.no_text_column",
            f"{name} has no column {self.wanted('text')}; it has {listed}{more}.",
            _hint(rows, names),
        )


def _prose_column(rows: Sequence[Row], names: Sequence[str]) -> str | None:
    """Return the one column that mostly holds prose, None if there are none or several."""
    lengths = {name: _prose_length(rows, name) for name in names}
    ranked = sorted(lengths, key=lambda name: lengths[name], reverse=True)
    if not ranked or lengths[ranked[0]] < PROSE:
        return None
    second = lengths[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if lengths[ranked[0]] >= _CLEARLY * second else None


def _prose_length(rows: Sequence[Row], name: str) -> float:
    """Return the usual length of a column's texts, 0 where they are no sentences."""
    texts = [value.strip() for row in rows if isinstance(value := row.get(name), str)]
    filled = [text for text in texts if text]
    sentences = [text for text in filled if _SENTENCE_END.search(text)]
    if not filled or len(sentences) < _MOSTLY * len(rows):
        return 0
    return statistics.median(len(text) for text in filled)


def _hint(rows: Sequence[Row], names: Sequence[str]) -> str:
    """Return which option to give, with the column that looks most like text."""
    lengths = {name: sum(len(str(row.get(name) or "")) for row in rows) for name in names}
    texts = [name for name in names if any(isinstance(row.get(name), str) for row in rows)]
    if not texts:
        return "Give a table with a column of texts."
    longest = max(texts, key=lambda name: lengths[name])
    return f"If one of them holds the text, name it, for instance: --text-field {longest}."
