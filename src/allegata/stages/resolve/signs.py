"""What speaks for a count and what against it: plain signs with names, for a scorer to weigh.

In: the claims of a document with the tallies of its incidents, and how each count was come by. Out:
for each count the names of the signs that hold, sorted. A sign says what a person could check: that
the number stands beside its verb, that three other numbers compete with it, that its words hedge.

>>> size_of(1), size_of(7), size_of(None)
('size.one', 'size.few', 'size.none')
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.extraction import CountSign
from allegata.model.incident import Incident, Tally
from allegata.model.vocabularies import (
    Basis,
    Derivation,
    Modality,
    Outcome,
    Qualifier,
    Scope,
    Stage,
    Stance,
    Status,
)

# Signs of doubt: each can only lower what a count is worth (``train`` holds them to it).
DOUBTS = frozenset(
    {
        *("doubt.raised", "doubt.hedged", "doubt.not_real", "doubt.questioned", "doubt.vague"),
        *("doubt.inferred", "doubt.many_sites", "doubt.about", "doubt.rivals_1", "doubt.rivals_2"),
        *("doubt.rivals_4", "doubt.cumulative", "doubt.quoted"),
    }
)
PAIRS = (
    ("length.line", "written.words"),
    ("length.line", "size.one"),
    ("length.page", "tally.used.1"),
    ("outcome.detained", "length.page"),
    ("outcome.killed", "tally.used.1"),
    *(
        (f"length.{length}", f"qualifier.{qualifier}")
        for length in ("line", "note", "short", "page", "long")
        for qualifier in ("at_least", "stated")
    ),
    *(
        (f"event.{event}", f"length.{length}")
        for event in ("air_strike", "drone_strike", "unknown", "shooting")
        for length in ("line", "note", "short")
    ),
    ("length.note", "written.words"),
)
_RIVALS = ((4, "doubt.rivals_4"), (2, "doubt.rivals_2"), (1, "doubt.rivals_1"))
_UNREAL = (Modality.HYPOTHETICAL, Modality.CONDITIONAL, Modality.PLANNED)
_AGAINST = (Stance.DENIES, Stance.RETRACTS, Stance.QUESTIONS)


@dataclass(frozen=True, slots=True)
class Told:
    """A document as its counts see it: its text, its claims, its incidents, its counts' signs."""

    text: str
    claims: Sequence[Claim]
    incidents: Sequence[Incident]
    signs: Mapping[str, CountSign]
    official: bool = False


def signs_of(told: Told) -> dict[str, tuple[str, ...]]:
    """Return the names of the signs that hold for each count, by its id."""
    shared = _Shared(told)
    return {
        count.id: _with_pairs({*shared.of_document, *_of_count(claim, count, shared)})
        for claim in told.claims
        for count in claim.counts
    }


def _with_pairs(signs: set[str]) -> tuple[str, ...]:
    """Return the signs with the pairs that say more together than each alone."""
    pairs = {f"{one}+{other}" for one, other in PAIRS if one in signs and other in signs}
    return tuple(sorted(signs | pairs))


class _Shared:
    """What is worked out once for a document."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.counts = [count for claim in told.claims for count in claim.counts]
        self.tallies: dict[str, tuple[Tally, str]] = {}
        for incident in told.incidents:
            for tally in incident.tallies:
                self.tallies.update((used, (tally, "")) for used in tally.used)
                self.tallies.update((left.count, (tally, left.reason)) for left in tally.left_out)
        self.first_incident = told.incidents[0].id if told.incidents else None
        self.numbers = Counter((count.outcome, count.low, count.high) for count in self.counts)
        self.wholes: dict[Outcome, set[tuple[int | None, int | None]]] = {}
        for count in self.counts:
            if count.part_of is None and (count.low, count.high) != (None, None):
                self.wholes.setdefault(count.outcome, set()).add((count.low, count.high))
        self.seen: set[Outcome] = set()
        self.words = len(told.text.split())
        self.of_document = tuple(self._of_document())

    def _of_document(self) -> Iterator[str]:
        yield "document.official" if self.told.official else "document.plain"
        limits = ((25, "line"), (60, "note"), (130, "short"), (400, "page"))
        yield "length." + next((name for most, name in limits if self.words <= most), "long")
        yield f"incidents.{min(len(self.told.incidents), 3)}"
        yield f"counts.{_band(len(self.counts))}"
        voices = {link.source for claim in self.told.claims for link in claim.attribution.chain}
        yield f"voices.{_band(len(voices))}"


def _of_count(claim: Claim, count: Count, shared: _Shared) -> Iterator[str]:
    yield f"outcome.{count.outcome.value}"
    yield f"qualifier.{count.qualifier.value}"
    yield f"basis.{count.basis.value}"
    yield size_of(count.best if count.best is not None else count.low)
    yield from _of_words(count, shared)
    yield from _of_group(count)
    yield from _of_claim(claim, count, shared)
    yield from _of_others(count, shared)
    yield from _doubts(claim, count)


def size_of(number: int | None) -> str:
    """Return the sign of how many people are meant."""
    if number is None:
        return "size.none"
    limits = ((0, "nobody"), (1, "one"), (3, "two_or_three"), (9, "few"), (29, "tens"))
    return "size." + next((name for most, name in limits if number <= most), "many")


def _of_words(count: Count, shared: _Shared) -> Iterator[str]:
    """Yield how the number is written, and how far from its word of harm it stands."""
    yield "written.digits" if any(c.isdigit() for c in count.raw) else "written.words"
    sign = shared.told.signs.get(count.id)
    if sign is None:
        return
    yield f"rule.{sign.rule}"
    first, last = sorted((count.span, sign.trigger), key=lambda span: span.start)
    between = shared.told.text[first.end : last.start]
    apart = len(between.split())
    limits = ((1, "beside"), (3, "near"), (8, "apart"))
    yield "distance." + next((name for most, name in limits if apart <= most), "far")
    if any(c.isdigit() for c in between):
        yield "between.number"
    if "," in between:
        yield "between.comma"


def _of_group(count: Count) -> Iterator[str]:
    group = count.group
    yield f"status.{group.status.value}"
    if group.role is not None:
        yield "group.role"
    if group.status is Status.UNKNOWN and group.age.value == group.sex.value == "unknown":
        yield "group.general"
    if count.known:
        yield "group.told_before"


def _of_claim(claim: Claim, count: Count, shared: _Shared) -> Iterator[str]:
    yield f"scope.{claim.scope.value}"
    yield f"event.{claim.event.value}"
    yield "incident.first" if claim.incident == shared.first_incident else "incident.later"
    at = count.span.start / max(len(shared.told.text), 1)
    yield "place.lead" if count.span.start < 250 else "place.early" if at < 0.4 else "place.late"
    if count.outcome not in shared.seen:
        shared.seen.add(count.outcome)
        yield "order.first"
    yield f"sentences.{min(len(claim.evidence), 3)}"
    if len(claim.counts) > 1:
        yield f"beside.{_band(len(claim.counts) - 1)}"
    if claim.when is not None:
        yield "claim.dated"


def _of_others(count: Count, shared: _Shared) -> Iterator[str]:
    """Yield what other counts say of the same outcome, and what the tally made of this one."""
    if shared.numbers[count.outcome, count.low, count.high] > 1:
        yield "others.agree"
    wholes = shared.wholes.get(count.outcome, set())
    rivals = len(wholes) - ((count.low, count.high) in wholes)
    for least, name in _RIVALS:
        if rivals >= least:
            yield name
            break
    tally, reason = shared.tallies.get(count.id, (None, "no tally"))
    if tally is None:
        yield "tally.none"
    elif reason:
        yield f"tally.out.{_reason(reason)}"
    else:
        yield f"tally.used.{min(len(tally.used), 3)}"


def _reason(reason: str) -> str:
    """Return the reason without the ids in it."""
    kept = [word for word in reason.split() if not re.fullmatch(r"c\d+", word)]
    return "_".join(kept)


def _doubts(claim: Claim, count: Count) -> Iterator[str]:
    attribution = claim.attribution
    spans = [doubt.span for doubt in claim.doubts if doubt.code != "count.several_sites"]
    if any(span is None or span.overlaps(count.span) for span in spans):
        yield "doubt.raised"
    if any(doubt.code == "count.several_sites" for doubt in claim.doubts):
        yield "doubt.many_sites"
    if attribution.modality is Modality.POSSIBLE:
        yield "doubt.hedged"
    if attribution.modality in _UNREAL or claim.stage is not Stage.ACCOMPLISHED:
        yield "doubt.not_real"
    if attribution.stance in _AGAINST:
        yield "doubt.questioned"
    if len(attribution.chain) > 1:
        yield "doubt.quoted"
    if count.qualifier in (Qualifier.VAGUE, Qualifier.PRESENCE):
        yield "doubt.vague"
    if count.qualifier is Qualifier.ABOUT:
        yield "doubt.about"
    if count.derivation is not Derivation.LITERAL:
        yield "doubt.inferred"
    if count.basis is Basis.CUMULATIVE or claim.scope is not Scope.INCIDENT:
        yield "doubt.cumulative"


def _band(number: int) -> str:
    limits = ((1, "one"), (3, "few"), (8, "several"))
    return next((name for most, name in limits if number <= most), "many")
