"""``allegata places``: the places that a text names, on the ground, for who needs no claims."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.input_options import CountryField, IdField, Language, TextField, input_options
from allegata.cli.plain_errors import REFUSED, plain_errors, say

if TYPE_CHECKING:
    from allegata.app.placing import PlacedText
    from allegata.model.places import PlaceMention
    from allegata.model.reading import Refusal
    from allegata.model.wire import Json

FORMATS = ("table", "jsonl", "csv", "geojson")
_COLUMNS = (
    *("name", "row_id", "start", "end", "raw", "kind", "id", "place", "country", "admin1"),
    *("admin2", "lat", "lon", "precision", "radius_km", "score", "method", "reasons"),
)


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    epilog = 'Example: allegata places "shelling near Mayadin" --country SY'
    app.command("places", epilog=epilog)(places)


def places(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="TEXT|INPUT...", help="A text; or files, tables, - for stdin."),
    ],
    output_format: Annotated[
        str, typer.Option("--format", help=f"One of {', '.join(FORMATS)}.")
    ] = "table",
    country: Annotated[
        str | None, typer.Option(help="The country that the text is about, such as SY.")
    ] = None,
    language: Language = None,
    spans: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help='Places already found in the text, a line each: {"start": 10, "end": 16}.',
        ),
    ] = None,
    every_toponym: Annotated[
        bool,
        typer.Option(
            "--every-toponym", help="Also those inside other names, and peoples: Kenyan, Aleppo FC."
        ),
    ] = False,
    text_field: TextField = None,
    id_field: IdField = None,
    country_field: CountryField = None,
) -> None:
    """Find the places that a text names, and where they are, with how precisely that is known.

    An argument that is no file is taken as a text. Where nothing is certain enough a place has no
    point: the smallest area that is certain stands instead, or nothing.
    """
    from allegata.app.placing import DEFAULT_LANGUAGE, PlacedText
    from allegata.wiring import gazetteers, place_inputs, places_of

    if output_format not in FORMATS:
        raise typer.BadParameter(f"--format is one of {', '.join(FORMATS)}")
    with plain_errors():
        if len(inputs) == 1 and _is_text(inputs[0]):
            mentions = places_of(
                inputs[0],
                country=country,
                language=language or DEFAULT_LANGUAGE,
                spans=_spans(spans) if spans else None,
                is_every_toponym=every_toponym,
            )
            placed = PlacedText("", None, gazetteers().labels, mentions)
            results: Iterator[PlacedText | Refusal] = iter([placed])
        else:
            if spans:
                raise typer.BadParameter("--spans goes with one text", param_hint="--spans")
            options = input_options(
                (None, language, None, country), (text_field, id_field, None, None, country_field)
            )
            results = place_inputs(inputs, options, is_every_toponym=every_toponym)
        raise typer.Exit(_print(results, output_format))


def _is_text(given: str) -> bool:
    """Say whether an argument is a text rather than the name of something to read."""
    try:
        return not given or (given != "-" and not Path(given).exists())
    except (OSError, ValueError):
        return True  # too long for a name, or with a character that no name has


def _spans(path: Path) -> list[tuple[int, int]]:
    """Return the spans of a file; a line that is none is refused with its number."""
    from allegata.model.errors import InputError

    found = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "places.spans_file", f"{path} cannot be read: {error}.", "Give a file of JSON lines."
        ) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            found.append((int(row["start"]), int(row["end"])))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                "places.spans_file",
                f"Line {number} of {path.name} is no span.",
                'Write one a line, such as {"start": 10, "end": 16}.',
            ) from error
    return found


def _print(results: "Iterator[PlacedText | Refusal]", output_format: str) -> int:
    """Print the results as they come; the exit code is 1 where an input was refused."""
    from allegata.model.reading import Refusal

    code = 0
    if output_format == "geojson":
        return _print_geojson(results)
    if output_format == "csv":
        _write_row(_COLUMNS)
    for result in results:
        if isinstance(result, Refusal):
            say(f"{result.name}: {result.message} [{result.code}]")
            code = REFUSED
        elif output_format == "jsonl":
            print(_line(result))
        elif output_format == "csv":
            for mention in result.mentions:
                _write_row(_cells(result, mention))
        else:
            _print_table(result)
        sys.stdout.flush()
    return code


def _line(result: "PlacedText") -> str:
    from allegata.model.wire import to_json

    told = {
        "schema": "allegata/places/1",
        "document": {"name": result.name, "row_id": result.row_id},
        "gazetteers": list(result.gazetteers),
        "places": [to_json(mention) for mention in result.mentions],
    }
    return json.dumps(told, ensure_ascii=False)


def _cells(result: "PlacedText", mention: "PlaceMention") -> "tuple[Json, ...]":
    place = mention.place
    span = (result.name, result.row_id, mention.span.start, mention.span.end)
    if place is None:
        return (*span, mention.raw, mention.kind, *[""] * (len(_COLUMNS) - 6))
    units = (unit.name if unit else "" for unit in (place.admin1, place.admin2))
    return (
        *(*span, mention.raw, mention.kind, place.id, place.name, place.country, *units),
        *(place.lat, place.lon, place.precision.value, place.radius_km, place.score),
        *(place.method, "; ".join(place.reasons)),
    )


def _write_row(cells: "Sequence[Json]") -> None:
    """Print a row of CSV in which no cell becomes a formula of a spreadsheet."""
    from allegata.export.csv_counts import cell

    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([cell(one) for one in cells])
    print(line.getvalue(), end="")


def _print_table(result: "PlacedText") -> None:
    if result.name:
        print(f"{result.name}{f' row {result.row_id}' if result.row_id else ''}")
    for mention in result.mentions:
        place = mention.place
        if place is None:
            print(f"  {mention.raw}: not certain where")
            continue
        units = ", ".join(unit.name for unit in (place.admin2, place.admin1) if unit)
        where = ", ".join(filter(None, (place.name, units, place.country)))
        print(
            f"  {mention.raw}: {where}; {place.lat:.4f}, {place.lon:.4f} "
            f"± {place.radius_km:g} km, {place.precision.value.replace('_', ' ')} [{place.id}]"
        )
        if place.reasons:
            print(f"      {'; '.join(place.reasons)}")


def _print_geojson(results: "Iterator[PlacedText | Refusal]") -> int:
    """Print one collection: an area where the words tell one, else a point with its radius."""
    from allegata.model.reading import Refusal
    from allegata.model.wire import to_json

    code, features = 0, []
    for result in results:
        if isinstance(result, Refusal):
            say(f"{result.name}: {result.message} [{result.code}]")
            code = REFUSED
            continue
        for mention in result.mentions:
            if mention.place is not None:
                place = mention.place
                point = {"type": "Point", "coordinates": [place.lon, place.lat]}
                area = to_json(place.geometry) if place.geometry else point
                cells = dict(zip(_COLUMNS, _cells(result, mention), strict=True))
                features.append({"type": "Feature", "geometry": area, "properties": cells})
    print(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))
    return code
