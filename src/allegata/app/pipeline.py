"""The pipeline: one source file to a reading, or to a refusal with its reason.

convert → anatomy → consistency → extract → normalize → resolve. A refusal never stops the others;
an error that nobody foresaw carries the document and the stage with it and goes on up.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from allegata.app.ahead import convert_ahead
from allegata.app.number_gate import with_number_doubts
from allegata.app.ocr_numbers import ocr_numbers
from allegata.model.claim import Claim
from allegata.model.document import Document, SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import ContractError, InputError
from allegata.model.extraction import Extraction
from allegata.model.places import PlaceMention
from allegata.model.ports import Converter, Gazetteer
from allegata.model.reading import Mentions, Reading, Refusal, Run
from allegata.model.span import Span
from allegata.stages.convert.anatomy import read_anatomy
from allegata.stages.convert.consistency import check_consistency
from allegata.stages.convert.registry import CONVERTERS
from allegata.stages.extract.extract import extract
from allegata.stages.extract.facts import Grammar
from allegata.stages.extract.view import view_of
from allegata.stages.normalize.dates import resolve_dates, resolve_event_dates
from allegata.stages.normalize.places import resolve_places
from allegata.stages.resolve.codebook import NONE
from allegata.stages.resolve.confidence import load_model, with_confidence
from allegata.stages.resolve.signs import Told, signs_of
from allegata.stages.resolve.tallies import DEFAULT
from allegata.stages.resolve.within import resolve_within


@dataclass(frozen=True, slots=True)
class Engines:
    """What a reading needs from outside: a converter, a gazetteer, the grammars by language.

    ``country_of`` turns a state's alpha-3 code into the alpha-2 code that gazetteers use. Incidents
    are tallied by ``rule``, vague words by the table ``vague_words``.
    """

    convert: Converter
    gazetteer: Gazetteer
    grammar: Callable[[str], Grammar | None]
    country_of: Callable[[str], str | None]
    run: Run
    rule: str = DEFAULT
    vague_words: str = NONE


def read_source(source: SourceFile, engines: Engines) -> Reading | Refusal:
    """Return the reading of one source; an input that cannot be used becomes a Refusal."""
    try:
        return _read(source, engines)
    except InputError as error:
        return Refusal(source.name, source.row_id, error.code, error.message, error.hint)
    except Exception as error:
        error.add_note(f"while reading {source.name} ({source.id})")
        raise


def _read(source: SourceFile, engines: Engines) -> Reading:
    converted = engines.convert(source)
    view = view_of(converted)
    anatomy = read_anatomy(converted, view.text, view.offsets, skipped=view.skipped)
    doc = check_consistency(anatomy, view.text, view.offsets)
    grammar = engines.grammar(doc.language) if doc.language else None
    if grammar is None:
        return Reading(engines.run, _unread(doc), Mentions(), (), ())
    extraction = extract(doc, view, grammar)
    dated = _dated(extraction, doc)
    claims, places = _normalize(extraction, doc, view.layer.text, engines, dated)
    claims = with_number_doubts(claims, ocr_numbers(doc.layers))
    _check(claims, doc)
    mentions = Mentions(
        places=places,
        people=extraction.people,
        events=resolve_event_dates(extraction, dated),
    )
    incidents = resolve_within(claims)
    told = Told(view.layer.text, claims, incidents, extraction.signs, official=doc.un is not None)
    signs = signs_of(told)
    claims = with_confidence(claims, signs, load_model())
    if (engines.rule, engines.vague_words) != (DEFAULT, NONE):
        # only now: confidence is learned on tallies of the usual rule
        incidents = resolve_within(claims, rule=engines.rule, table=engines.vague_words)
    return Reading(engines.run, doc, mentions, claims, incidents, signs)


def _unread(doc: Document) -> Document:
    """Say that no claims were looked for, which is not the same as that there are none."""
    told = f"({doc.language}) " if doc.language else ""
    message = f"claims are not read from this language {told}yet; the text is kept and shown"
    doubt = Doubt("extract.language_not_read", message)
    return replace(doc, doubts=(*doc.doubts, doubt))


def _dated(extraction: Extraction, doc: Document) -> str | None:
    """Return the ISO day on which the document speaks."""
    told = doc.un.dated if doc.un and doc.un.dated else doc.published
    dated = told or extraction.dateline
    return dated[:10] if dated else None


def _normalize(
    extraction: Extraction, doc: Document, text: str, engines: Engines, dated: str | None
) -> tuple[tuple[Claim, ...], tuple[PlaceMention, ...]]:
    claims = resolve_dates(extraction, dated)
    country = _country(doc, engines)
    places = resolve_places(extraction.places, text, engines.gazetteer, country=country)
    resolved: dict[Span, PlaceMention] = {mention.span: mention for mention in places}
    for span, antecedent in extraction.antecedents.items():
        if span in resolved and antecedent in resolved:
            before = resolved[antecedent]
            resolved[span] = replace(
                resolved[span], place=before.place, kind=before.kind, name=before.name
            )
    claims = tuple(replace(claim, where=_where(claim, resolved)) for claim in claims)
    return claims, tuple(resolved[mention.span] for mention in places)


def _where(claim: Claim, resolved: dict[Span, PlaceMention]) -> tuple[PlaceMention, ...]:
    return tuple(resolved.get(mention.span, mention) for mention in claim.where)


def _country(doc: Document, engines: Engines) -> str | None:
    """Return the country in which the document's places most likely lie, alpha-2."""
    if doc.country is not None:
        return doc.country
    if doc.un is not None:
        for sender in doc.un.senders:
            if sender.state is not None:
                return engines.country_of(sender.state)
    return None


def _check(claims: tuple[Claim, ...], doc: Document) -> None:
    """Hold the contract: every quote equals its layer's slice, every id is one claim's alone."""
    for claim in claims:
        for evidence in claim.evidence:
            if doc.quote(evidence.span) != evidence.quote:
                raise ContractError(
                    "contract.quote", f"A quote of claim {claim.id} is not its layer's slice."
                )
    if len({claim.id for claim in claims}) != len(claims):
        raise ContractError("contract.claim_id", "Two claims share one id.")


@dataclass(frozen=True, slots=True)
class Failure:
    """A bug met in one document: reported with its traceback, while the others go on."""

    name: str
    row_id: str | None
    traceback: str


def read_each(
    inputs: Iterable[SourceFile | Refusal], engines: Engines, *, strict: bool = False
) -> Iterator[Reading | Refusal | Failure]:
    """Yield what each input gave, in order; ``strict`` raises the first bug instead."""
    for source, outcome in convert_ahead(inputs, lambda item: _converted(item, engines), _waits):
        if isinstance(source, Refusal):
            yield source
            continue
        try:
            yield read_source(source, replace(engines, convert=lambda _: _given(outcome)))  # noqa: B023
        except Exception:
            if strict:
                raise
            yield Failure(source.name, source.row_id, traceback.format_exc())


def _waits(source: SourceFile | Refusal) -> bool:
    """Say whether a source is converted in another process."""
    if isinstance(source, Refusal):
        return False
    converter = CONVERTERS.get(source.media_type)
    return converter is not None and converter.isolated


def _converted(source: SourceFile | Refusal, engines: Engines) -> Document | None:
    return None if isinstance(source, Refusal) else engines.convert(source)


def _given(outcome: Document | Exception | None) -> Document:
    """Return a document that was converted ahead, or raise what was met on the way."""
    if isinstance(outcome, Exception):
        raise outcome
    assert outcome is not None
    return outcome
