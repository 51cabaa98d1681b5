"""Which column of a table holds what: a mapping file, or one of the tables known by name.

A mapping is TOML; docs/reference/mapping.md has its keys. Everything in it names columns of the
table, or says what the table's own words stand for. Nothing in it changes a cell.

>>> known_tables()
('acled', 'airwars', 'ucdp-ged')
>>> known_mapping("acled").columns["date"]
('event_date',)
"""

import tomllib
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from importlib import resources

from allegata.model.errors import ConfigError
from allegata.model.ids import digest
from allegata.model.importing import TableKind
from allegata.model.vocabularies import DatePrecision, Event, Outcome, PlacePrecision, Sex
from allegata.model.wire import Json

GROUPS = ("", "civilians", "children", "women", "men", "belligerents")
KEYS = frozenset({"of", "table", "columns", "values", "figures", "date_formats", "empty"})
COLUMNS = (
    *("id", "incident", "aliases", "date", "date_end", "date_precision", "place", "country"),
    *("lat", "lon", "point", "place_precision", "event", "grade", "source", "url"),
    *("name", "age", "sex", "outcome"),
)
BOUNDS = ("low", "best", "high")
EMPTY = ("", "-", "–", "—", "n/a", "na", "null", "none", "unknown", "?")
VALUES: MappingOf[str, tuple[str, ...]] = {
    "event": tuple(each.value for each in Event),
    "date_precision": tuple(each.value for each in DatePrecision),
    "place_precision": tuple(each.value for each in PlacePrecision),
    "sex": tuple(each.value for each in Sex),
    "outcome": tuple(each.value for each in Outcome),
}


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """The columns of one figure: of which outcome and group, by bound."""

    outcome: Outcome
    group: str
    columns: MappingOf[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How a table is understood. ``values`` are by what they are of, then by the table's word."""

    label: str
    kind: TableKind = TableKind.INCIDENTS
    table: str = ""
    columns: MappingOf[str, tuple[str, ...]] = field(default_factory=dict)
    values: MappingOf[str, MappingOf[str, str]] = field(default_factory=dict)
    figures: tuple[FigureColumns, ...] = ()
    date_formats: tuple[str, ...] = ()
    empty: tuple[str, ...] = EMPTY


def known_tables() -> tuple[str, ...]:
    """Return the names of the tables that need no mapping file."""
    folder = resources.files("allegata.app") / "mappings"
    names = (each.name for each in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def known_mapping(name: str) -> TableMapping:
    """Return the mapping of a table that is known by name.

    Raises:
        ConfigError: it is not.
    """
    if name not in known_tables():
        raise ConfigError(
            "import.no_like",
            f"No table is known as {name}.",
            f"Give --like {', '.join(known_tables())}, or a mapping file with --mapping.",
        )
    source = resources.files("allegata.app") / "mappings" / f"{name}.toml"
    return parse_mapping(source.read_text(encoding="utf-8"), name)


def parse_mapping(text: str, label: str) -> TableMapping:
    """Return the mapping that ``text`` describes; ``label`` names it in messages.

    Raises:
        ConfigError: it is no TOML, or has something that is not known.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            "import.mapping", f"{label} is no TOML: {error}.", "See docs/reference/mapping.md."
        ) from error
    _only(told, KEYS, label, "keys")
    columns = _table(told.get("columns", {}), label)
    _only(columns, COLUMNS, label, "columns")
    values = _table(told.get("values", {}), label)
    _only(values, tuple(VALUES), label, "values")
    return TableMapping(
        label=f"{label}@{digest(text)[:12]}",
        kind=_kind(told.get("of", TableKind.INCIDENTS.value), label),
        table=str(told.get("table", "")),
        columns={what: _names(names, label) for what, names in columns.items()},
        values={what: _values(what, words, label) for what, words in values.items()},
        figures=tuple(_figure(each, label) for each in _list(told.get("figures", []))),
        date_formats=_names(told.get("date_formats", []), label),
        empty=tuple(word.casefold() for word in _names(told.get("empty", list(EMPTY)), label)),
    )


def _figure(told: Json, label: str) -> FigureColumns:
    table = _table(told, label)
    _only(table, ("outcome", "group", *BOUNDS), label, "keys of a figure")
    group, outcome = str(table.get("group", "")), str(table.get("outcome", ""))
    if group not in GROUPS or outcome not in VALUES["outcome"]:
        _wrong(label, f"a figure of {outcome or 'no outcome'}, group {group!r}")
    columns = {bound: _names(table[bound], label) for bound in BOUNDS if bound in table}
    if not columns:
        _wrong(label, f"a figure of {outcome} without a column low, best or high")
    return FigureColumns(Outcome(outcome), group, columns)


def _values(what: str, told: Json, label: str) -> dict[str, str]:
    words = {word.casefold(): str(value) for word, value in _table(told, label).items()}
    for value in words.values():
        if value not in VALUES[what]:
            _wrong(label, f"{value} as a value of {what} (it may be {', '.join(VALUES[what])})")
    return words


def _kind(told: Json, label: str) -> TableKind:
    if told not in tuple(each.value for each in TableKind):
        _wrong(label, f"of = {told!r} (it may be {', '.join(TableKind)})")
    return TableKind(str(told))


def _names(told: Json, label: str) -> tuple[str, ...]:
    if isinstance(told, str):
        return (told,)
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
        _wrong(label, f"{told!r} where a name or a list of names is wanted")
    return tuple(str(each) for each in _list(told))


def _table(told: Json, label: str) -> dict[str, Json]:
    if not isinstance(told, dict):
        _wrong(label, f"{told!r} where a table is wanted")
    return told if isinstance(told, dict) else {}


def _list(told: Json) -> list[Json]:
    return told if isinstance(told, list) else []


def _only(told: MappingOf[str, Json], known: object, label: str, what: str) -> None:
    names = tuple(known) if isinstance(known, tuple | frozenset) else ()
    unknown = sorted(set(told) - set(names))
    if unknown:
        _wrong(label, f"{unknown[0]} among its {what} (it may have {', '.join(sorted(names))})")


def _wrong(label: str, what: str) -> None:
    raise ConfigError(
        "import.mapping", f"{label} has {what}.", "See docs/reference/mapping.md for its keys."
    )
