"""Commands on victims: of a case, and on lists of them with what a new release changed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli import case_victims
from allegata.cli.plain_errors import plain_errors, say
from allegata.cli.table_files import columns_told, problem_lines, read_table

if TYPE_CHECKING:
    from allegata.app.victims import VictimList
    from allegata.model.victims import ChangedEntry, ListedPerson, PersonPair

FORMATS = ("text", "jsonl")
Columns = Annotated[
    str, typer.Option(help="Where columns have unusual names: name=…,number=…,age=…,born=…")
]
Names = Annotated[
    bool, typer.Option("--with-names", help="Print names too. Without, rows and numbers stand.")
]
Format = Annotated[str, typer.Option("--format", help="text or jsonl")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    group = typer.Typer(
        help="Victims of a case, and lists of them: who may stand twice, and what changed.",
        no_args_is_help=True,
    )
    case_victims.add(group)
    group.command("doubles", epilog="Example: allegata victims doubles list.csv")(doubles)
    group.command("compare", epilog="Example: allegata victims compare may.csv june.csv")(compare)
    app.add_typer(group, name="victims")


def doubles(
    table: Annotated[
        Path, typer.Argument(metavar="LIST", help="A CSV or XLSX of victims, a row each.")
    ],
    columns: Columns = "",
    with_names: Names = False,
    form: Format = "text",
) -> None:
    """Propose which entries of a list may be one person, with the reasons. Nothing is merged."""
    from allegata.people.matching import propose

    with plain_errors():
        _check(form)
        held = _list(table, columns)
        by_id = {entry.id: entry for entry in held.entries}
        pairs = propose(held.entries)
        for pair in pairs:
            _print_pair(pair, by_id[pair.a], by_id[pair.b], form=form, with_names=with_names)
        if form == "text":
            print(f"{len(held.entries)} entries, {len(pairs)} pairs that may be one person")
        _tell(held)


def compare(
    old: Annotated[Path, typer.Argument(help="The earlier release, CSV or XLSX.")],
    new: Annotated[Path, typer.Argument(help="The later release, CSV or XLSX.")],
    columns: Columns = "",
    with_names: Names = False,
    form: Format = "text",
) -> None:
    """Compare two releases of a list: added, removed, changed, and numbers given anew."""
    from allegata.people.releases import compare_releases

    with plain_errors():
        _check(form)
        before, after = _list(old, columns), _list(new, columns)
        found = compare_releases(before.entries, after.entries)
        show = _Show(with_names)
        lines = [
            *(("added", show.entry(one)) for one in found.added),
            *(("removed", show.entry(one)) for one in found.removed),
            *(("changed", show.change(one)) for one in found.changed),
            *(("renumbered", show.change(one)) for one in found.renumbered),
            *(("number reused", show.change(one)) for one in found.reused),
            *(("may be one person", show.pair(one)) for one in found.possible),
            *(("number given twice", number) for number in found.doubled),
        ]
        if form == "jsonl":
            for what, told in lines:
                print(json.dumps({"what": what, "told": told}, ensure_ascii=False))
        else:
            for what, told in lines:
                print(f"{what}: {told}")
            print(
                f"{len(before.entries)} and {len(after.entries)} entries: "
                f"{len(found.added)} added, {len(found.removed)} removed, "
                f"{len(found.changed)} changed, "
                f"{len(found.renumbered)} renumbered, {len(found.reused)} numbers reused, "
                f"{found.unchanged} unchanged"
            )
        _tell(before, after)


class _Show:
    """Entries in words; names and what is said of somebody only where they were asked for."""

    def __init__(self, with_names: bool) -> None:  # what the person chose
        self._with_names = with_names

    def entry(self, entry: "ListedPerson") -> str:
        told = [f"row {entry.row}"]
        told += [f"number {entry.number}"] if entry.number else []
        told += [entry.name] if self._with_names else []
        return ", ".join(told)

    def change(self, changed: "ChangedEntry") -> str:
        fields = ", ".join(self._fields(changed)) or "nothing else changed"
        return f"{self.entry(changed.old)} → {self.entry(changed.new)}: {fields}"

    def pair(self, pair: "PersonPair") -> str:
        rows = (own.rpartition(":")[2] for own in (pair.a, pair.b))
        return f"rows {' and '.join(rows)}: {'; '.join(pair.reasons)}"

    def _fields(self, changed: "ChangedEntry") -> Iterator[str]:
        for change in changed.changes:
            if self._with_names:
                yield f"{change.field} {change.old or 'unknown'} → {change.new or 'unknown'}"
            else:
                yield change.field


def _print_pair(
    pair: "PersonPair",
    one: "ListedPerson",
    other: "ListedPerson",
    *,
    form: str,
    with_names: bool,
) -> None:
    show = _Show(with_names)
    if form == "jsonl":
        told = {"a": show.entry(one), "b": show.entry(other), "reasons": list(pair.reasons)}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(f"{show.entry(one)} | {show.entry(other)}: {'; '.join(pair.reasons)}")


def _list(path: Path, columns: str) -> "VictimList":
    from allegata.app.victims import USUAL, read_list

    return read_list(read_table(path), columns=columns_told(columns, USUAL))


def _tell(*lists: "VictimList") -> None:
    for held in lists:
        _say_all(problem_lines(held.problems))


def _say_all(lines: Iterable[str] | Sequence[str]) -> None:
    for line in lines:
        say(line)


def _check(form: str) -> None:
    if form not in FORMATS:
        raise typer.BadParameter(f"{form} is none of {', '.join(FORMATS)}.", param_hint="--format")
