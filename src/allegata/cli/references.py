"""``allegata references``: which files are texts of one document, and what is cited and missing."""

import json
from typing import Annotated

import typer

from allegata.cli.case_options import CasePath, opened

FORMS = ("text", "json", "graphml")


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("references", epilog="Example: allegata references flood-road.case --missing")(
        references
    )


def references(
    case: CasePath,
    form: Annotated[str, typer.Option("--format", help="text, json or graphml")] = "text",
    missing: Annotated[
        bool, typer.Option("--missing", help="Only what is cited and not in the case.")
    ] = False,
) -> None:
    """Show the case file as a collection: works, chains of letters, what is cited and not here.

    Language versions, corrigenda, revisions, reissues and copies of one United Nations document are
    one work. What is missing comes with its address, from which you can fetch it. Nothing is
    fetched by the program. The output names files and is for use inside the project.
    """
    from allegata.cli.references_text import missing_lines, references_lines
    from allegata.export.references_graphml import references_graphml
    from allegata.export.references_json import references_json

    if form not in FORMS or (missing and form == "graphml"):
        raise typer.BadParameter(f"Give --format {', '.join(FORMS)}; --missing is text or json.")
    with opened(case, read_only=True) as file:
        found = file.references()
    if form == "graphml":
        print(references_graphml(found), end="")
    elif form == "json":
        shown = references_json(found)
        print(json.dumps({"missing": shown["missing"]} if missing else shown, ensure_ascii=False))
    else:
        for line in missing_lines(found) if missing else references_lines(found):
            print(line)
