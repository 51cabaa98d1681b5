"""``allegata read`` and ``allegata schema``: documents in, claims out, no case file needed."""

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.input_options import (
    Country,
    CountryField,
    IdField,
    Language,
    LanguageField,
    MediaType,
    Published,
    PublishedField,
    SkipRows,
    TextField,
    input_options,
)
from allegata.cli.plain_errors import BUG, REFUSED, plain_errors, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allegata.app.pipeline import Failure
    from allegata.model.reading import Reading, Refusal
    from allegata.runners.inputs import InputOptions

_FORMATS = ("text", "jsonl")


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    epilog = "Examples: allegata read letter.md   |   allegata read reports.csv --format jsonl"
    app.command("read", epilog=epilog)(read)
    app.command("schema", epilog="Example: allegata schema > read-1.schema.json")(schema)


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, tables of texts, or - for stdin."),
    ],
    output_format: Annotated[
        str, typer.Option("--format", help="text for people, jsonl for programs.")
    ] = "text",
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Add the text of every layer (jsonl).")
    ] = False,
    media_type: MediaType = None,
    language: Language = None,
    published: Published = None,
    country: Country = None,
    text_field: TextField = None,
    id_field: IdField = None,
    published_field: PublishedField = None,
    language_field: LanguageField = None,
    country_field: CountryField = None,
    skip_rows: SkipRows = 0,
    rule: Annotated[
        str | None, typer.Option(help="Tally incidents by this rule, such as ibc@1 or airwars@1.")
    ] = None,
    vague_words: Annotated[
        str | None,
        typer.Option(help="Give vague words the numbers of this table, such as airwars or acled."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first bug.")] = False,
) -> None:
    """Read documents and print what each voice in them claims, with its words.

    Exit code 0: everything was read; 1: some inputs were refused; 2: wrong use; 3: a bug was met
    and reported, and the rest was done.
    """
    if output_format not in _FORMATS:
        raise typer.BadParameter(f"--format is one of {', '.join(_FORMATS)}")
    with plain_errors():
        options = input_options(
            (media_type, language, published, country),
            (text_field, id_field, published_field, language_field, country_field),
        )
        options = replace(options, skip_rows=skip_rows)
        readings = _readings(inputs, options, rule, vague_words, strict=strict)
        code = _print(readings, as_json=output_format == "jsonl", with_text=with_text)
    raise typer.Exit(code)


def schema() -> None:
    """Print the JSON Schema of what `allegata read --format jsonl` prints."""
    from allegata.export.read_schema import schema as build

    print(json.dumps(build(), indent=2))


def _readings(
    inputs: list[str],
    options: "InputOptions",
    rule: str | None,
    vague_words: str | None,
    *,
    strict: bool,
) -> "Iterator[Reading | Refusal | Failure]":
    from allegata.app.pipeline import read_each
    from allegata.runners.inputs import iter_inputs
    from allegata.wiring import tallying_engines

    engines = tallying_engines(rule, vague_words)
    return read_each(iter_inputs(inputs, options), engines, strict=strict)


def _print(
    readings: "Iterator[Reading | Refusal | Failure]", *, as_json: bool, with_text: bool
) -> int:
    from allegata.app.pipeline import Failure
    from allegata.model.reading import Refusal

    code = 0
    for result in readings:
        if isinstance(result, Failure):
            say(result.traceback)
            code = BUG
        elif isinstance(result, Refusal):
            code = max(code, REFUSED)
        told = _as_line(result, with_text=with_text) if as_json else _as_text(result)
        sys.stdout.write(f"{told}\n")  # at once, so that a run that is stopped leaves whole lines
        sys.stdout.flush()
    return code


def _as_line(result: "Reading | Refusal | Failure", *, with_text: bool) -> str:
    from allegata.export.read_contract import reading_to_json, refusal_to_json, to_line
    from allegata.model.reading import Reading

    if isinstance(result, Reading):
        return to_line(reading_to_json(result, with_text=with_text))
    return to_line(refusal_to_json(_refusal(result)))


def _as_text(result: "Reading | Refusal | Failure") -> str:
    from allegata.cli.read_text import reading_as_text, refusal_as_text
    from allegata.model.reading import Reading

    if isinstance(result, Reading):
        return reading_as_text(result)
    return refusal_as_text(_refusal(result))


def _refusal(result: "Refusal | Failure") -> "Refusal":
    from allegata.model.reading import Refusal

    if isinstance(result, Refusal):
        return result
    message = "Allegata failed on this document; this is a bug, and nothing was read from it."
    hint = "Please report the traceback on the error stream."
    return Refusal(result.name, result.row_id, "bug", message, hint)
