"""The program ``allegata``: registers the command groups and turns errors into exit codes.

0 all done, 1 some inputs refused or something does not verify, 2 wrong use, 3 a bug.
"""

import sys
import traceback
from typing import Annotated

import typer

from allegata import __version__
from allegata.cli import (
    case,
    gazetteer,
    importing,
    incidents,
    linking,
    match,
    places,
    read,
    references,
    search,
    serve,
    victims,
)
from allegata.cli.plain_errors import BUG, say

app = typer.Typer(
    name="allegata",
    help="Read accounts of armed violence into a record in which every figure opens to its words.",
    epilog="Begin with: allegata read LETTER   or   make demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(asked: bool) -> None:
    if asked:
        print(f"allegata {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read accounts of armed violence into a record in which every figure opens to its words."""


read.register(app)
case.register(app)
references.register(app)
search.register(app)
linking.register(app)
incidents.register(app)
importing.register(app)
match.register(app)
serve.register(app)
gazetteer.register(app)
places.register(app)
victims.register(app)


def run() -> None:
    """Run the program; a bug is told with its traceback and ends with exit code 3."""
    try:
        app()
    except Exception:
        traceback.print_exc()
        say("This is a bug in Allegata. Nothing was lost; please report the lines above.")
        sys.exit(BUG)
