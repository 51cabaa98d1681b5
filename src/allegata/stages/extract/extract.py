"""A document to claims: the whole of ``extract``.

In: a document with its anatomy, and the grammar of its language. Out: an ``Extraction``; claims
whose dates and places are still words. Each part of a United Nations document is read on its own,
in its author's voice: what a letter tells never mixes with what its annex tells. Sentences that
refer to an earlier letter, mastheads and signatures are no claims.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allegata.lang.grammar.dateline import find_dateline
from allegata.lang.pack import LanguagePack
from allegata.model.document import Document
from allegata.model.extraction import Extraction
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind
from allegata.stages.extract.actors import ActorRegister
from allegata.stages.extract.assemble import Assembler
from allegata.stages.extract.discourse import Discourse
from allegata.stages.extract.drafts import AnyPlace, Draft
from allegata.stages.extract.events import event_mentions
from allegata.stages.extract.facts import Grammar, SentenceFacts, find_facts
from allegata.stages.extract.firmness import with_verdicts
from allegata.stages.extract.history import with_history
from allegata.stages.extract.people import People
from allegata.stages.extract.pieces import pieces
from allegata.stages.extract.scenes import with_scenes
from allegata.stages.extract.speaking import with_speakers
from allegata.stages.extract.statements import norm_drafts, request_drafts
from allegata.stages.extract.tabular import outside, row_draft, table_rows
from allegata.stages.extract.taking_part import Named, with_actors, with_claims
from allegata.stages.extract.view import View
from allegata.stages.extract.voicing import Chain, document_voices, part_voices
from allegata.un.documents import read_document
from allegata.un.letters import Letter
from allegata.un.masks import masks


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch ``start..end`` of the view that one chain of voices vouches for."""

    start: int
    end: int
    voices: Chain
    letter: Letter | None = None


def extract(doc: Document, view: View, grammar: Grammar) -> Extraction:
    """Return what the document's voices claim, word for word in context."""
    reaches = tuple(_reaches(doc, view))
    start, end = reaches[0].start, max(reach.end for reach in reaches)
    dateline = find_dateline(view.text, grammar.pack)
    facts = find_facts(
        view.text, grammar, start=start, end=end, masks=masks(view.text), dateline=dateline
    )
    facts = with_scenes(with_verdicts(with_speakers(facts), grammar.pack))
    facts = with_history(facts, int(doc.published[:4]) if doc.published else None, grammar.pack)
    register = ActorRegister()
    for sentence in facts:
        for actor in sentence.actors:
            register.learn(actor)
    drafts: list[Draft] = []
    discourse = Discourse(is_story=doc.un is None and dateline is not None and dateline.led)
    table = table_rows(view, facts, grammar.pack)
    for reach, sentences in _by_reach(reaches, facts):
        discourse = discourse.afresh()
        _read(outside(sentences, table), reach, doc, view, discourse, register, grammar.pack)
        drafts += discourse.drafts
        for row in table:
            if reach.start <= row.facts.start < reach.end:
                drafts.append(row_draft(row, discourse.begin(row.facts) if row.dated else None))
    assembler = Assembler(
        doc.id,
        view,
        grammar.pack,
        tuple((reach.start, reach.end, reach.voices) for reach in reaches),
        register,
    )
    extraction = assembler.assemble(drafts, _places(facts))
    told = [sentence for sentence in facts if not view.is_skipped(sentence.start, sentence.end)]
    people = People(view, grammar.pack)
    people.learn(told)
    events, dates = event_mentions(told, view, people)
    day = dateline.day if dateline else None
    years = {date.phrase.year for sentence in facts for date in sentence.dates} - {None}
    claims = with_actors(extraction.claims, events, _named(facts, people, grammar.pack.language))
    return replace(
        extraction,
        claims=claims,
        dateline=day,
        events=events,
        event_dates=dates,
        people=with_claims(people.entries(), claims, events),
        year=years.pop() if len(years) == 1 else None,
    )


def _named(facts: Sequence[SentenceFacts], people: People, language: str) -> Named:
    organisations = {one.name: one.kind for told in facts for one in told.organisations}
    actors = {one.name: one.kind for told in facts for one in told.actors}
    names = {person.id: person.name for person in people.entries()}
    return Named(names, {**organisations, **actors}, language)


def _reaches(doc: Document, view: View) -> Iterator[Reach]:
    """Yield the stretches that are read, in order."""
    scanned = view.layer.kind is LayerKind.OCR
    found = read_document(view.text, scanned=scanned) if doc.un is not None else None
    if found is None:
        yield Reach(0, len(view.text), document_voices(doc))
        return
    for part in found.parts:
        voices = part_voices(doc, found, part, view)
        yield Reach(part.body_start, part.body_end, voices, part.letter)


def _by_reach(
    reaches: Sequence[Reach], facts: Sequence[SentenceFacts]
) -> Iterator[tuple[Reach, list[SentenceFacts]]]:
    for reach in reaches:
        inside = [one for one in facts if reach.start <= one.start < reach.end]
        yield reach, inside


def _read(
    sentences: Sequence[SentenceFacts],
    reach: Reach,
    doc: Document,
    view: View,
    discourse: Discourse,
    register: ActorRegister,
    pack: LanguagePack,
) -> None:
    """Read the sentences of one stretch together; ``discourse`` takes the drafts."""
    previous: SentenceFacts | None = None
    addressees = reach.letter.addressees if reach.letter else ()
    earlier = _earlier_letters(doc) if reach.letter else ()
    for sentence in sentences:
        if not _is_read(sentence, view, earlier):
            continue
        if not _is_closing(sentence, reach.letter):
            for piece in pieces(sentence, pack):
                discourse.read(piece)
            discourse.drafts += norm_drafts(sentence, previous, discourse, view)
        discourse.drafts += request_drafts(sentence, register, addressees)
        previous = sentence


def _earlier_letters(doc: Document) -> tuple[Span, ...]:
    """Return where the document refers to a letter before it."""
    return tuple(one.span for one in doc.references if one.relation in ("previous", "replies_to"))


def _is_read(sentence: SentenceFacts, view: View, earlier: Sequence[Span]) -> bool:
    """Say whether a sentence may claim anything: not furniture, not a word on earlier letters."""
    if view.is_skipped(sentence.start, sentence.end):
        return False
    if not earlier:
        return True
    span = view.span(sentence.start, sentence.end)
    return not any(span.covers(one) for one in earlier)


def _is_closing(sentence: SentenceFacts, letter: Letter | None) -> bool:
    if letter is None or letter.closing is None:
        return False
    return sentence.start < letter.closing[1] and letter.closing[0] < sentence.end


def _places(facts: list[SentenceFacts]) -> list[AnyPlace]:
    return [place for sentence in facts for place in sentence.places]
