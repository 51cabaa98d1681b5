"""A coded error on the terminal: what, where, what to do, and exit code 2."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from allegata.model.errors import AllegataError

REFUSED = 1
USAGE = 2
BUG = 3


@contextmanager
def plain_errors() -> Iterator[None]:
    """Print an AllegataError as one plain line, with its code, and end the command with 2."""
    try:
        yield
    except AllegataError as error:
        say(f"{error} [{error.code}]")
        raise typer.Exit(USAGE) from error


def say(message: str) -> None:
    """Print a line for the person, on the error stream: the output is for programs."""
    print(message, file=sys.stderr)
