"""Commands on the gazetteers of single countries: add, list, info, remove."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.plain_errors import REFUSED, plain_errors, say

if TYPE_CHECKING:
    from allegata.gazetteers.installed import InstalledGazetteer
    from allegata.model.places import GazetteerEntry, GazetteerName

FORMATS = ("table", "json")
MOST_PLACES = 5  # of one name whose names are told
Country = Annotated[
    str, typer.Argument(help="Its code of ISO 3166, such as SY, or its name in any language.")
]
Format = Annotated[str, typer.Option("--format", help="table or json")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    group = typer.Typer(
        help="Gazetteers of single countries, with their villages.", no_args_is_help=True
    )
    group.command("add", epilog="Example: allegata gazetteer add SY --from /media/stick")(add)
    group.command("list", epilog="Example: allegata gazetteer list")(list_)
    group.command("info", epilog="Example: allegata gazetteer info SY")(info)
    group.command("names", epilog="Example: allegata gazetteer names Khankendi --country AZ")(names)
    group.command("remove", epilog="Example: allegata gazetteer remove SY")(remove)
    app.add_typer(group, name="gazetteer")


def add(
    country: Country,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="DIR", help="Take files that lie there; ask no network."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Fetch without asking again.")] = False,
    mirror: Annotated[
        str, typer.Option(metavar="URL", help="A server of your own that has the hosts' files.")
    ] = "",
    form: Format = "table",
) -> None:
    """Make and install the gazetteer of a country, from its lists of places.

    With --from the lists are taken from a folder. Without, they are fetched: what would be asked of
    whom is told first, since each host learns which country is asked for.
    """
    from allegata.wiring import build_gazetteer, fetch_lists

    with plain_errors():
        _check(form)
        code = _code(country)
        failed = False
        if source is None:
            _ask(code, mirror=mirror, is_agreed=yes)
            source, told = fetch_lists(code, mirror=mirror, on_start=say)
            for one in told:
                say(f"  {one.item.file}: {one.state}{f', {one.reason}' if one.reason else ''}")
            failed = any(one.state == "failed" for one in told)
        elif not source.is_dir():
            raise typer.BadParameter(f"{source} is no folder.", param_hint="--from")
        _print([build_gazetteer(code, source)], form)
        if failed:
            say("Some lists could not be had; the gazetteer is made of the others.")
            raise typer.Exit(REFUSED)


def list_(form: Format = "table") -> None:
    """List the gazetteers of countries on this computer."""
    from allegata.gazetteers.installed import countries_in, describe, usual_folder
    from allegata.model.errors import ConfigError

    with plain_errors():
        _check(form)
        folder = usual_folder()
        found, broken = [], 0
        for country in countries_in(folder):
            try:
                found.append(describe(folder, country))
            except ConfigError as error:
                say(f"{error} [{error.code}]")
                broken += 1
        if found or form == "json":
            _print(found, form)
        elif not broken:
            say(f"There are none in {folder}. Places are known from the embedded gazetteer alone.")
        if broken:
            raise typer.Exit(REFUSED)


def info(country: Country, form: Format = "table") -> None:
    """Tell what a country's gazetteer is made of, and verify its file."""
    from allegata.gazetteers.installed import describe, usual_folder

    with plain_errors():
        _check(form)
        told = describe(usual_folder(), _code(country))
        if form == "json":
            _print([told], form)
            return
        print(f"{told.country}  {told.path}")
        print(f"made {told.made}, {told.bytes} bytes, sha256 {told.digest}: verified")
        print(f"{told.entries} places with {told.names} names")
        for feature, count in told.features.items():
            print(f"  {feature:<14}{count:>8}")
        for one in told.sources:
            print(f"{one['label']}: {one['title']}, {one['licence']}")
            for name, digest in one.get("files", {}).items():
                print(f"  {name}  sha256 {digest}")


def names(
    name: Annotated[str, typer.Argument(help="A name of the place, in any script.")],
    country: Annotated[
        str | None, typer.Option(help="Its country: a code of ISO 3166, or a name.")
    ] = None,
    form: Format = "table",
) -> None:
    """Tell all names of a place that the gazetteers here have, who uses them and since when.

    Where a place was renamed or its name is contested, all of them stand side by side.
    """
    from allegata.model.errors import InputError
    from allegata.wiring import gazetteers

    with plain_errors():
        _check(form)
        known = gazetteers()
        found = known.find(name, country=_code(country) if country else None)[:MOST_PLACES]
        if not found:
            raise InputError(
                "gazetteer.no_place",
                f"No gazetteer here knows {name!r}.",
                "Try another spelling, or add the country's own with allegata gazetteer add.",
            )
        for one in found:
            told = known.names(one.entry.id)
            if form == "json":
                print(json.dumps(asdict(one.entry) | {"names": list(map(asdict, told))}))
            else:
                print("\n".join(_name_lines(one.entry, told)))


def _name_lines(entry: "GazetteerEntry", told: "Sequence[GazetteerName]") -> Iterator[str]:
    units = [unit.name for unit in (entry.admin3, entry.admin2, entry.admin1) if unit is not None]
    where = ", ".join([entry.name, *units, entry.country])
    yield f"{where}  {entry.feature}  {entry.lat:.4f}, {entry.lon:.4f}  {entry.id}"
    by_text: dict[str, list[str]] = {}
    for one in told:
        years = f" {one.since}–{one.until}" if one.since or one.until else ""
        kind = "" if one.kind == "usual" else f"{one.kind} "
        label = f"{kind}{one.language or 'main'}{years} ({one.source or 'embedded'})"
        by_text.setdefault(one.text, []).append(label)
    for text, labels in by_text.items():
        yield f"  {text}  {', '.join(dict.fromkeys(labels))}"


def remove(country: Country) -> None:
    """Remove a country's gazetteer; places are known from the embedded one then."""
    from allegata.gazetteers.installed import remove as remove_from
    from allegata.gazetteers.installed import usual_folder

    with plain_errors():
        code = _code(country)
        remove_from(usual_folder(), code)
        say(f"Removed {code}.")


def _check(form: str) -> None:
    if form not in FORMATS:
        raise typer.BadParameter(f"{form} is none of {', '.join(FORMATS)}.", param_hint="--format")


def _code(country: str) -> str:
    """Return the ISO 3166 alpha-2 code of a country written as code or name."""
    from allegata.lang.countries import country_named, country_of_code
    from allegata.model.errors import InputError

    known = country_of_code(country.upper()) or country_named(country, demonyms=False)
    if known is None:
        raise InputError(
            "gazetteer.country",
            f"There is no country {country}.",
            "Write its code of ISO 3166, such as SY.",
        )
    return known.alpha2


def _ask(code: str, *, mirror: str, is_agreed: bool) -> None:
    """Tell what would be fetched from whom, and stop unless a person agrees."""
    from allegata.fetch.planning import plan

    items = plan(code)
    say(f"To make the gazetteer of {code}, these files would be fetched:")
    for item in items:
        say(f"  {mirror or item.host}: {item.title} ({item.licence})")
    say(
        "Each of these hosts learns the address of this computer and that somebody asks for "
        f"{code}. To ask none of them, take the files from elsewhere: --from DIR."
    )
    if is_agreed:
        return
    if not sys.stdin.isatty() or not typer.confirm("Fetch them?", err=True):
        say("Nothing was fetched. Say --yes to fetch without a question.")
        raise typer.Exit(REFUSED)


def _print(found: "list[InstalledGazetteer]", form: str) -> None:
    """Print gazetteers, a line each, or all of what is known as JSON."""
    if form == "json":
        rows = [{**asdict(one), "path": str(one.path)} for one in found]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    print(f"{'country':<9}{'places':>8}{'names':>9}{'MB':>7}  {'made':<12}sources")
    for one in found:
        labels = ", ".join(str(source["label"]) for source in one.sources)
        size = f"{one.bytes / 1e6:.1f}"
        print(f"{one.country:<9}{one.entries:>8}{one.names:>9}{size:>7}  {one.made:<12}{labels}")
