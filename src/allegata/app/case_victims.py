"""The victims of a case: people whom its documents and imported lists name among the harmed.

In: the case file as linking sees it. Out: an entry for each person of each document and each row,
with the incidents and the words that name them; who may be whom; and how many dead of an incident
are surely different people. Nothing is merged but what a person told to be one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from allegata.app.linked import Linked, claims_in_force
from allegata.app.told import told_on
from allegata.app.views import CaseDocument
from allegata.model.claim import Claim
from allegata.model.copying import Quoted
from allegata.model.edtf import days_of
from allegata.model.ids import short_id
from allegata.model.importing import ImportedRow
from allegata.model.linking import ClaimRef, KnownIncident
from allegata.model.people import Person
from allegata.model.victims import ListedPerson, Sameness, VictimRef
from allegata.model.vocabularies import DatePrecision, Outcome
from allegata.people.bonds import Bonds
from allegata.people.distinct import distinct_people
from allegata.people.matching import propose
from allegata.people.names import with_kunya

DEAD = frozenset({Outcome.KILLED, Outcome.DIED_LATER})


@dataclass(frozen=True, slots=True)
class CaseVictim:
    """An entry of the case: somebody whom one document or one row of a list names.

    ``listed`` is what is known of them, under the same id. ``codes`` are incidents, ``source`` the
    name of the document or list, ``words`` where they are named. ``same`` are the other entries
    that people told to be of the same person. Protected: shown outside only if asked for.
    """

    id: str
    ref: VictimRef
    listed: ListedPerson
    outcome: Outcome | None
    description: str | None
    codes: tuple[str, ...]
    source: str
    published: str | None
    words: tuple[Quoted, ...]
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VictimPair:
    """Two entries that may be one person, and why."""

    a: CaseVictim
    b: CaseVictim
    odds: float
    reasons: tuple[str, ...]


def victims_of(linked: Linked) -> tuple[CaseVictim, ...]:
    """Return every entry of the case, those of documents before those of lists."""
    codes = {ref: each.code for each in linked.known for ref in each.claims}
    found = [
        _of_document(shown, person, codes)
        for _, shown in sorted(linked.documents.items())
        for person in harmed(shown)
    ]
    found += [_of_row(row, codes) for row in linked.listed if row.victim is not None]
    bonds = bonds_of(linked, {each.ref: each.id for each in found})
    return tuple(_with_same(each, bonds) for each in found)


def victim_pairs(linked: Linked) -> tuple[VictimPair, ...]:
    """Return who may be one person, the likeliest first, less what people decided."""
    victims = {each.id: each for each in victims_of(linked)}
    bonds = bonds_of(linked, {each.ref: each.id for each in victims.values()})
    together: dict[str, list[str]] = {}
    for each in victims.values():
        for code in each.codes:
            together.setdefault(code, []).append(each.id)
    found: dict[frozenset[tuple[str, ...]], VictimPair] = {}
    for pair in propose([each.listed for each in victims.values()], together=together.values()):
        if bonds.are_one(pair.a, pair.b) or bonds.are_apart(pair.a, pair.b):
            continue
        # Of two people with several entries each, one question is enough.
        key = frozenset((bonds.group(pair.a), bonds.group(pair.b)))
        made = VictimPair(victims[pair.a], victims[pair.b], pair.odds, pair.reasons)
        found.setdefault(key, made)
    return tuple(found.values())


def named_dead(linked: Linked, incident: KnownIncident) -> int:
    """Return how many people are surely named among the dead of the incident's claims."""
    ours = {(ref.document, ref.claim) for ref in incident.claims}
    refs: dict[VictimRef, str] = {}
    people = []
    for id_ in sorted({ref.document for ref in incident.claims}):
        shown = linked.documents.get(id_)
        if shown is None:
            continue
        for person in harmed(shown):
            is_ours = any((id_, claim) in ours for claim in person.claims)
            if person.outcome in DEAD and is_ours:
                ref = VictimRef(id_, person.span)
                refs[ref] = id_of(ref)
                people.append((refs[ref], _name(shown, person)))
    return distinct_people(people, bonds_of(linked, refs))


def harmed(shown: CaseDocument) -> Iterator[Person]:
    """Yield the people whom a document names and tells to be harmed."""
    for person in shown.mentions.people:
        if person.outcome is not None and person.name is not None:
            yield person


def id_of(ref: VictimRef) -> str:
    """Return the id of an entry: the same whenever the same words name somebody."""
    span = ref.span
    where = (span.layer, span.start, span.end) if span is not None else (ref.row,)
    return short_id("victim", ref.document, *where)


def bonds_of(linked: Linked, ids: Mapping[VictimRef, str]) -> Bonds:
    """Return what people decided among entries; a reading that moved a name keeps its decision."""
    pairs: dict[Sameness, list[tuple[str, str]]] = {each: [] for each in Sameness}
    for decision in linked.same_people:
        one, other = _found(decision.a, ids), _found(decision.b, ids)
        if one is not None and other is not None and one != other:
            pairs[decision.outcome].append((one, other))
    return Bonds.of(ids.values(), same=pairs[Sameness.SAME], different=pairs[Sameness.DIFFERENT])


def _found(ref: VictimRef, ids: Mapping[VictimRef, str]) -> str | None:
    """Return the entry that a decision is of: the same words, else those that overlap most."""
    if ref in ids:
        return ids[ref]
    near = [
        (_overlap(ref, other), id_)
        for other, id_ in ids.items()
        if other.document == ref.document and _overlap(ref, other)
    ]
    return max(near)[1] if near else None


def _overlap(one: VictimRef, other: VictimRef) -> int:
    if one.span is None or other.span is None or one.span.layer != other.span.layer:
        return 0
    first, last = max(one.span.start, other.span.start), min(one.span.end, other.span.end)
    return max(0, last - first)


def _with_same(victim: CaseVictim, bonds: Bonds) -> CaseVictim:
    others = tuple(id_ for id_ in bonds.group(victim.id) if id_ != victim.id)
    return replace(victim, same=others) if others else victim


def _of_document(shown: CaseDocument, person: Person, codes: Mapping[ClaimRef, str]) -> CaseVictim:
    ref = VictimRef(shown.row.id, person.span)
    told = _told(shown, person)
    own_codes = (codes.get(ClaimRef(shown.row.id, claim.id), "") for claim in told)
    id_ = id_of(ref)
    return CaseVictim(
        id=id_,
        ref=ref,
        listed=ListedPerson(
            id=id_,
            name=_name(shown, person),
            age=person.age,
            sex=person.sex,
            died=_died(told) if person.outcome in DEAD else "",
            place=_place(told),
        ),
        outcome=person.outcome,
        description=person.description,
        codes=tuple(dict.fromkeys(code for code in own_codes if code)),
        source=shown.row.label,
        published=told_on(shown),
        words=tuple(dict.fromkeys(_words(shown.row.id, person, told))),
    )


def _told(shown: CaseDocument, person: Person) -> list[Claim]:
    """Return the claims in force that are of somebody, else those whose words name them.

    "Among the dead was a porter, …" may be told by a claim that counts all of the dead.
    """
    claims = claims_in_force(shown)
    own = [claims[id_] for id_ in person.claims if id_ in claims]
    return own or [
        claim
        for claim in claims.values()
        if any(each.span.covers(person.span) for each in claim.evidence)
        and any(count.outcome is person.outcome for count in claim.counts)
    ]


def _name(shown: CaseDocument, person: Person) -> str:
    """Return the name as its words have it, with "Abu" or "Umm" before it."""
    layers = shown.document.layers if shown.document is not None else ()
    text = next((layer.text for layer in layers if layer.id == person.span.layer), "")
    name = person.name or ""
    start = with_kunya(text, person.span.start) if text else person.span.start
    return f"{text[start : person.span.start]}{name}" if start < person.span.start else name


def _words(document: str, person: Person, claims: Iterable[Claim]) -> Iterator[Quoted]:
    """Yield the evidence of the claims that are of somebody, that which names them first."""
    evidence = [each for claim in claims for each in claim.evidence]
    evidence.sort(key=lambda each: not each.span.covers(person.span))
    for each in evidence:
        yield Quoted(document, each.span, each.quote)


def _died(claims: Iterable[Claim]) -> str:
    """Return the one day on which claims tell of it, "" where there is none."""
    dates = {claim.when.edtf for claim in claims if claim.when is not None and _is_day(claim)}
    return dates.pop() if len(dates) == 1 else ""


def _is_day(claim: Claim) -> bool:
    when = claim.when
    if when is None or when.precision is not DatePrecision.DAY:
        return False
    first, last = days_of(when.edtf)
    return first is not None and first == last


def _place(claims: Iterable[Claim]) -> str:
    places = (mention for claim in claims for mention in claim.where)
    return next((one.place.name if one.place is not None else one.raw for one in places), "")


def _of_row(row: ImportedRow, codes: Mapping[ClaimRef, str]) -> CaseVictim:
    victim, document = row.victim, f"table:{row.table}"
    if victim is None:
        raise ValueError("a row of victims has one")
    ref = VictimRef(document, None, row.id)
    id_ = id_of(ref)
    code = codes.get(ClaimRef(document, row.incident), "")
    age = int(victim.age) if victim.age.isdecimal() else None
    return CaseVictim(
        id=id_,
        ref=ref,
        listed=ListedPerson(id_, victim.name, age=age, sex=victim.sex, number=row.id, row=row.row),
        outcome=victim.outcome,
        description=None,
        codes=(code,) if code else (),
        source=f"{row.table}, row {row.row}",
        published=None,
        words=(),
    )
