"""Rows of a recorder's table to a person's records: what each cell means, as the mapping says.

In: rows by their heads and a mapping. Out: a row each, with its cells as written, what was
understood of them, and every cell that was not. A row without an id, or with one that an earlier
row has, is refused; a cell that is not understood is told and left alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from allegata.app.cells import addresses_in, date_in, degrees_in, number_in, parts_of
from allegata.app.mapping import BOUNDS, FigureColumns, TableMapping
from allegata.lang.countries import country_named, country_of_code
from allegata.model.dates import When
from allegata.model.edtf import first_day, last_day
from allegata.model.errors import InputError
from allegata.model.importing import (
    Cell,
    CellProblem,
    ImportedFigure,
    ImportedIncident,
    ImportedPlace,
    ImportedRow,
    ImportedSource,
    ImportedVictim,
    TableKind,
)
from allegata.model.vocabularies import DatePrecision, Event, Outcome, PlacePrecision, Sex

Cells = Mapping[str, str]
NEXT = "The cell is kept as it is; correct it in the table and import it again."
_LENGTHS = ((1, DatePrecision.DAY), (6, DatePrecision.DAYS_2_6), (7, DatePrecision.WEEK))
_PARTS = {1: DatePrecision.YEAR, 2: DatePrecision.MONTH, 3: DatePrecision.DAY}
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of one table hold what."""

    mapping: TableMapping
    table: str
    found: Mapping[str, tuple[str, ...]]
    figures: tuple[FigureColumns, ...]


@dataclass(slots=True)
class _Reader:
    """Reads the cells of one row, and notes what it does not understand."""

    columns: Columns
    cells: Cells
    problems: list[CellProblem] = field(default_factory=list)

    def filled(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Return the columns among ``names`` that say something."""
        empty = self.columns.mapping.empty
        told = ((name, self.cells.get(name, "").strip()) for name in names)
        return [(name, text) for name, text in told if text.casefold() not in empty]

    def every(self, what: str) -> list[tuple[str, str]]:
        """Return all columns of a kind that say something."""
        return self.filled(self.columns.found.get(what, ()))

    def first(self, what: str) -> tuple[str, str]:
        """Return the first column of a kind that says something, else empty."""
        return next(iter(self.every(what)), ("", ""))

    def word(self, what: str) -> str:
        """Return what a cell's word stands for, "" where the mapping does not know it."""
        column, text = self.first(what)
        if not text:
            return ""
        meant = self.columns.mapping.values.get(what, {})
        found = next(
            (meant[each.casefold()] for each in parts_of(text) if each.casefold() in meant), ""
        )
        if not found:
            self.note(column, text, "import.unknown_value", f"the mapping has no {what} for it")
        return found

    def note(self, column: str, value: str, code: str, message: str) -> None:
        """Note what was not understood."""
        self.problems.append(CellProblem(column, value, code, message))


def columns_of(heads: Sequence[str], mapping: TableMapping, name: str) -> Columns:
    """Return which columns of a table with these heads hold what.

    Raises:
        InputError: it lacks the column of ids.
    """
    by_name: dict[str, str] = {}
    for head in heads:
        by_name.setdefault(head.strip().casefold(), head)

    def there(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(by_name[each.casefold()] for each in names if each.casefold() in by_name)

    found = {what: there(names) for what, names in mapping.columns.items()}
    wanted = "id" if mapping.kind is TableKind.INCIDENTS else "incident"
    if not found.get(wanted):
        usual = mapping.columns.get(wanted, ())
        raise InputError(
            "import.no_column",
            f"{name} has no column {' or '.join(usual[:4]) or wanted} for the {wanted}.",
            f"It has {', '.join(heads[:30]) or 'none'}. Name the column in a mapping file.",
        )
    figures = tuple(
        FigureColumns(each.outcome, each.group, here)
        for each in mapping.figures
        if (here := {bound: got for bound, names in each.columns.items() if (got := there(names))})
    )
    return Columns(mapping, mapping.table or name, found, figures)


def understood(
    rows: Iterable[Cells], columns: Columns
) -> Iterator[tuple[int, ImportedRow | CellProblem]]:
    """Yield each row with its number from 1, or why it is refused."""
    seen: dict[str, int] = {}
    for number, cells in enumerate(rows, 1):
        reader = _Reader(columns, cells)
        row = _row(reader, number)
        if not row.incident:
            column = next(iter(columns.found.get("id", columns.found.get("incident", ()))), "")
            message = "the row has no id, so that no newer version of it could be told from it"
            yield number, CellProblem(column, "", "import.no_id", message)
        elif row.id in seen:
            message = f"row {seen[row.id]} has the same id"
            yield number, CellProblem("", row.id, "import.same_id", message)
        else:
            seen[row.id] = number
            yield number, row


def _row(reader: _Reader, number: int) -> ImportedRow:
    columns, kind = reader.columns, reader.columns.mapping.kind
    _, own = reader.first("id")
    _, incident = reader.first("incident")
    cells = tuple(Cell(name, text) for name, text in reader.cells.items() if text.strip())
    told, sources, victim = None, _sources(reader), None
    if kind is TableKind.INCIDENTS:
        incident, told = own, _incident(reader)
    elif kind is TableKind.VICTIMS:
        sources, victim = (), _victim(reader)
        own = own or f"{incident} {victim.name}"
    else:
        own = own or " ".join((incident, *(url for each in sources for url in each.urls)))
    return ImportedRow(
        columns.table, kind, own, number, incident, cells, tuple(reader.problems), told, sources,
        victim,
    )  # fmt: skip


def _incident(reader: _Reader) -> ImportedIncident:
    aliases = (alias for _, text in reader.every("aliases") for alias in parts_of(text))
    event = reader.word("event")
    return ImportedIncident(
        aliases=tuple(dict.fromkeys(aliases)),
        when=_when(reader),
        where=_where(reader),
        event=Event(event) if event else Event.UNKNOWN,
        figures=tuple(filter(None, (_figure(reader, each) for each in reader.columns.figures))),
        grade=reader.first("grade")[1],
    )


def _sources(reader: _Reader) -> tuple[ImportedSource, ...]:
    names = "; ".join(text for _, text in reader.every("source"))
    urls = tuple(url for _, text in reader.every("url") for url in addresses_in(text))
    return (ImportedSource(names, tuple(dict.fromkeys(urls))),) if names or urls else ()


def _victim(reader: _Reader) -> ImportedVictim:
    sex, outcome = reader.word("sex"), reader.word("outcome")
    return ImportedVictim(
        name=reader.first("name")[1],
        age=reader.first("age")[1],
        sex=Sex(sex) if sex else Sex.UNKNOWN,
        outcome=Outcome(outcome) if outcome else None,
    )


def _when(reader: _Reader) -> When | None:
    first, last = _date(reader, "date"), _date(reader, "date_end")
    raw = " / ".join(text for what in ("date", "date_end") if (text := reader.first(what)[1]))
    if first is None:
        return None
    if last is not None and last_day(last) < first_day(first):
        column, text = reader.first("date_end")
        reader.note(column, text, "import.bad_order", "the last day is before the first")
        last = None
    ended = last is not None and last != first
    told = reader.word("date_precision")
    precision = DatePrecision(told) if told else _precision(first, last if ended else None)
    return When(f"{first}/{last}" if ended else first, precision, None, raw, "stated", None)


def _date(reader: _Reader, what: str) -> str | None:
    column, text = reader.first(what)
    found = date_in(text, reader.columns.mapping.date_formats) if text else None
    if text and found is None:
        reader.note(
            column,
            text,
            "import.bad_date",
            "no date that can be read in one way alone; say its form in date_formats",
        )
    return found


def _precision(first: str, last: str | None) -> DatePrecision:
    if last is None:
        return _PARTS[first.count("-") + 1]
    days = (last_day(last) - first_day(first)).days + 1
    found = next((precision for most, precision in _LENGTHS if days <= most), None)
    return found or (DatePrecision.MONTH if days <= _MONTH else DatePrecision.YEAR)


def _where(reader: _Reader) -> ImportedPlace | None:
    raw = ", ".join(dict.fromkeys(text for _, text in reader.every("place")))
    lat, lon = _point(reader)
    country = _country(reader)
    precision = reader.word("place_precision")
    if not raw and lat is None and not country:
        return None
    found = PlacePrecision(precision) if precision else None
    return ImportedPlace(raw, country, lat, lon, found)


def _point(reader: _Reader) -> tuple[float | None, float | None]:
    (lat_column, lat), (lon_column, lon) = reader.first("lat"), reader.first("lon")
    column, both = reader.first("point")
    if both and not lat:
        lat, _, lon = both.strip("()[] ").partition(",")
        lat_column = lon_column = column
    if not lat and not lon:
        return None, None
    found = degrees_in(lat, 90.0), degrees_in(lon, 180.0)
    if None in found:
        column, value = (lat_column, lat) if found[0] is None else (lon_column, lon)
        reader.note(column, value, "import.bad_point", "no degrees of latitude and longitude")
        return None, None
    return found


def _country(reader: _Reader) -> str:
    column, text = reader.first("country")
    if not text:
        return ""
    found = country_of_code(text.upper()) or country_named(text, demonyms=False)
    if found is None:
        reader.note(column, text, "import.unknown_value", "no country of that name is known")
    return found.alpha2 if found is not None else ""


def _figure(reader: _Reader, wanted: FigureColumns) -> ImportedFigure | None:
    told: dict[str, int | None] = dict.fromkeys(BOUNDS)
    used = []
    for bound in BOUNDS:
        column, text = next(iter(reader.filled(wanted.columns.get(bound, ()))), ("", ""))
        found = number_in(text) if text else None
        if text and found is None:
            reader.note(column, text, "import.bad_number", "no number of people")
        if found is None:
            continue
        used.append(column)
        low, high = found
        if bound == "best" and low != high:
            told |= {"low": low, "high": high}
        else:
            told[bound] = high if bound == "high" else low
    numbers = [number for number in told.values() if number is not None]
    if numbers != sorted(numbers):
        values = ", ".join(reader.cells.get(column, "") for column in used)
        message = "the numbers are out of order: the least is above the most"
        reader.note(", ".join(used), values, "import.bad_order", message)
        return None
    if not numbers:
        return None
    return ImportedFigure(
        wanted.outcome, wanted.group, told["low"], told["best"], told["high"], tuple(used)
    )
