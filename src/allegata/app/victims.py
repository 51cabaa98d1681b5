"""Lists of victims as recorders have them, to entries that can be compared.

In: a table, which columns hold what. Out: ``ListedPerson``s and what of their rows was not
understood. A cell that cannot be read is taken for unknown and told, never guessed at.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from allegata.app.table_columns import Cells, RowProblem, Table, find_columns
from allegata.model.victims import ListedPerson
from allegata.model.vocabularies import Sex

# What columns are usually called, in small letters; the first that a table has is taken.
USUAL: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full_name", "full name", "name_en", "english name", "الاسم", "имя"),
    "other": ("name_ar", "name_ar_raw", "arabic name", "other_names", "name_local"),
    "number": ("number", "list_number", "id", "id_number", "identity", "index"),
    "born": ("born", "birth_date", "date_of_birth", "dob", "birth date"),
    "age": ("age",),
    "sex": ("sex", "gender"),
    "died": ("died", "date_of_death", "death_date", "date"),
    "place": ("place", "location", "governorate", "city"),
}
NEEDED = ("name",)
# How lists write the sexes, in small letters.
_SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(("m", "male", "man", "boy", "ذكر", "муж", "м"), Sex.MALE),
    **dict.fromkeys(("f", "female", "woman", "girl", "أنثى", "انثى", "жен", "ж"), Sex.FEMALE),
}
_UNKNOWN = frozenset({"", "-", "unknown", "n/a", "na", "?", "غير معروف"})
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class VictimList:
    """The entries of a list, and the problems of its rows."""

    name: str
    entries: tuple[ListedPerson, ...]
    problems: tuple[RowProblem, ...]


def read_list(table: Table, *, columns: Mapping[str, str]) -> VictimList:
    """Return the entries of a table of victims, a row each.

    Raises:
        InputError: no column holds names, or one that was told is not there.
    """
    where = find_columns(table, USUAL, needed=NEEDED, told=columns)
    entries: list[ListedPerson] = []
    problems: list[RowProblem] = []
    for number, cells in enumerate(table.rows, 1):
        told = {what: _cell(cells, head) for what, head in where.items()}
        if not told["name"] and not told.get("other"):
            problems.append(RowProblem(table.name, number, "victims.no_name", "no name"))
            continue
        entry, unread = _entry(f"{table.name}:{number}", number, told)
        entries.append(entry)
        problems += [
            RowProblem(
                table.name, number, "victims.unread_cell", f"{where[what]} {told[what]!r} is unread"
            )
            for what in unread
        ]
    return VictimList(table.name, tuple(entries), tuple(problems))


def _cell(cells: Cells, head: str) -> str:
    written = (cells.get(head) or "").strip()
    return "" if written.casefold() in _UNKNOWN else written


def _entry(own: str, row: int, told: Mapping[str, str]) -> tuple[ListedPerson, list[str]]:
    age, sex = _age(told.get("age", "")), _SEXES.get(told.get("sex", "").casefold())
    born, died = _day(told.get("born", "")), _day(told.get("died", ""))
    read = {"age": age, "sex": sex, "born": born, "died": died}
    unread = [what for what, value in read.items() if told.get(what) and not value and value != 0]
    entry = ListedPerson(
        id=own,
        name=told["name"] or told.get("other", ""),
        other_names=(told["other"],) if told.get("other") and told["name"] else (),
        born=born,
        age=age,
        sex=sex or Sex.UNKNOWN,
        died=died,
        place=told.get("place", ""),
        number=told.get("number", ""),
        row=row,
    )
    return entry, unread


def _age(written: str) -> int | None:
    number = written.split(".", maxsplit=1)[0]
    return int(number) if number.isdecimal() and int(number) <= _OLDEST else None


def _day(written: str) -> str:
    """Return a day as ISO 8601 has it, or a month or year alone; "" where it is none of them."""
    for form, many in (("%Y-%m-%d", 10), ("%Y-%m", 7), ("%Y", 4)):
        try:
            dt.datetime.strptime(written[:many], form)  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
        if len(written) in (many, 19):  # a time of day may follow a whole day
            return written[:many]
    return ""
