"""``allegata incidents``, ``incident CODE``, ``explain CODE`` and ``sums``: the record."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.case_options import CasePath, Document, opened
from allegata.cli.plain_errors import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allegata.app.case import Case
    from allegata.model.record import IncidentRecord

Code = Annotated[str, typer.Argument(metavar="CODE", help="The incident's code, or a former one.")]
Names = Annotated[
    bool, typer.Option("--names", help="Show the names of people; they are covered without it.")
]
Form = Annotated[str, typer.Option("--format", help="text or json")]
Graph = Annotated[
    str, typer.Option("--graph", help="Print who copies whom instead: json, or dot for Graphviz.")
]
GRAPHS = ("", "json", "dot")


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
    graph: Graph = "",
    names: Names = False,
) -> None:
    """List the incidents of the case that linking has made, each with its ranges."""
    from allegata.app.choosing_incidents import chosen
    from allegata.cli.incidents_text import row_lines

    with opened(case, read_only=True) as file:
        every = file.incidents(are_brief=form != "jsonl")
        found = chosen(every, place=place, since=since, until=until)
        if graph:
            is_whole = len(found) == len(every)
            codes = None if is_whole else [record.code for record in found]
            print(_graph(file, codes, graph, () if names else _names_in(file, found)))
        elif form == "jsonl":
            for record in found:
                print(_json(file, record, names=names))
        else:
            for line in row_lines(found):
                print(line)
    if not found:
        say("There are no incidents to show. `allegata link` makes them of the documents.")


def incident(
    case: CasePath, code: Code, form: Form = "text", graph: Graph = "", names: Names = False
) -> None:
    """Show one incident: its ranges, who says what and copies whom, positions, grade, history."""
    from allegata.cli.copying_text import copying_lines
    from allegata.cli.incidents_text import record_lines

    with opened(case, read_only=True) as file:
        record = file.incident(code)
        hidden = () if names else _names(file, record)
        if graph:
            print(_graph(file, [record.code], graph, hidden))
        elif form == "json":
            print(_covered(record, hidden))
        else:
            for line in record_lines(record, _titles(file), names=hidden):
                print(line)
            for line in copying_lines(file.copying([record.code]), names=hidden):
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
    from allegata.app.copying import of_documents
    from allegata.cli.copying_text import copying_lines
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
        told = {
            each.claim.document
            for row in record.rows
            for each in row.counts
            if each.count.outcome.value == outcome
        }
        for line in copying_lines(of_documents(file.copying([record.code]), told), names=hidden):
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


def _names_in(file: "Case", records: "Iterable[IncidentRecord]") -> tuple[str, ...]:
    return _names_of(file, sorted({ref.document for each in records for ref, _ in each.claims}))


def _graph(file: "Case", codes: "Sequence[str] | None", form: str, names: tuple[str, ...]) -> str:
    """Return who copies whom in a form for programs."""
    from allegata.app.covering import covered, covered_json
    from allegata.export.copying_graph import copying_dot, copying_json

    if form not in GRAPHS:
        raise typer.BadParameter(f"Give --graph {' or '.join(GRAPHS[1:])}.")
    found = file.copying(codes)
    if form == "dot":
        return covered(copying_dot(found), names).rstrip("\n")
    return json.dumps(covered_json(copying_json(found), names), ensure_ascii=False)


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
