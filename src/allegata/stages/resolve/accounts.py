"""Claims of a document to its accounts: one for each incident that it tells of.

In: a document with the claims in force and the people whom it names. Out: accounts, in the order of
the incidents. The day is that of the claim that tells it best; an act of which only "by then" is
known has no days, and the day of publication stands in. A document that lists incidents is a roll
of those that have a day and a place of their own. Two claims of one incident that a person
held to be of different ones make two accounts.

>>> [name_key("Jean  DUPOND"), name_key("Dr. Dupond")]
['dupond jean', '']
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from allegata.model.claim import Claim
from allegata.model.count import Bounds
from allegata.model.dates import When
from allegata.model.document import Document
from allegata.model.edtf import days_of
from allegata.model.incident import Incident
from allegata.model.linking import Account, Ground, LinkDecision, LinkOutcome, Toll
from allegata.model.people import Person
from allegata.model.places import Place, PlaceMention
from allegata.model.reading import Mentions
from allegata.model.span import Span
from allegata.model.vocabularies import (
    ActorRole,
    Cause,
    DatePrecision,
    Event,
    Outcome,
    PlacePrecision,
)
from allegata.places.keys import plain_key
from allegata.stages.resolve.within import resolve_within
from allegata.stages.resolve.wording import knows_words_of, sketch_of, terms_of, words_of
from allegata.text.folding import fold

NameKeys = Callable[[Sequence[Person]], tuple[str, ...]]
# Characters before and after the evidence that are read as an account's words: of what the whole
# document is about, and of one incident among others.
AROUND, NEAR = 4000, 0
IN_LETTER = 500  # around the evidence of a letter, whose head and close say nothing of the incident
_MOST_GROUNDS, _MOST_TOPONYMS = 6, 6
_NAMED_KINDS = frozenset({"settlement", "neighbourhood", "facility", "unknown"})
_MOST_SUBJECTS = 2  # with more days and places of their own, a document is a list
_LEAST_NAMES = 2  # words; one name alone is shared by too many
_HOST = re.compile(r"^[a-z]+://(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_PRECISIONS, _PLACES = tuple(DatePrecision), tuple(PlacePrecision)
_UNSAID = frozenset({PlacePrecision.COUNTRY, PlacePrecision.SEA_OR_AIRSPACE})


def name_key(name: str) -> str:
    """Return the key of a person's name, in any order of its words; "" where it says too little."""
    words = sorted({form for word in name.split() if len(form := fold(word)) > 1})
    told = [word for word in words if word not in ("dr", "mr", "mrs", "ms")]
    return " ".join(told) if len(told) >= _LEAST_NAMES else ""


def name_keys(people: Sequence[Person]) -> tuple[str, ...]:
    """Return the keys of the people who have a full name, sorted."""
    keys = {name_key(person.name) for person in people if person.name is not None}
    return tuple(sorted(keys - {""}))


def accounts_of(
    document: Document,
    claims: Sequence[Claim],
    mentions: Mentions | None = None,
    *,
    key: str | None = None,
    names: NameKeys = name_keys,
    decisions: Iterable[LinkDecision] = (),
) -> tuple[Account, ...]:
    """Return the accounts of one document.

    Args:
        document: The document.
        claims: Its claims in force: those that a person rejected are not among them.
        mentions: The places and people that it names.
        key: What the accounts' ids begin with, the document's id where it is None.
        names: How people become keys.
        decisions: Links that people decided and that are in force.
    """
    of_id = {claim.id: claim for claim in claims}
    apart = _apart(document.id, decisions)
    parts = [
        (f"{incident.id}.{number}" if number else incident.id, group)
        for incident in resolve_within(claims)
        for number, group in enumerate(_split([of_id[one] for one in incident.claims], apart))
    ]
    told = [(name, group, resolve_within(group)[0]) for name, group in parts]
    is_list = _is_list([one for _, _, one in told], claims)
    leading = None if is_list else _leading(told)
    found: list[Account] = []
    for name, group, incident in told:
        others = [claim for _, other, _ in told if other is not group for claim in other]
        context = _Context(document, mentions or Mentions(), group, others, names)
        whole = context.of_subject() if name == leading else context.of_evidence()
        account = _account(f"{key or document.id}/{name}", document, group, incident, whole)
        of_roll = is_list and _is_own(group, incident)
        found.append(replace(account, roll=document.id) if of_roll else account)
    return tuple(found)


def whole_account(
    document: Document,
    mentions: Mentions,
    *,
    key: str | None = None,
    names: NameKeys = name_keys,
) -> Account:
    """Return a document that tells of no incident of its own as an account: what it is around.

    A report of a trial or a funeral says whom and where, and belongs to an incident all the same.
    """
    text = "\n".join(layer.text for layer in document.layers[:1])
    words = words_of(text)
    return Account(
        id=f"{key or document.id}/0",
        document=document.id,
        claims=(),
        event=Event.UNKNOWN,
        published=_published(document),
        grounds=_grounds(mentions.places),
        toponyms=_toponyms(mentions.places),
        named=names(mentions.people),
        words=sketch_of(words),
        terms=terms_of(words) if knows_words_of(document.language) else (),
        language=document.language or "",
        cites=_cites(document),
        origin=_origin(document),
    )


def leading_account(accounts: Sequence[Account]) -> Account | None:
    """Return the account of the incident that the document is about: the first that tells of harm.

    Where none tells of harm, the first; None where there is none.
    """
    return next(iter((*(one for one in accounts if one.tolls), *accounts)), None)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the claims of an account."""

    text: str
    places: tuple[PlaceMention, ...]
    named: tuple[str, ...]
    days: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Context:
    """An account's claims within their document."""

    document: Document
    mentions: Mentions
    claims: Sequence[Claim]
    others: Sequence[Claim]
    names: NameKeys

    def of_subject(self) -> _Around:
        """Return what surrounds the account that the whole document is about."""
        own = [place for claim in self.claims for place in claim.where]
        return _Around(
            self._text(AROUND if self.document.un is None else IN_LETTER),
            (*own, *self.mentions.places),
            self.names(self.mentions.people),
            _days(self.claims) or _days(self.others),
        )

    def of_evidence(self) -> _Around:
        """Return what surrounds one account of several, less what the others rest on."""
        ids = {claim.id for claim in self.claims}
        spans = _spans(self.claims)
        people = [
            one
            for one in self.mentions.people
            if ids & set(one.claims) or any(span.covers(one.span) for span in spans)
        ]
        own = tuple(place for claim in self.claims for place in claim.where)
        return _Around(self._text(NEAR, self.others), own, self.names(people), _days(self.claims))

    def _text(self, around: int, others: Sequence[Claim] = ()) -> str:
        """Return the evidence and what stands around it, less what ``others`` rest on."""
        mine = _spans(self.claims)
        parts: list[str] = []
        for layer in self.document.layers:
            of_layer = [span for span in mine if span.layer == layer.id]
            if not of_layer:
                continue
            kept = bytearray(len(layer.text))
            for span in of_layer:
                first, last = max(0, span.start - around), min(len(kept), span.end + around)
                kept[first:last] = b"\x01" * (last - first)
            for span in _spans(others):
                if span.layer == layer.id:
                    kept[span.start : span.end] = bytes(span.end - span.start)
            for span in of_layer:
                kept[span.start : span.end] = b"\x01" * (span.end - span.start)
            runs = re.finditer(rb"\x01+", bytes(kept))
            parts += [layer.text[run.start() : run.end()] for run in runs]
        return "\n".join(parts)


def _account(
    name: str, document: Document, claims: Sequence[Claim], incident: Incident, around: _Around
) -> Account:
    words = words_of(around.text)
    return Account(
        id=name,
        document=document.id,
        claims=tuple(claim.id for claim in claims),
        event=incident.event,
        days=around.days,
        published=_published(document),
        grounds=_grounds(around.places),
        toponyms=_toponyms(around.places),
        tolls=_tolls(incident),
        named=around.named,
        actors=tuple(
            sorted({one.name for one in incident.actors if one.role is not ActorRole.TARGET})
        ),
        causes=tuple(sorted({one.cause for one in incident.means} - {Cause.UNKNOWN})),
        words=sketch_of(words),
        terms=terms_of(words) if knows_words_of(document.language) else (),
        language=document.language or "",
        cites=_cites(document),
        origin=_origin(document),
    )


def _is_own(claims: Sequence[Claim], incident: Incident) -> bool:
    """Say whether an incident has a day and a place of its own, and is no mere piece of another.

    Two such incidents of one document are never one; others may turn out to be.
    """
    return _days(claims) is not None and bool(_grounds(incident.where))


def _leading(told: Sequence[tuple[str, Sequence[Claim], Incident]]) -> str | None:
    harmed = [name for name, _, incident in told if _tolls(incident)]
    return next(iter((*harmed, *(name for name, _, _ in told))), None)


def _is_list(incidents: Sequence[Incident], claims: Sequence[Claim]) -> bool:
    """Say whether a document lists incidents: several have days or places of their own."""
    of_id = {claim.id: claim for claim in claims}
    told = {
        (
            _days([of_id[claim] for claim in incident.claims]),
            frozenset(mention.place.id for mention in incident.where if mention.place),
        )
        for incident in incidents
    }
    return len({one for one in told if one[0] and one[1]}) > _MOST_SUBJECTS


def _published(document: Document) -> int | None:
    return _day(document.un.dated if document.un and document.un.dated else document.published)


def _days(claims: Sequence[Claim]) -> tuple[int, int] | None:
    """Return the days of the claim that tells them best: the finest date that is not open."""
    dates = [claim.when for claim in claims if claim.when is not None]
    closed = [(_rank(when), at, when) for at, when in enumerate(dates)]
    for _, _, when in sorted(closed, key=lambda one: one[:2]):
        try:
            first, last = days_of(when.edtf)
        except ValueError:
            continue
        if first is not None and last is not None and first <= last:
            return first, last
    return None


def _rank(when: When) -> int:
    return _PRECISIONS.index(when.precision)


def _day(iso: str | None) -> int | None:
    try:
        return dt.date.fromisoformat(iso[:10]).toordinal() if iso else None
    except ValueError:
        return None


def _grounds(mentions: Iterable[PlaceMention]) -> tuple[Ground, ...]:
    """Return the places that are told, the finest first; a country is none."""
    found: dict[str, Ground] = {}
    for mention in mentions:
        place = mention.place
        if place is not None and place.precision not in _UNSAID:
            found.setdefault(place.id, ground_of(place))
    finest = sorted(found.values(), key=lambda ground: _PLACES.index(ground.precision))
    return tuple(finest[:_MOST_GROUNDS])


def _toponyms(mentions: Iterable[PlaceMention]) -> tuple[str, ...]:
    """Return the keys of names of towns and what is smaller, the first told, sorted."""
    keys: dict[str, None] = {}
    for mention in mentions:
        if mention.kind in _NAMED_KINDS and (key := plain_key(mention.name or mention.raw)):
            keys.setdefault(key)
    return tuple(sorted(list(keys)[:_MOST_TOPONYMS]))


def ground_of(place: Place) -> Ground:
    """Return a resolved place as linking compares it."""
    units = (place.admin1, place.admin2, place.admin3)
    return Ground(
        id=place.id,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        radius_km=place.radius_km,
        country=place.country,
        units=tuple(unit.code for unit in units if unit is not None),
    )


def _tolls(incident: Incident) -> tuple[Toll, ...]:
    found: list[Toll] = []
    for tally in incident.tallies:
        if (tally.low, tally.best, tally.high) == (None, None, None):
            continue
        try:
            found.append(Toll(tally.outcome, Bounds(tally.low, tally.best, tally.high)))
        except ValueError:  # a best figure outside of the voices' range says too little
            found.append(Toll(tally.outcome, Bounds(tally.low, None, tally.high)))
    return tuple(sorted(found, key=lambda toll: list(Outcome).index(toll.outcome)))


def _cites(document: Document) -> tuple[str, ...]:
    symbols = {reference.symbol for reference in document.references if reference.symbol}
    told = {document.provenance.url, document.un.symbol if document.un else None}
    return tuple(sorted({*symbols, *(one for one in told if one)}))


def _origin(document: Document) -> str:
    """Return who publishes the document, as far as the document itself tells."""
    if document.provenance.publisher:
        return document.provenance.publisher
    found = _HOST.match(document.provenance.url or "")
    return found[1].lower() if found else ""


def _spans(claims: Iterable[Claim]) -> list[Span]:
    return [evidence.span for claim in claims for evidence in claim.evidence]


def _apart(document: str, decisions: Iterable[LinkDecision]) -> frozenset[frozenset[str]]:
    """Return the pairs of claims of this document that a person held apart."""
    return frozenset(
        frozenset((one.a.claim, one.b.claim))
        for one in decisions
        if one.a.document == one.b.document == document and one.outcome is LinkOutcome.DIFFERENT
    )


def _split(claims: list[Claim], apart: frozenset[frozenset[str]]) -> list[list[Claim]]:
    """Return the claims in groups without pairs held apart, each with the nearest before it."""
    if not apart:
        return [claims]
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda one: (one.trigger.start, one.id)):
        fit = [
            group
            for group in groups
            if all(frozenset((claim.id, other.id)) not in apart for other in group)
        ]
        if fit:
            near = min(fit, key=lambda group: claim.trigger.start - group[-1].trigger.start)
            near.append(claim)
        else:
            groups.append([claim])
    return groups
