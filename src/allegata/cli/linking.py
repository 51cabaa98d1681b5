"""``allegata link`` and what people decide: ``decide``, ``merge``, ``split``, ``undo``, ``grade``.

What is about one incident, by the program and by people; ``doubtful`` and ``settle`` too.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.case_options import DEFAULT_REVIEWER, CasePath, Reviewer, opened
from allegata.cli.incidents import Code, Names
from allegata.cli.plain_errors import plain_errors, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allegata.app.case import Case
    from allegata.model.linking import ClaimRef
    from allegata.model.wire import Json

Why = Annotated[str, typer.Option("--why", metavar="REASON", help="Why; it stands in the ledger.")]
ClaimId = Annotated[str, typer.Argument(help="A claim's id, or its beginning.")]
OUTCOMES = ("same", "part-of", "related", "different")


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("link", epilog="Example: allegata link road.case")(link)
    app.command("doubtful", epilog="Example: allegata doubtful road.case")(doubtful)
    app.command(
        "decide", epilog="Example: allegata decide road.case same 3f2a91 77bc02 --why 'one street'"
    )(decide)
    app.command("merge", epilog="Example: allegata merge road.case AL-000007 AL-000009")(merge)
    app.command("split", epilog="Example: allegata split road.case AL-000007 3f2a91")(split)
    app.command("undo", epilog="Example: allegata undo road.case 9d02ab4417c1")(undo)
    app.command(
        "grade", epilog="Example: allegata grade road.case AL-000007 fair --why 'two camps agree'"
    )(grade)
    app.command(
        "settle",
        epilog="Example: allegata settle road.case AL-000007 killed --low 38 --high 45 --why '…'",
    )(settle)


def link(
    case: Annotated[
        Path,
        typer.Argument(
            metavar="CASE", help="The case file; - reads what `read --format jsonl` prints."
        ),
    ],
    names: Names = False,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Link the documents of the case: which claims are about one incident, under which code.

    A second run changes nothing. What people decided is never undone by it. With - as CASE the
    incidents are printed, a JSON object a line, under codes that hold for this output alone.
    """
    if str(case) == "-":
        _link_lines(names=names)
        return
    with opened(case) as file:
        report = file.link(reviewer=reviewer)
    told = f"{report.accounts} accounts tell of {report.incidents} incidents"
    say(f"{told}; {len(report.given)} new codes, {report.doubtful} doubtful pairs.")
    if report.gone:
        say(f"Taken over by others: {', '.join(report.gone)}.")


def _link_lines(*, names: bool) -> None:
    from allegata.app.covering import covered_json
    from allegata.app.linking_readings import link_readings, names_of
    from allegata.model.errors import InputError
    from allegata.model.wire import to_json
    from allegata.wiring import linker

    def lines() -> "Iterator[tuple[int, Json]]":
        for number, line in enumerate(sys.stdin, 1):
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise InputError(
                    "link.no_reading", f"Line {number} is no JSON: {error}."
                ) from error

    with plain_errors():
        told = list(lines())
        hidden = () if names else names_of(told)
        for record in link_readings(told, linker()):
            print(json.dumps(covered_json(to_json(record), hidden), ensure_ascii=False))


def doubtful(
    case: CasePath,
    limit: Annotated[int, typer.Option(min=1, help="How many to show.")] = 20,
) -> None:
    """List the pairs of accounts that a person had best look at, the most useful first."""
    from allegata.cli.incidents_text import pair_lines

    with opened(case, read_only=True) as file:
        pairs = file.doubtful()
        titles = {row.id: row.label for row in file.documents()}
    for line in pair_lines(pairs[:limit], titles):
        print(line)
    say(f"{len(pairs) or 'No'} doubtful {'pair' if len(pairs) == 1 else 'pairs'}.")


def decide(
    case: CasePath,
    outcome: Annotated[
        str, typer.Argument(help=f"{', '.join(OUTCOMES)} (the first of the second)")
    ],
    a: ClaimId,
    b: ClaimId,
    why: Why = "",
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Say how the accounts of two claims stand to each other; it binds until it is undone."""
    from allegata.model.linking import LinkOutcome

    if outcome not in OUTCOMES:
        raise typer.BadParameter(f"Give one of {', '.join(OUTCOMES)}.")
    with opened(case) as file:
        decision = file.decide_link(
            _claim(file, a),
            _claim(file, b),
            LinkOutcome(outcome.replace("-", "_")),
            why=why,
            reviewer=reviewer,
        )
    print(decision.id)


def merge(
    case: CasePath, code: Code, other: Code, why: Why = "", reviewer: Reviewer = DEFAULT_REVIEWER
) -> None:
    """Make one incident of two; the code that it keeps is printed."""
    with opened(case) as file:
        print(file.merge(code, other, why=why, reviewer=reviewer))


def split(
    case: CasePath,
    code: Code,
    claims: Annotated[list[str], typer.Argument(help="Ids of claims, or their beginnings.")],
    why: Why = "",
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Make an incident of its own of some claims of an incident; its code is printed."""
    with opened(case) as file:
        refs = [_claim(file, claim) for claim in claims]
        print(file.split(code, refs, why=why, reviewer=reviewer))


def undo(
    case: CasePath,
    decision: Annotated[str, typer.Argument(help="Its id, from `allegata incident`.")],
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Take back a merge, a split, a decision on a pair, a grade, a settled range or an import.

    Also what was decided of two entries of victims.
    """
    with opened(case) as file:
        file.undo_link(decision, reviewer=reviewer)
    say("Taken back.")


def grade(
    case: CasePath,
    code: Code,
    value: Annotated[str, typer.Argument(metavar="GRADE", help="A grade of the project's scheme.")],
    why: Annotated[str, typer.Option("--why", metavar="REASON", help="Why; it is required.")] = "",
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Say how well an incident is established, with a reason."""
    with opened(case) as file:
        made = file.grade(code, value, why=why, reviewer=reviewer)
    print(made.id)


def settle(
    case: CasePath,
    code: Code,
    outcome: Annotated[str, typer.Argument(help="killed, injured, missing, abducted, …")],
    low: Annotated[int | None, typer.Option(help="At least; left out where nobody knows.")] = None,
    best: Annotated[int | None, typer.Option(help="The likeliest number.")] = None,
    high: Annotated[int | None, typer.Option(help="At most; left out where nobody knows.")] = None,
    why: Annotated[str, typer.Option("--why", metavar="REASON", help="Why; it is required.")] = "",
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Settle a range by your own word, with a reason; what the rule makes stays beside it."""
    from allegata.model.vocabularies import Outcome

    known = [each.value for each in Outcome]
    if outcome not in known:
        raise typer.BadParameter(f"Give one of {', '.join(known)}.")
    with opened(case) as file:
        made = file.settle(code, Outcome(outcome), (low, best, high), why=why, reviewer=reviewer)
    print(made.id)


def _claim(file: "Case", wanted: str) -> "ClaimRef":
    """Return the claim that an id, or the beginning of one, means."""
    from allegata.model.errors import InputError
    from allegata.model.linking import ClaimRef

    rows = [ClaimRef(own.document, own.id) for own in file.own() if own.id == wanted]
    found = rows or [
        ClaimRef(row.id, item.id)
        for row in file.documents()
        for item in file.document(row.id).claims
        if item.id.startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    raise InputError(
        "link.no_claim" if not found else "link.several_claims",
        f"{len(found) or 'No'} claims have an id that begins with {wanted}.",
        "See `allegata doubtful` and `allegata explain` for their ids.",
    )
