"""``allegata serve``: the workbench on this computer, for one person with one browser."""

from typing import Annotated

import typer

from allegata.cli.case_options import DEFAULT_REVIEWER, CasePath, Reviewer, opened


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("serve", epilog="Example: allegata serve flood-road.case --open")(serve)


def serve(
    case: CasePath,
    host: Annotated[str, typer.Option(help="127.0.0.1 or ::1; nothing else is served.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65_535, help="0 takes any free port.")] = 0,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the address in a browser.")
    ] = False,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Open a case file in the workbench: read, accept, reject and correct claims.

    Prints an address with a token that lets a browser in; whoever has it can read the case. The
    workbench listens on this computer alone and asks nothing of any other. Ctrl+C ends it.
    """
    from allegata.web.serving import serve_case
    from allegata.wiring import gazetteers

    def announce(url: str) -> None:
        print(url, flush=True)
        if open_browser:
            typer.launch(url)

    with opened(case) as file:
        serve_case(
            file,
            host=host,
            port=port,
            reviewer=reviewer,
            find_place=gazetteers().entry,
            announce=announce,
        )
