"""``allegata search``: words in every text of a case file; ``allegata reindex``."""

import json
import os
import sys
from typing import Annotated

import typer

from allegata.cli.case_options import CasePath, opened
from allegata.cli.plain_errors import say


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        "search",
        epilog="Example: allegata search flood-road.case 'clinic OR hospital' language:fr",
        context_settings={"ignore_unknown_options": True},  # "-word" is part of a query
    )(search)
    app.command("reindex", epilog="Example: allegata reindex flood-road.case")(reindex)


def search(
    case: CasePath,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...",
            help='Words, all wanted; "in this order"; -without; either OR other; begin*; '
            "language:ar, kind:ocr (native, transcript, translation), symbol:S/2031/12, doc:NAME.",
        ),
    ],
    limit: Annotated[int, typer.Option(min=1, max=1_000, help="How many hits to show.")] = 20,
    form: Annotated[str, typer.Option("--format", help="text or jsonl")] = "text",
) -> None:
    """Find words in every text of the case file, in any script and spelling.

    Case, accents, Arabic letter forms and articles, digits of any script, hyphens and apostrophes
    make no difference. A word finds itself and not its endings: put * after its beginning.
    """
    from allegata.cli.search_text import hit_json, result_lines

    with opened(case, read_only=True) as file:
        result = file.search(" ".join(query), limit=limit)
    if form == "jsonl":
        for hit in result.hits:
            print(json.dumps(hit_json(hit), ensure_ascii=False))
    else:
        styled = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for line in result_lines(result, styled=styled):
            print(line)
    shown = len(result.hits)
    more = f", {shown} of them shown (--limit shows more)" if shown < result.total else ""
    say(f"{result.total or 'No'} {'place' if result.total == 1 else 'places'} found{more}.")


def reindex(case: CasePath) -> None:
    """Make the search index anew from the texts of the case file. Nothing else is changed."""
    with opened(case) as file:
        texts = file.reindex()
    say(f"The search index was made anew from {texts} texts.")
