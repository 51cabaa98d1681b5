"""The composition root: builds what the edges use from the parts inside.

Everything heavy is imported when first used, so that ``allegata read`` starts fast.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from allegata import __version__
from allegata.model.count import Bounds
from allegata.model.document import Box, SourceFile
from allegata.model.errors import ConfigError
from allegata.model.ids import digest
from allegata.model.reading import Reading, Refusal, Run

if TYPE_CHECKING:
    from allegata.app.case import Case
    from allegata.app.comparing_once import ComparingOnce
    from allegata.app.exporting import Exporter
    from allegata.app.linked import Linker
    from allegata.app.pipeline import Engines
    from allegata.app.placing import PlacedText
    from allegata.app.views import CaseDocument
    from allegata.fetch.downloading import Fetched
    from allegata.gazetteers.installed import InstalledGazetteer
    from allegata.gazetteers.several import SeveralGazetteers
    from allegata.model.linking import Account, LinkDecision, Partition
    from allegata.model.places import Place, PlaceMention
    from allegata.runners.inputs import InputOptions

CODEBOOK = "allegata@1"
DEFAULT_REVIEWER = "reviewer-1"


def now() -> str:
    """Return the time, ISO 8601 in UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(source: SourceFile) -> Reading | Refusal:
    """Return the reading of one source, or why it was refused."""
    from allegata.app.pipeline import read_source  # noqa: PLC0415

    return read_source(source, engines())


def tallying_engines(rule: str | None, vague_words: str | None) -> "Engines":
    """Return what readings need, with incidents tallied by a rule and a table of vague words.

    Raises:
        ConfigError: there is no such rule or table.
    """
    from allegata.stages.resolve.codebook import table_names  # noqa: PLC0415
    from allegata.stages.resolve.tallies import rule_names  # noqa: PLC0415

    usual = engines()
    rule, table = rule or usual.rule, vague_words or usual.vague_words
    for code, asked, known in (
        ("tallying.rule", rule, rule_names()),
        ("tallying.vague_words", table, table_names()),
    ):
        if asked not in known:
            raise ConfigError(code, f"There is no {asked}.", f"Choose of {', '.join(known)}.")
    if (rule, table) == (usual.rule, usual.vague_words):
        return usual
    run = replace(usual.run, codebook=f"{CODEBOOK}, {rule}, vague words {table}")
    return replace(usual, run=run, rule=rule, vague_words=table)


@cache
def engines() -> "Engines":
    """Return what readings need, built once in a process."""
    from allegata.app.pipeline import Engines  # noqa: PLC0415
    from allegata.lang.countries import country_of_code  # noqa: PLC0415
    from allegata.lang.pack import available_packs, load_pack  # noqa: PLC0415
    from allegata.places.words import load_place_words  # noqa: PLC0415
    from allegata.runners.worker import convert_isolated  # noqa: PLC0415
    from allegata.stages.extract.facts import Grammar  # noqa: PLC0415
    from allegata.stages.resolve.confidence import model_label  # noqa: PLC0415

    gazetteer = gazetteers()

    @cache
    def grammar(language: str) -> Grammar | None:
        if language not in available_packs():
            return None
        return Grammar(load_pack(language), load_place_words(language), gazetteer)

    def alpha2(code: str) -> str | None:
        country = country_of_code(code)
        return country.alpha2 if country else None

    packs = digest(*(load_pack(language).digest for language in available_packs()))[:12]
    run = Run(__version__, CODEBOOK, packs, model=model_label(), gazetteers=gazetteer.labels)
    return Engines(convert_isolated, gazetteer, grammar, alpha2, run)


@cache
def gazetteers() -> "SeveralGazetteers":
    """Return the embedded gazetteer and those that are installed, opened once in a process."""
    from allegata.gazetteers.embedded import open_embedded  # noqa: PLC0415
    from allegata.gazetteers.installed import open_all, usual_folder  # noqa: PLC0415
    from allegata.gazetteers.several import SeveralGazetteers  # noqa: PLC0415

    return SeveralGazetteers(open_embedded(), open_all(usual_folder()))


def places_of(
    text: str,
    *,
    country: str | None = None,
    language: str = "en",
    spans: Sequence[tuple[int, int]] | None = None,
    is_every_toponym: bool = False,
) -> "tuple[PlaceMention, ...]":
    """Return the places that a text names, each with its ground where that is certain enough.

    Args:
        text: any text; spans in the answer count its code points.
        country: the country that it is about, ISO 3166 alpha-2.
        language: the language of the text; its words tell what is a place.
        spans: (start, end) of mentions that are known already; nothing else is sought then.
        is_every_toponym: also places inside other names, and peoples.

    >>> [(one.raw, one.place.name) for one in places_of("shelling near Mayadin", country="SY")]
    [('Mayadin', 'Al Mayādīn')]
    """
    from allegata.app.placing import place_spans, place_text  # noqa: PLC0415
    from allegata.places.words import load_place_words  # noqa: PLC0415

    words = load_place_words(language)
    if spans is not None:
        return place_spans(text, spans, gazetteers(), words, country=country)
    return place_text(text, gazetteers(), words, country=country, is_every_toponym=is_every_toponym)


def place_inputs(
    inputs: Sequence[str], options: "InputOptions", *, is_every_toponym: bool = False
) -> "Iterator[PlacedText | Refusal]":
    """Yield the places of inputs one by one: files, rows of tables, standard input."""
    from allegata.app.placing import place_source  # noqa: PLC0415
    from allegata.runners.inputs import iter_inputs  # noqa: PLC0415
    from allegata.runners.worker import convert_isolated  # noqa: PLC0415

    for source in iter_inputs(inputs, options):
        if isinstance(source, Refusal):
            yield source
        else:
            yield place_source(
                source, convert_isolated, gazetteers(), is_every_toponym=is_every_toponym
            )


def fetch_lists(
    country: str, *, mirror: str = "", on_start: Callable[[str], None] = lambda _: None
) -> "tuple[Path, tuple[Fetched, ...]]":
    """Fetch the lists of places of a country (alpha-2) and return their folder, and what came.

    They are kept beside the gazetteers, so that next time only what changed is fetched.
    """
    from allegata.fetch.downloading import Fetcher  # noqa: PLC0415
    from allegata.fetch.planning import plan  # noqa: PLC0415
    from allegata.gazetteers.installed import usual_folder  # noqa: PLC0415

    folder = usual_folder() / "fetched" / country
    fetcher = Fetcher(folder, mirror=mirror)
    told = []
    for item in plan(country):
        on_start(f"{item.title} …")
        told.append(fetcher.fetch(item))
    return folder, tuple(told)


def build_gazetteer(country: str, folder: Path) -> "InstalledGazetteer":
    """Make the gazetteer of a country (alpha-2) from the lists in ``folder``, and install it.

    Raises:
        InputError: there is no list of the country, or one is not what it should be.
    """
    from allegata.gazetteers.building import build_country  # noqa: PLC0415
    from allegata.gazetteers.embedded import open_embedded  # noqa: PLC0415
    from allegata.gazetteers.installed import describe, install, usual_folder  # noqa: PLC0415

    content = build_country(country, folder, open_embedded(), made=now()[:10])
    install(usual_folder(), country, content)
    return describe(usual_folder(), country)


def new_case(path: Path, *, reviewer: str = DEFAULT_REVIEWER) -> "Case":
    """Make a case file at ``path`` and open it for writing."""
    from allegata.store.case_store import create  # noqa: PLC0415

    create(path, at=now(), reviewer=reviewer)
    return open_case(path)


def open_case(path: Path, *, read_only: bool = False) -> "Case":
    """Open the case file at ``path``; for writing unless ``read_only``."""
    from allegata.app.case import Case  # noqa: PLC0415
    from allegata.store.case_store import open_store  # noqa: PLC0415

    store = open_store(path, at=now(), read_only=read_only)
    return Case(
        store,
        read=read,
        clock=now,
        exporters=exporters(),
        parse_number=parse_number,
        render=render_page,
        gazetteer=gazetteers,
        linker=linker(path),
    )


def linker(case: Path | None = None) -> "Linker":
    """Return what links accounts, counting and grading as the codebook of a case file says."""
    from allegata.app.linked import Linker, Settings, claims_in_force  # noqa: PLC0415
    from allegata.app.settings import settings_of  # noqa: PLC0415

    def accounts(
        shown: "CaseDocument", _register: object, decisions: "Sequence[LinkDecision]"
    ) -> "tuple[Account, ...]":
        from allegata.stages.resolve.accounts import accounts_of  # noqa: PLC0415

        if shown.document is None:
            return ()
        claims = list(claims_in_force(shown).values())
        return accounts_of(shown.document, claims, shown.mentions, decisions=decisions)

    memory: list[ComparingOnce] = []  # made when it is first asked, since it loads numpy

    def link(found: "Sequence[Account]", decisions: "Sequence[LinkDecision]") -> "Partition":
        from allegata.app.comparing_once import ComparingOnce  # noqa: PLC0415

        if not memory:
            memory.append(ComparingOnce())
        return memory[0].link(found, decisions)

    codebook = case / "codebook.toml" if case is not None else None
    held = codebook is not None and codebook.is_file()
    known = settings_of(codebook.read_text("utf-8")) if held and codebook else Settings()
    return Linker(accounts, link, known, find_place=place_named)


@cache
def place_named(words: str, country: str) -> "Place | None":
    """Return the ground that a recorder's words for a place stand for, None where it is in doubt.

    Args:
        words: the place, and what it lies in, such as "Mayadin, Deir ez-Zor".
        country: alpha-2, "" where it is not known.
    """
    found = places_of(words, country=country or None, spans=[(0, len(words.partition(",")[0]))])
    return next((one.place for one in found if one.place is not None), None)


def render_page(source: SourceFile, page: int, *, box: Box | None = None, dpi: int = 150) -> bytes:
    """Return a page of an original, or the part of it in ``box``, as a PNG.

    Raises:
        InputError: it cannot be shown.
    """
    from allegata.runners import rendering  # noqa: PLC0415

    return rendering.render_page(source, page, box=box, dpi=dpi)


def parse_number(raw: str, language: str | None) -> Bounds | None:
    """Return what the words of a count parse to; None where they are no number of that language.

    The words may carry marks of their format ("at least **24**").
    """
    from allegata.lang.grammar.numbers import parse_quantity  # noqa: PLC0415
    from allegata.lang.pack import available_packs, load_pack  # noqa: PLC0415
    from allegata.text.cleaning import reading_view  # noqa: PLC0415

    if language not in available_packs():
        return None
    found = parse_quantity(reading_view(raw, markdown=True)[0], load_pack(language))
    return found.bounds if found is not None else None


def exporters() -> "Mapping[str, Exporter]":
    """Return the export formats by name."""
    from allegata.app.exporting import INCIDENTS  # noqa: PLC0415
    from allegata.export.csv_counts import write_csv  # noqa: PLC0415
    from allegata.export.jsonl_claims import write_jsonl  # noqa: PLC0415

    of_incidents = {f"{INCIDENTS}{name}": each for name, each in incident_exporters().items()}
    return {"csv": write_csv, "jsonl": write_jsonl, **of_incidents}


def incident_exporters() -> "Mapping[str, Exporter]":
    """Return the export formats of incidents by name."""
    from allegata.export.incident_tables import write_csv, write_xlsx  # noqa: PLC0415
    from allegata.export.incidents_geojson import write_geojson  # noqa: PLC0415
    from allegata.export.jsonl_claims import write_jsonl  # noqa: PLC0415
    from allegata.export.like_acled import write_acled  # noqa: PLC0415
    from allegata.export.like_airwars import write_airwars  # noqa: PLC0415
    from allegata.export.like_ucdp import write_ucdp  # noqa: PLC0415

    return {
        "acled": write_acled,
        "airwars": write_airwars,
        "csv": write_csv,
        "geojson": write_geojson,
        "jsonl": write_jsonl,
        "ucdp-ged": write_ucdp,
        "xlsx": write_xlsx,
    }
