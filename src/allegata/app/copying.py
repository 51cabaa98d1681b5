"""Who copies whom: the graph of those who tell of an incident, or of all incidents of a case.

In: the case file as linking sees it, an incident, the works and references of the case. Out: a
``CopyGraph``: documents and the voices that they name, oldest first, and what each has from which
other, with the words that show it. What binds two tellers as one origin is what the record counts
by (``copies``, ``speakers``); what two texts only share, or refer to, is shown and binds nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from allegata.app.copies import SAME_TEXT, seen_through
from allegata.app.copying_texts import by_words
from allegata.app.linked import Linked
from allegata.app.reprints import Sketch
from allegata.app.told import ToldClaim, told_claims
from allegata.app.views import CaseDocument, CaseReferences
from allegata.model.attribution import Voice
from allegata.model.copying import CopyGraph, Copying, Passing, Quoted, Teller
from allegata.model.linking import ClaimRef, KnownIncident
from allegata.model.record import Origin
from allegata.model.source import Source
from allegata.model.works import Work
from allegata.stages.resolve.speakers import path_of

_VOICE = "voice:"


@dataclass(frozen=True, slots=True)
class Beside:
    """What is beside claims: the register of sources, sketches of words, works and references."""

    register: Sequence[Source]
    words: Mapping[ClaimRef, Sketch]
    references: CaseReferences | None = None


def incident_graph(linked: Linked, incident: KnownIncident, beside: Beside) -> CopyGraph:
    """Return who tells of one incident, and who has it from whom."""
    told = told_claims(linked, incident.claims, beside.register)
    found = seen_through({one.ref: one.speaker for one in told}, beside.words, linked.works)
    told = [replace(one, speaker=found[one.ref]) for one in told]
    shown = {one.ref.document: one.shown for one in told}
    copyings = [
        *_by_voices(told),
        *by_words(told, beside.words),
        *_by_works(linked.works, list(shown)),
        *_by_references(beside.references, shown),
    ]
    tellers = (*_documents(told), *_voices(told))
    order = {each.id: place for place, each in enumerate(sorted(tellers, key=_age))}
    return CopyGraph(
        incident.code,
        tuple(sorted(tellers, key=_age)),
        _once(replace(each, codes=(incident.code,)) for each in copyings),
        tuple(_origins(told, order)),
    )


def case_graph(graphs: Iterable[CopyGraph]) -> CopyGraph:
    """Return the graphs of incidents as one: each teller once, each copying with its codes."""
    tellers: dict[str, Teller] = {}
    copyings: list[Copying] = []
    origins: dict[str, Origin] = {}
    for graph in graphs:
        copyings += graph.copyings
        origins |= {each.id: each for each in graph.origins if each.id not in origins}
        for each in graph.tellers:
            known = tellers.get(each.id, each)
            days = [day for day in (known.day, each.day) if day]
            counted = tuple(dict.fromkeys((*known.origins, *each.origins)))
            tellers[each.id] = replace(known, origins=counted, day=min(days, default=None))
    return CopyGraph(
        None, tuple(sorted(tellers.values(), key=_age)), _once(copyings), tuple(origins.values())
    )


def of_documents(graph: CopyGraph, ids: Iterable[str]) -> CopyGraph:
    """Return the part of a graph that documents take part in, and those that they have it from."""
    reached = set(ids)
    while True:
        more = {each.giver for each in graph.copyings if each.taker in reached} - reached
        if not more:
            break
        reached |= more
    return replace(
        graph,
        tellers=tuple(each for each in graph.tellers if each.id in reached),
        copyings=tuple(each for each in graph.copyings if each.taker in reached),
    )


def _age(teller: Teller) -> tuple[str, bool, str]:
    """Sort the oldest first, voices before the documents of their day, the undated last."""
    return teller.day or "9999", teller.is_document, teller.id


def _once(copyings: Iterable[Copying]) -> tuple[Copying, ...]:
    """Return each copying once, with the incidents of which it is and all words that show it."""
    held: dict[tuple[str, str, Passing], Copying] = {}
    for each in copyings:
        key = each.taker, each.giver, each.how
        known = held.get(key)
        if known is None:
            held[key] = each
        else:
            codes = tuple(sorted({*known.codes, *each.codes}))
            shown = tuple(dict.fromkeys((*known.shown, *each.shown)))
            held[key] = replace(known, codes=codes, shown=shown)
    return tuple(held[key] for key in sorted(held))


def _documents(told: Iterable[ToldClaim]) -> list[Teller]:
    found: dict[str, Teller] = {}
    for one in told:
        id_, row = one.ref.document, one.shown.row
        known = found.setdefault(id_, Teller(id_, "document", row.label, (), one.published))
        origins = tuple(dict.fromkeys((*known.origins, one.speaker.origin.id)))
        found[id_] = replace(known, origins=origins)
    return list(found.values())


def _voices(told: Iterable[ToldClaim]) -> list[Teller]:
    """Return the voices, each from the day of the first document that names it."""
    found: dict[str, Teller] = {}
    for one in told:
        for voice in path_of(one.claim.attribution):
            id_ = _voice_id(voice)
            new = Teller(id_, voice.kind.value, voice.source, (), one.published)
            known = found.setdefault(id_, new)
            days = [day for day in (known.day, one.published) if day]
            origins = tuple(dict.fromkeys((*known.origins, one.speaker.origin.id)))
            found[id_] = replace(known, origins=origins, day=min(days, default=None))
    return list(found.values())


def _voice_id(voice: Voice) -> str:
    return f"{_VOICE}{voice.source.casefold()}"


def _origins(told: Iterable[ToldClaim], order: Mapping[str, int]) -> list[Origin]:
    """Return what the tellers count as, in the order of who tells it first."""
    found: dict[str, tuple[int, Origin]] = {}
    for one in told:
        place = order[one.ref.document]
        known = found.get(one.speaker.origin.id)
        if known is None or place < known[0]:
            found[one.speaker.origin.id] = place, one.speaker.origin
    return [origin for _, origin in sorted(found.values(), key=lambda each: (each[0], each[1].id))]


def _by_voices(told: Iterable[ToldClaim]) -> Iterable[Copying]:
    """Yield how each document has it from the voices that it names, and they from each other."""
    for one in told:
        chain, path = one.claim.attribution.chain, path_of(one.claim.attribution)
        taker, is_own = one.ref.document, _is_own(one, path)
        for voice in path:
            how = Passing.OWN if is_own and voice is path[0] else Passing.ACCORDING_TO
            shown = () if not chain else (_words(one, voice),)
            yield Copying(taker, _voice_id(voice), how, shown)
            taker = _voice_id(voice)


def _is_own(one: ToldClaim, path: Sequence[Voice]) -> bool:
    """Say whether the document speaks for the first of the voices, and does not quote it."""
    if not path:
        return False
    publisher = one.shown.row.publisher or ""
    return path[0] is one.claim.attribution.chain[0] or (
        path[0].source.casefold() == publisher.casefold()
    )


def _words(one: ToldClaim, voice: Voice) -> Quoted:
    """Return the evidence in which the voice is named, else the first."""
    evidence = next(
        (each for each in one.claim.evidence if voice.span and each.span.covers(voice.span)),
        one.claim.evidence[0],
    )
    return Quoted(one.ref.document, evidence.span, evidence.quote)


def _by_works(works: Iterable[Work], documents: Sequence[str]) -> Iterable[Copying]:
    """Yield which documents are further texts of one document of the United Nations."""
    for work in works:
        texts = [text for text in work.expressions if text.document in documents]
        for text in texts[1:]:
            is_same = {text.form, texts[0].form} <= SAME_TEXT
            how = Passing.VERSION if is_same else Passing.EDITION
            yield Copying(text.document, texts[0].document, how, detail=text.reason)


def _by_references(
    references: CaseReferences | None, shown: Mapping[str, CaseDocument]
) -> Iterable[Copying]:
    """Yield which documents refer to which others that tell of it."""
    if references is None:
        return
    works = {work.id: work for work in references.works}
    for link in references.links:
        cited = works.get(link.cited or "")
        giver = (
            next((t.document for t in cited.expressions if t.document in shown), "")
            if cited
            else ""
        )
        if not giver or cited is None:
            continue
        same = works[link.citing].senders == cited.senders
        is_series = link.relation == "previous" and same
        for taker in link.documents:
            if taker in shown and taker != giver:
                how = Passing.SERIES if is_series else Passing.CITES
                words = tuple(_reference(shown[taker], taker, link.symbol, link.relation))
                yield Copying(taker, giver, how, words, detail=link.symbol)


def _reference(shown: CaseDocument, id_: str, symbol: str, relation: str) -> Iterable[Quoted]:
    """Yield the words of the first reference that says so."""
    document = shown.document
    for each in document.references if document is not None else ():
        layers = [x for x in document.layers if x.id == each.span.layer] if document else []
        if each.symbol == symbol and each.relation == relation and layers:
            yield Quoted(id_, each.span, layers[0].slice(each.span))
            return
