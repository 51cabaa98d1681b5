"""What the commands on a case file share: their arguments, how it is opened, how progress shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.plain_errors import plain_errors

if TYPE_CHECKING:
    from allegata.app.case import Case
    from allegata.app.ingest import OnProgress
    from allegata.app.views import AddEvent

CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="The case file, a folder.")]
Document = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT", help="A name, or the beginning of an id, from `allegata list`."
    ),
]
Reviewer = Annotated[
    str,
    typer.Option(
        "--as",
        envvar="ALLEGATA_REVIEWER",
        metavar="PSEUDONYM",
        help="Who does it, by a pseudonym; it stands in the ledger.",
    ),
]
DEFAULT_REVIEWER = "reviewer-1"


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator["Case"]:
    """Open a case file for one command; errors are printed in plain words."""
    from allegata.wiring import open_case

    with plain_errors(), open_case(path, read_only=read_only) as case:
        yield case


@contextmanager
def progress() -> Iterator["OnProgress"]:
    """Show what is being added while it goes on, on a terminal only; refusals always."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("reading", total=None)

        def on_progress(event: "AddEvent") -> None:
            bar.update(task, description=f"{event.position} read, last {event.name}")
            if event.outcome in {"refused", "failed"}:
                line = f"{event.outcome}: {event.name}: {event.message} [{event.code}]"
                console.print(line, markup=False, highlight=False, soft_wrap=True)
            if event.traceback:
                console.print(event.traceback, markup=False, highlight=False, soft_wrap=True)

        yield on_progress
