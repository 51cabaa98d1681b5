"""Commands on a case file: new, add, list, show, set.

Everything heavy is imported inside the commands, so that other commands start fast.
"""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli import case_sources, case_upkeep
from allegata.cli.case_options import (
    DEFAULT_REVIEWER,
    CasePath,
    Document,
    Reviewer,
    opened,
    progress,
)
from allegata.cli.input_options import (
    Country,
    CountryField,
    IdField,
    Language,
    LanguageField,
    MediaType,
    Published,
    PublishedField,
    TextField,
    input_options,
)
from allegata.cli.plain_errors import BUG, REFUSED, plain_errors, say

if TYPE_CHECKING:
    from allegata.app.views import AddReport


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("new", epilog="Example: allegata new flood-road.case")(new)
    app.command("add", epilog="Example: allegata add flood-road.case letters/ posts.jsonl")(add)
    app.command("list", epilog="Example: allegata list flood-road.case --format jsonl")(list_)
    app.command("show", epilog="Example: allegata show flood-road.case letter.md")(show)
    app.command("set", epilog="Example: allegata set flood-road.case letter.md symbol=S/2023/9052")(
        set_
    )
    case_sources.register(app)
    case_upkeep.register(app)


def new(case: CasePath, reviewer: Reviewer = DEFAULT_REVIEWER) -> None:
    """Make a new case file: a folder for originals, claims and decisions."""
    from allegata.wiring import new_case

    with plain_errors(), new_case(case, reviewer=reviewer) as made:
        say(f"Made {case}. Its ledger begins with {made.info().head}.")


def add(
    case: CasePath,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, tables of texts, or -.")
    ],
    media_type: MediaType = None,
    language: Language = None,
    published: Published = None,
    country: Country = None,
    text_field: TextField = None,
    id_field: IdField = None,
    published_field: PublishedField = None,
    language_field: LanguageField = None,
    country_field: CountryField = None,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Read documents into the case file. What is there already is not added again.

    A run that was broken off goes on where it stopped when it is repeated. What cannot be read is
    kept in the list with its reason. Exit code 1 if anything was refused.
    """
    from allegata.runners.inputs import iter_inputs

    options = input_options(
        (media_type, language, published, country),
        (text_field, id_field, published_field, language_field, country_field),
    )
    with opened(case) as file, progress() as on_progress:
        inputs = iter_inputs(paths, options)
        report = file.add(inputs, reviewer=reviewer, on_progress=on_progress)
    say(f"{len(report.added)} added, {len(report.already)} here already, {_not_read(report)}.")
    if report.failed:
        raise typer.Exit(BUG)
    if report.refused:
        raise typer.Exit(REFUSED)


def list_(
    case: CasePath,
    form: Annotated[str, typer.Option("--format", help="text or jsonl")] = "text",
) -> None:
    """List the documents, with those that were refused and why."""
    from allegata.cli.case_text import list_lines
    from allegata.model.wire import to_json

    with opened(case, read_only=True) as file:
        rows = file.documents()
    lines = (
        (json.dumps(to_json(row), ensure_ascii=False) for row in rows)
        if form == "jsonl"
        else list_lines(rows)
    )
    for line in lines:
        print(line)


def show(
    case: CasePath,
    document: Annotated[
        str | None, typer.Argument(metavar="[DOCUMENT]", help="A name or id; none: the case.")
    ] = None,
) -> None:
    """Show the case file and the head of its ledger, or one document with its claims."""
    from allegata.cli.case_text import document_lines, find_document, info_lines

    with opened(case, read_only=True) as file:
        if document is None:
            lines = list(info_lines(file.info()))
        else:
            found = find_document(file.documents(), document)
            lines = list(document_lines(file.document(found.id)))
    for line in lines:
        print(line)


def set_(
    case: CasePath,
    document: Document,
    changes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="url, archive_url, publisher, author, platform, posted, collected, collector, "
            "tool, published, language, symbol, sensitivity (open, restricted, secret), "
            "may_publish (yes, no). Nothing after = takes a field back.",
        ),
    ] = None,
    symbol: Annotated[str | None, typer.Option(help="The same as symbol=VALUE.")] = None,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Say where a document is from, how much care it needs, and whether it may be published.

    A United Nations symbol that is supplied here has the basis `external`. The language and the
    date of publication are used when the document is read again (`allegata reread`).
    """
    from allegata.cli.case_text import find_document

    wanted = list(changes or []) + ([] if symbol is None else [f"symbol={symbol}"])
    pairs = [change.partition("=") for change in wanted]
    if not pairs or not all(equals for _, equals, _ in pairs):
        raise typer.BadParameter("Give changes as FIELD=VALUE, such as publisher='The Watch'.")
    with opened(case) as file:
        found = find_document(file.documents(), document)
        file.set_fields(found.id, {name: value for name, _, value in pairs}, reviewer=reviewer)


def _not_read(report: "AddReport") -> str:
    failed = f", {len(report.failed)} failed by a bug" if report.failed else ""
    return f"{len(report.refused)} refused{failed}"
