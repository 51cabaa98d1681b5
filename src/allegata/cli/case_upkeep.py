"""Commands that look after a case file: reread, verify, forget, export."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from allegata.cli.case_options import DEFAULT_REVIEWER, CasePath, Reviewer, opened, progress
from allegata.cli.plain_errors import BUG, REFUSED, say

ENDINGS = {"ucdp-ged": "ucdp-ged.csv", "airwars": "airwars.csv", "acled": "acled.csv"}


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("reread", epilog="Example: allegata reread flood-road.case letter.md")(reread)
    app.command("verify", epilog="Example: allegata verify flood-road.case --head 5f0c…")(verify)
    app.command(
        "forget", epilog="Example: allegata forget flood-road.case letter.md --why 'no consent'"
    )(forget)
    app.command("export", epilog="Example: allegata export flood-road.case -o counts.csv")(export)


def reread(
    case: CasePath,
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[DOCUMENT...]", help="None: all of them.")
    ] = None,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Read originals again with this program; what people decided is kept and matched anew."""
    from allegata.cli.case_text import find_document

    with opened(case) as file, progress() as on_progress:
        rows = file.documents() if documents else ()
        ids = [find_document(rows, wanted).id for wanted in documents or ()] or None
        report = file.reread(ids, reviewer=reviewer, on_progress=on_progress)
    say(f"{report.documents} documents read again, {len(report.refused)} refused.")
    for match, count in report.matches.items():
        say(f"  {match.replace('_', ' ')}: {count}")
    if report.failed:
        raise typer.Exit(BUG)
    if report.refused:
        raise typer.Exit(REFUSED)


def verify(
    case: CasePath,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A head hash of the ledger, noted earlier.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Do not read originals again.")] = False,
) -> None:
    """Derive every hash, quote and number again, and name the first that does not hold.

    Somebody who can write to the disk can cut off the end of the ledger, or write all of it anew.
    Only a head hash that was noted elsewhere shows that: give it with --head. Exit code 1 if the
    case file does not hold together.
    """
    from allegata.cli.case_text import verify_lines

    with opened(case, read_only=True) as file:
        report = file.verify(head, read_again=not quick)
    for line in verify_lines(report):
        print(line)
    if not report.ok:
        raise typer.Exit(REFUSED)


def forget(
    case: CasePath,
    document: Annotated[
        str | None, typer.Argument(metavar="[DOCUMENT]", help="A name or id from the list.")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason; it stays in the ledger.")] = "",
    source: Annotated[str | None, typer.Option(help="Forget a source by its id instead.")] = None,
    entry: Annotated[
        int | None,
        typer.Option(help="Forget what one decision or import says, by its ledger entry."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Destroy a document, a source, a decision or an import for good.

    A document goes with its original, texts, claims and decisions. A tombstone with its id (the
    hash of its bytes) stays, and the ledger still verifies. All backups in the case file are
    deleted, since they hold it too. Out of reach are exports, copies of the folder, and what the
    disk itself has not yet overwritten.
    """
    from allegata.cli.case_text import find_document

    if sum(item is not None for item in (document, source, entry)) != 1:
        raise typer.BadParameter("Name one thing: a document, --source ID or --entry NUMBER.")
    if not why.strip():
        raise typer.BadParameter("Say why with --why; it stays in the ledger.")
    with opened(case) as file:
        if document is not None:
            row = find_document(file.documents(), document)
            _ask(row.label, yes=yes)
            report = file.forget(row.id, why=why, reviewer=reviewer)
        elif source is not None:
            _ask(f"the source {source}", yes=yes)
            report = file.forget_source(source, why=why, reviewer=reviewer)
        else:
            _ask(f"what entry {entry} says", yes=yes)
            report = file.forget_entry(entry or 0, why=why, reviewer=reviewer)
    say(
        f"Forgotten, with the content of {len(report.entries)} ledger entries and "
        f"{report.backups} backups. Exports and copies of the case file are out of reach."
    )


def export(
    case: CasePath,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Default: CASE-WHAT.FORMAT, here.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="jsonl (claims) or csv (counts); of incidents also xlsx, geojson, ucdp-ged, "
            "airwars, acled",
        ),
    ] = None,
    of_incidents: Annotated[
        bool, typer.Option("--incidents", help="Incidents with their ranges, and not claims.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Internal use: documents not marked may_publish too.")
    ] = False,
    include: Annotated[
        list[str] | None,
        typer.Option(
            help="A field that is left out by default: people, authors (with addresses of posts), "
            "collectors, sources, homes, filenames, reviewers, secret. Repeat for several."
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file.")] = False,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Write claims, counts or incidents, and beside it a file that says what is left out.

    By default only documents marked may_publish, without names of people, authors and handles,
    collectors, unpublished sources, file names and reviewers. Incidents stand on the documents that
    may leave alone, and every format says what it loses.
    """
    from allegata.app.exporting import ExportOptions

    chosen = form or (output.suffix.removeprefix(".") if output is not None else "jsonl")
    what, ending = ("incidents" if of_incidents else "claims"), ENDINGS.get(chosen, chosen)
    target = output or Path(f"{case.resolve().stem}-{what}.{ending}")
    options = ExportOptions(
        everything=everything, include=frozenset(include or ()), overwrite=overwrite
    )
    with opened(case) as file:
        write = file.export_incidents if of_incidents else file.export
        report = write(target, form=chosen, options=options, reviewer=reviewer)
    many = f"{report.incidents} incidents" if of_incidents else f"{report.claims} claims"
    say(f"{many} of {report.documents} documents in {report.path}.")
    for what, count in report.left_out.items():
        say(f"  left out: {what}: {count}")
    say(f"  {report.about} says so too.")


def _ask(what: str, *, yes: bool) -> None:
    """Ask before destroying, where there is somebody to ask."""
    if not yes and sys.stdin.isatty():
        typer.confirm(f"Destroy {what} for good?", abort=True)
