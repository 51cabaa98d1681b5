"""``allegata incidents``, ``incident CODE``, ``explain CODE`` and ``sums``: the record."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.case_options import CasePath, Document, opened
from allegata.cli.plain_errors import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allegata.app.case import Case
    from allegata.model.record import IncidentRecord

Code = Annotated[str, typer.Argument(metavar="CODE", help="The incident's code, or a former one.")]
Names = Annotated[
    bool, typer.Option("--names", help="Show the names of people; they are covered without it.")
]
Form = Annotated[str, typer.Option("--format", help="text or json")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("seen", epilog="Example: allegata seen road.case new-report.pdf")(seen)
    app.command("incidents", epilog="Example: allegata incidents road.case --place tarnel")(
        incidents
    )
    app.command("sums", epilog="Example: allegata sums road.case --outcome killed")(sums)
    app.command("incident", epilog="Example: allegata incident road.case AL-000007")(incident)
    app.command(
        "explain", epilog="Example: allegata explain road.case AL-000007 --outcome injured"
    )(explain)


def incidents(
    case: CasePath,
    place: Annotated[str, typer.Option(help="Only those at a place of that name.")] = "",
    since: Annotated[str, typer.Option(help="Only those on or after this day, ISO.")] = "",
    until: Annotated[str, typer.Option(help="Only those on or before this day, ISO.")] = "",
    form: Annotated[str, typer.Option("--format", help="text or jsonl")] = "text",
    names: Names = False,
) -> None:
    """List the incidents of the case that linking has made, each with its ranges."""
    from allegata.app.choosing_incidents import chosen
    from allegata.cli.incidents_text import row_lines

    with opened(case, read_only=True) as file:
        every = file.incidents(are_brief=form != "jsonl")
        found = chosen(every, place=place, since=since, until=until)
        if form == "jsonl":
            for record in found:
                print(_json(file, record, names=names))
        else:
            for line in row_lines(found):
                print(line)
    if not found:
        say("There are no incidents to show. `allegata link` makes them of the documents.")


def incident(case: CasePath, code: Code, form: Form = "text", names: Names = False) -> None:
    """Show one incident: its ranges, who says what, positions, grade and history."""
    from allegata.cli.incidents_text import record_lines

    with opened(case, read_only=True) as file:
        record = file.incident(code)
        if form == "json":
            print(_json(file, record, names=names))
            return
        hidden = () if names else _names(file, record)
        for line in record_lines(record, _titles(file), names=hidden):
            print(line)


def sums(
    case: CasePath,
    outcome: Annotated[
        str, typer.Option(help="Only totals of this outcome: killed, injured, missing, …")
    ] = "",
    form: Annotated[str, typer.Option("--format", help="text or jsonl")] = "text",
    names: Names = False,
) -> None:
    """Hold each running total of the case against the sum of the incidents that lie within it.

    A total over a period and an area is in no incident's range. What may or may not lie within it,
    since a day or a place is not known, is shown apart.
    """
    from allegata.cli.sums_text import sum_lines

    with opened(case, read_only=True) as file:
        found = [each for each in file.sums() if outcome in ("", each.total.outcome.value)]
        documents = sorted({each.total.claim.document for each in found})
        hidden = () if names else _names_of(file, documents)
        for each in found:
            if form == "jsonl":
                print(_covered(each, hidden))
                continue
            for line in sum_lines(each, _titles(file), names=hidden):
                print(line)
    if not found:
        say("No document of the case tells a total over a period or an area.")


def explain(
    case: CasePath,
    code: Code,
    outcome: Annotated[
        str, typer.Option(help="Which figure: killed, injured, missing, abducted, …")
    ] = "killed",
    names: Names = False,
) -> None:
    """Open a figure to every word behind it, and say why each count is counted or not."""
    from allegata.cli.incidents_text import explain_lines
    from allegata.model.vocabularies import Outcome

    known = [each.value for each in Outcome]
    if outcome not in known:
        raise typer.BadParameter(f"Give --outcome {', '.join(known)}.")
    with opened(case, read_only=True) as file:
        record = file.incident(code)
        hidden = () if names else _names(file, record)
        for line in explain_lines(record, Outcome(outcome), _titles(file), names=hidden):
            print(line)


def seen(case: CasePath, document: Document) -> None:
    """Say of each account of a document whether the case has told of it before.

    An incident that is new, one that is held already, or another toll for one, and since when.
    """
    from allegata.cli.case_text import find_document
    from allegata.cli.incidents_text import seen_lines

    with opened(case, read_only=True) as file:
        row = find_document(file.documents(), document)
        for line in seen_lines(file.seen_before(row.id), _titles(file)):
            print(line)


def _titles(file: "Case") -> dict[str, str]:
    return {row.id: row.label for row in file.documents()}


def _names(file: "Case", record: "IncidentRecord") -> tuple[str, ...]:
    """Return the names of people in the incident's documents."""
    return _names_of(file, sorted({ref.document for ref, _ in record.claims}))


def _names_of(file: "Case", ids: "Iterable[str]") -> tuple[str, ...]:
    from allegata.app.covering import names_in

    return names_in([file.document(id_) for id_ in ids])


def _json(file: "Case", record: "IncidentRecord", *, names: bool) -> str:
    return _covered(record, () if names else _names(file, record))


def _covered(told: object, names: tuple[str, ...]) -> str:
    """Return a noun as JSON with these names covered."""
    from allegata.app.covering import covered_json
    from allegata.model.wire import to_json

    return json.dumps(covered_json(to_json(told), names), ensure_ascii=False)
