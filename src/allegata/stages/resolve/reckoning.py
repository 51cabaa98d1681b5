"""Tallies of one incident over all who tell of it: origins, not documents, make the range.

In: the claims of one incident, each with its origin and when it was published. Out: a tally for
each outcome under each rule, with every count used or left out and why. Counts are named by
``document/count``, since a count's id alone is of one document.

1. What one origin says in one document is tallied as within one document (``tallies``).
2. A copy with the same figure tells nothing. Of one origin, what it says itself goes before what
   others pass on, and a later figure replaces an earlier one, up or down: of 103, 95 and 84 it is
   84 (DESIGN §4.4).
3. Who tells of single people ("my brother was killed") tells no toll where others tell more.
4. The figures of the origins make the range by the rule: most span them; ``acled@1`` takes the most
   conservative, ``median@1`` and ``ucdp@1`` choose a best, ``majority@1`` takes what most tell,
   ``adversary@1`` lets a party's figure of its adversary's dead set the high end only, until an
   origin outside its camp agrees, and ``hierarchy@1`` takes the origins of the highest kind that
   speaks, in the order that the codebook gives.

>>> rules()[:3]
('added@1', 'acled@1', 'adversary@1')
"""

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from allegata.model.claim import Claim
from allegata.model.incident import LeftOut, Tally
from allegata.model.linking import ClaimRef
from allegata.model.record import Origin
from allegata.model.vocabularies import ActorRole, Derivation, Outcome, SourceKind, Status
from allegata.stages.resolve.figures import Figure, number, spanned
from allegata.stages.resolve.tallies import DEFAULT, Wanted, rule_names, tally

ADVERSARY, MAJORITY, ACLED, MEDIAN, UCDP, HIERARCHY = (
    *("adversary@1", "majority@1", "acled@1", "median@1", "ucdp@1", "hierarchy@1"),
)
SourceOrder = tuple[tuple[str, ...], ...]  # kinds of source, the highest first; equals together
# The other rules weigh origins against each other, and not the voices within one document.
WITHIN = frozenset({"ibc@1", "document@1", "airwars@1", "stated@1"})
PARTIES = frozenset(
    kind.value
    for kind in (
        *(SourceKind.STATE, SourceKind.STATE_ORGAN, SourceKind.OFFICIAL, SourceKind.ARMED_GROUP),
    )
)
SINGLES = frozenset({Derivation.ENUMERATED, Derivation.INFERRED})
FIGHTERS = frozenset(
    {Status.ARMED_FORCES, Status.DIRECT_PARTICIPANT, Status.MILITANT, Status.POLICE}
)
_ID = re.compile(r"\bc\d+\b")


@dataclass(frozen=True, slots=True)
class Held:
    """A claim of the incident: whose it is, when its document was published, and in its own words.

    ``at_first_hand`` says that the document is the origin's own; others pass on what it says;
    ``copied`` is why it does not count beside the text that it copies, "" of what is no copy.
    """

    ref: ClaimRef
    claim: Claim
    origin: Origin
    published: str | None = None
    at_first_hand: bool = True
    copied: str = ""


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one origin says of one outcome in one document."""

    document: str
    published: str | None
    at_first_hand: bool
    figure: Figure
    used: tuple[str, ...]
    of_adversary: bool
    of_singles: bool
    copied: str


@dataclass(frozen=True, slots=True)
class _Voice:
    """What stands of an origin's figures for one outcome."""

    origin: Origin
    figure: Figure
    used: tuple[str, ...]
    published: str
    of_adversary: bool
    of_singles: bool


def rules() -> tuple[str, ...]:
    """Return the rules that an incident may be counted by, the usual one first."""
    others = {*rule_names(), ADVERSARY, MAJORITY, HIERARCHY} - {DEFAULT}
    return (DEFAULT, *sorted(others))


def key_of(document: str, count: str) -> str:
    """Return the name of a count among those of all documents."""
    return f"{document}/{count}"


def reckon(
    held: Sequence[Held],
    *,
    rule: str = DEFAULT,
    table: str = "none",
    named_dead: int = 0,
    wanted: Wanted | None = None,
    cells: bool = False,
    order: SourceOrder = (),
) -> tuple[Tally, ...]:
    """Return one tally for each outcome, whatever the order in which the claims come.

    Args:
        held: The claims of the incident.
        rule: One of ``rules``.
        table: The codebook's table of vague words.
        named_dead: How many distinct people are named among the dead; the dead are no fewer.
        wanted: Which people to tally, and
        cells: whether parts of others count among them in their own right: see ``tallies``.
        order: The codebook's order of kinds of source, for ``hierarchy@1``.
    """
    inner = rule if rule in WITHIN else DEFAULT
    tellings: dict[Outcome, dict[str, list[_Telling]]] = {}
    left_out: dict[Outcome, dict[str, str]] = {}
    origins: dict[str, Origin] = {}
    for origin, claims in _by_telling(held):
        origins.setdefault(origin.id, origin)
        for told, found in _within(claims, _Asked(inner, table, wanted, cells)):
            left_out.setdefault(told.outcome, {}).update(found.left_out)
            by_origin = tellings.setdefault(told.outcome, {})
            by_origin.setdefault(origin.id, []).append(found.telling)
    tallies = []
    for outcome in Outcome:
        if outcome in tellings:
            voices = [
                _standing(origins[id_], told, left_out[outcome])
                for id_, told in sorted(tellings[outcome].items())
            ]
            made = _over(voices, rule, order, left_out[outcome])
            if outcome is Outcome.KILLED:
                made = _no_fewer(made, named_dead)
            tallies.append(_tally(outcome, made, left_out[outcome], rule, table))
    return tuple(tallies)


@dataclass(frozen=True, slots=True)
class _Asked:
    """How and of whom each document is tallied."""

    rule: str
    table: str
    wanted: Wanted | None
    cells: bool


@dataclass(frozen=True, slots=True)
class _Found:
    telling: _Telling
    left_out: Mapping[str, str]


def _by_telling(held: Sequence[Held]) -> Iterable[tuple[Origin, list[Held]]]:
    """Group claims by who tells them in which document, in an order that is theirs alone."""
    groups: dict[tuple[str, str], list[Held]] = {}
    for one in sorted(held, key=_order):
        groups.setdefault((one.origin.id, one.ref.document), []).append(one)
    return [(claims[0].origin, claims) for _, claims in sorted(groups.items())]


def _order(one: Held) -> tuple[str, str, int, int, str]:
    trigger = one.claim.trigger
    return one.ref.document, trigger.layer, trigger.start, trigger.end, one.ref.claim


def _within(claims: Sequence[Held], asked: _Asked) -> Iterable[tuple[Tally, _Found]]:
    document, first = claims[0].ref.document, claims[0]
    counts = [count for one in claims for count in one.claim.counts]
    words = {count.id: count.raw for count in counts}
    singles = {count.id for count in counts if count.derivation in SINGLES}
    told = tally(
        [one.claim for one in claims],
        rule=asked.rule,
        table=asked.table,
        wanted=asked.wanted,
        cells=asked.cells,
    )
    for found in told:
        figure = Figure(found.low, found.best, found.high)
        telling = _Telling(
            document,
            first.published,
            first.at_first_hand,
            figure,
            tuple(key_of(document, count) for count in found.used),
            any(_is_of_adversary(one, found.outcome) for one in claims),
            bool(found.used) and singles.issuperset(found.used),
            first.copied,
        )
        reasons = {
            key_of(document, left.count): _in_words(left.reason, words) for left in found.left_out
        }
        yield found, _Found(telling, reasons)


def _in_words(reason: str, words: Mapping[str, str]) -> str:
    """Return a reason that names counts by what they say: "part of “nine”", not "part of c1"."""
    return _ID.sub(lambda found: f"“{words.get(found.group(), found.group())}”", reason)


def _standing(origin: Origin, told: list[_Telling], left_out: dict[str, str]) -> _Voice:
    """Return what stands of an origin's figures, and note why the others do not."""
    numbered = _without_copies([one for one in told if number(one.figure) is not None], left_out)
    own = [one for one in numbered if one.at_first_hand]
    if own:
        for one in numbered:
            if not one.at_first_hand:
                _leave(one, left_out, "passed on by others; the origin says it itself")
    candidates = own or numbered
    dated = sorted(
        (one for one in candidates if one.published is not None),
        key=lambda one: (one.published or "", one.document),
    )
    undated = [one for one in candidates if one.published is None]
    latest = [one for one in dated if one.published == dated[-1].published] if dated else []
    standing = latest + undated
    for one in dated:
        if one not in latest:
            _leave(one, left_out, _superseded(one, latest))
    return _Voice(
        origin,
        spanned([one.figure for one in standing]) if standing else Figure(None, None, None),
        tuple(key for one in standing for key in one.used),
        max((one.published or "" for one in standing), default=""),
        any(one.of_adversary for one in standing),
        bool(standing) and all(one.of_singles for one in standing),
    )


def _without_copies(told: Sequence[_Telling], left_out: dict[str, str]) -> list[_Telling]:
    """Return what stands once, and note which copies say again what another text says.

    A copy with another figure is no mere copy: a story is told on with a new toll.
    """
    figures = {one.figure for one in told if not one.copied}
    copies = [one for one in told if one.copied and one.figure in figures]
    for one in copies:
        _leave(one, left_out, one.copied)
    return [one for one in told if one not in copies]


def _superseded(earlier: _Telling, latest: Sequence[_Telling]) -> str:
    now = spanned([one.figure for one in latest])
    day = latest[-1].published
    if now == earlier.figure:
        return f"told again by the same origin on {day}"
    return f"superseded by {in_numbers(now)} on {day}"


def in_numbers(figure: Figure) -> str:
    """Return a figure as a person reads it.

    >>> in_numbers(Figure(9, None, None)), in_numbers(Figure(2, 3, 5)), in_numbers(Figure(4, 4, 4))
    ('9 or more', '2–5', '4')
    """
    low, best, high = figure.low, figure.best, figure.high
    if low is None and high is None:
        return "no number" if best is None else f"about {best}"
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"up to {high}"
    return f"{low}" if low == high else f"{low}–{high}"


def _leave(one: _Telling, left_out: dict[str, str], reason: str) -> None:
    left_out.update(dict.fromkeys(one.used, reason))


@dataclass(frozen=True, slots=True)
class _Made:
    figure: Figure
    used: tuple[str, ...]


def _over(
    voices: Sequence[_Voice], rule: str, order: SourceOrder, left_out: dict[str, str]
) -> _Made:
    """Return the range over origins, and note whose figures the rule leaves out."""
    told = [voice for voice in voices if number(voice.figure) is not None]
    if not told:
        return _Made(Figure(None, None, None), ())
    told = _without_singles(told, left_out)
    finish = partial(_highest, order) if rule == HIERARCHY else _FINISH.get(rule, _span)
    figure, chosen = finish(told)
    for voice in told:
        if voice not in chosen:
            left_out.update(dict.fromkeys(voice.used, _WHY[rule]))
    return _Made(figure, tuple(key for voice in chosen for key in voice.used))


def _without_singles(told: list[_Voice], left_out: dict[str, str]) -> list[_Voice]:
    """Return the voices that tell a toll, and note whose single people others exceed."""
    tolls = [number(voice.figure) or 0 for voice in told if not voice.of_singles]
    if not tolls:
        return told
    kept = []
    for voice in told:
        if voice.of_singles and (number(voice.figure) or 0) < min(tolls):
            left_out.update(dict.fromkeys(voice.used, "tells of single people, and not of all"))
        else:
            kept.append(voice)
    return kept


_Finish = Callable[[Sequence[_Voice]], tuple[Figure, Sequence[_Voice]]]
_WHY = {
    ACLED: "a more conservative figure stands",
    MAJORITY: "most camps tell another figure",
    HIERARCHY: "a kind of source that the codebook puts higher tells a figure",
}


def _span(told: Sequence[_Voice]) -> tuple[Figure, Sequence[_Voice]]:
    return spanned([voice.figure for voice in told]), told


def _conservative(told: Sequence[_Voice]) -> tuple[Figure, Sequence[_Voice]]:
    least = min(number(voice.figure) or 0 for voice in told)
    chosen = [voice for voice in told if number(voice.figure) == least]
    return Figure(least, least, least), chosen


def _median(told: Sequence[_Voice]) -> tuple[Figure, Sequence[_Voice]]:
    figure = spanned([voice.figure for voice in told])
    middle = statistics.median_low(sorted(number(voice.figure) or 0 for voice in told))
    return replace(figure, best=middle), told


def _last(told: Sequence[_Voice]) -> tuple[Figure, Sequence[_Voice]]:
    figure = spanned([voice.figure for voice in told])
    latest = max(told, key=lambda voice: (voice.published, voice.origin.id))
    return replace(figure, best=number(latest.figure)), told


def _majority(told: Sequence[_Voice]) -> tuple[Figure, Sequence[_Voice]]:
    """Return the figure that more than half of the camps tell; where there is none, the range.

    Two organs of one camp have one vote between them, and none where they do not agree.
    """
    figures: dict[str, set[Figure]] = {}
    for voice in told:
        figures.setdefault(voice.origin.camp or voice.origin.id, set()).add(voice.figure)
    times = Counter(next(iter(each)) for each in figures.values() if len(each) == 1)
    figure = next((each for each, most in times.items() if most * 2 > len(figures)), None)
    if figure is None:
        return _span(told)
    return figure, [voice for voice in told if voice.figure == figure]


def _highest(order: SourceOrder, told: Sequence[_Voice]) -> tuple[Figure, Sequence[_Voice]]:
    """Return the range of the kinds that go first in the codebook; those it leaves out are last."""
    rank = {kind: place for place, kinds in enumerate(order) for kind in kinds}
    best = min(rank.get(voice.origin.kind, len(order)) for voice in told)
    return _span([v for v in told if rank.get(v.origin.kind, len(order)) == best])


def _adversary(told: Sequence[_Voice]) -> tuple[Figure, Sequence[_Voice]]:
    figures = [
        _high_only(voice.figure) if voice.of_adversary and not _agreed(voice, told) else None
        for voice in told
    ]
    whole = [voice.figure for voice, high in zip(told, figures, strict=True) if high is None]
    highs = [high.high for high in figures if high is not None and high.high is not None]
    figure = spanned(whole) if whole else Figure(None, None, None)
    if not highs or (whole and figure.high is None):
        return figure, told
    high = max([*highs, *([figure.high] if figure.high is not None else [])])
    best = figure.best if figure.best == figure.low == high else None
    return Figure(figure.low, best, high), told


def _high_only(figure: Figure) -> Figure:
    return Figure(None, None, figure.high if figure.high is not None else number(figure))


def _agreed(voice: _Voice, told: Sequence[_Voice]) -> bool:
    """Say whether an origin outside the camp tells the same figure."""
    camp = voice.origin.camp or voice.origin.id
    return any(
        (other.origin.camp or other.origin.id) != camp
        and number(other.figure) == number(voice.figure)
        for other in told
    )


_FINISH: dict[str, _Finish] = {
    ACLED: _conservative,
    MEDIAN: _median,
    UCDP: _last,
    MAJORITY: _majority,
    ADVERSARY: _adversary,
}


def _is_of_adversary(one: Held, outcome: Outcome) -> bool:
    """Say whether a party counts those whom it says that it killed, or its adversary's fighters."""
    if one.origin.kind not in PARTIES:
        return False
    own = {one.origin.name, *(voice.source for voice in one.claim.attribution.chain)}
    did_it = any(
        actor.name in own
        and actor.role in {ActorRole.ATTRIBUTED_TO, ActorRole.CLAIMS_RESPONSIBILITY}
        for actor in one.claim.actors
    )
    counted = [count for count in one.claim.counts if count.outcome is outcome]
    return did_it or any(count.group.status in FIGHTERS for count in counted)


def _no_fewer(made: _Made, named: int) -> _Made:
    """Return the range with the named dead as its floor."""
    low, best, high = made.figure.low, made.figure.best, made.figure.high
    if named <= (low or 0):
        return made
    best = None if best is None or best < named else best
    high = None if high is None else max(high, named)
    return replace(made, figure=Figure(named, best, high))


def _tally(outcome: Outcome, made: _Made, left: Mapping[str, str], rule: str, table: str) -> Tally:
    used = frozenset(made.used)
    return Tally(
        outcome,
        None,
        made.figure.low,
        made.figure.best,
        made.figure.high,
        rule,
        tuple(sorted(used)),
        tuple(LeftOut(key, reason) for key, reason in sorted(left.items()) if key not in used),
        table,
    )
