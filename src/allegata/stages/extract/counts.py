"""Counts from frames: every number with its bounds, its group, its basis and its whole.

In: a draft. Out: the counts of its claim and the doubts about them (DESIGN §4.1, 4.2).
"""

from dataclasses import dataclass, field, replace

from allegata.lang.grammar.frames import HarmFrame
from allegata.lang.grammar.parts import Counted, SharePhrase
from allegata.lang.grammar.people import GroupPhrase
from allegata.model.count import Count
from allegata.model.doubt import Doubt
from allegata.model.extraction import CountSign
from allegata.model.people import Composition, Group
from allegata.model.vocabularies import (
    Basis,
    Derivation,
    Outcome,
    Qualifier,
    Status,
    StatusBasis,
)
from allegata.stages.extract.drafts import Draft
from allegata.stages.extract.facts import SamePlace
from allegata.stages.extract.floors import as_floor
from allegata.stages.extract.view import View


@dataclass
class CountNumbers:
    """Count ids run through a document: c1, c2, …

    ``told`` are the outcomes that each incident had a count of so far; ``signs`` say how each
    count was come by.
    """

    last: int = 0
    signs: dict[str, CountSign] = field(default_factory=dict)
    told: set[tuple[str | None, Outcome]] = field(default_factory=set)

    def next(self) -> str:
        """Return the next id."""
        self.last += 1
        return f"c{self.last}"


def counts_of(draft: Draft, view: View, numbers: CountNumbers) -> tuple[list[Count], list[Doubt]]:
    """Return the counts that the draft's frames state, with their doubts."""
    counts: list[Count] = []
    doubts: list[Doubt] = []
    for harm in (told for frame in draft.harms for told in _each_outcome(frame)):
        for counted in harm.victims:
            whole = _whole(harm, counted, counts, draft.incident, view, numbers)
            whole = as_floor(whole, harm.start, draft.sentences)
            counts.append(whole)
            parts = [
                _part(part, whole, Derivation.LITERAL, view, numbers)
                for part in counted.parts
                if part.quantity is not None
            ]
            counts += parts
            sign = CountSign(harm.rule, view.span(harm.start, harm.end))
            numbers.signs.update((one.id, sign) for one in (whole, *parts))
            for share in counted.shares:
                counts, doubt = _compose(counts, whole, share, view)
                doubts += doubt
    later = _told_parts(draft, counts, view, numbers)
    numbers.signs.update((part.id, CountSign("part.later", part.span)) for part in later)
    counts += later
    if not all(facts.is_head for facts in draft.sentences):  # a headline adds to nothing
        numbers.told.update((draft.incident, count.outcome) for count in counts)
    doubts += _disagreements(counts)
    if len(_sites(draft)) > 1 or any(target.general for target, _ in draft.targets):
        doubts += [
            Doubt("count.several_sites", "several sites under one total", count.span)
            for count in counts
            if count.basis is Basis.TOTAL and count.best is not None and count.best > 1
        ]
    return counts, doubts


def _each_outcome(harm: HarmFrame) -> tuple[HarmFrame, ...]:
    """Return the frame, or one of each outcome where one word for people tells of both.

    "No one was killed or injured" says none of either, "civilians were killed and injured" some of
    each; "15 were killed and injured" leaves open how many of which.
    """
    if harm.outcome is not Outcome.KILLED_OR_INJURED or not harm.victims:
        return (harm,)
    told = [counted.whole.quantity for counted in harm.victims]
    none = [quantity.best for quantity in told if quantity is not None] == [0]
    vague = harm.both and all(q is None or q.qualifier is Qualifier.VAGUE for q in told)
    if none or vague:
        return replace(harm, outcome=Outcome.KILLED), replace(harm, outcome=Outcome.INJURED)
    return (harm,)


def _whole(
    harm: HarmFrame,
    counted: Counted,
    before: list[Count],
    incident: str | None,
    view: View,
    numbers: CountNumbers,
) -> Count:
    phrase = counted.whole
    among = _whole_of(harm, phrase, before)
    if among is not None:
        return _part(phrase, among, Derivation.LITERAL, view, numbers)
    count = _count(harm.outcome, phrase, Derivation.LITERAL, None, view, numbers)
    outcomes = _told_alike(harm.outcome)
    same = any(told.outcome in outcomes and told.part_of is None for told in before)
    if incident is not None:
        same = same or any((incident, outcome) in numbers.told for outcome in outcomes)
    additional = phrase.quantity is not None and phrase.quantity.additional
    elsewhere = additional and any(outcome in outcomes for _, outcome in numbers.told)
    if harm.cumulative:
        count = replace(count, basis=Basis.CUMULATIVE)
    elif ((same and (additional or harm.also)) or elsewhere) and not count.known:
        count = replace(count, basis=Basis.INCREMENT)
    if not phrase.heads and phrase.quantity is not None and phrase.quantity.additional:
        # "killing nine civilians and wounding scores more": more civilians, but nobody says so.
        described = [told.group.status for told in before if told.part_of is None]
        if described and described[-1] is not Status.UNKNOWN:
            group = replace(count.group, status=described[-1], status_basis=StatusBasis.IMPLIED)
            count = replace(count, group=group)
    return count


def _told_alike(outcome: Outcome) -> tuple[Outcome, ...]:
    """Return the outcomes that a count of this one comes on top of: "two more died later"."""
    deaths = (Outcome.KILLED, Outcome.DIED_LATER)
    return deaths if outcome in deaths else (outcome,)


def _whole_of(harm: HarmFrame, phrase: GroupPhrase, before: list[Count]) -> Count | None:
    """Return the count that "a clerk among the injured" is of, if this claim has told it."""
    if not phrase.out_of:
        return None
    wholes = (
        one
        for one in before
        if one.outcome is harm.outcome and one.part_of is None and not one.known
    )
    return next((one for one in wholes if one.best is None or one.best > 1), None)


def _part(
    phrase: GroupPhrase, whole: Count, derivation: Derivation, view: View, numbers: CountNumbers
) -> Count:
    part = _count(whole.outcome, phrase, derivation, whole.id, view, numbers)
    if part.group.status is Status.UNKNOWN and whole.group.status is not Status.UNKNOWN:
        group = replace(part.group, status=whole.group.status, status_basis=StatusBasis.IMPLIED)
        part = replace(part, group=group)
    return part


def _told_parts(
    draft: Draft, counts: list[Count], view: View, numbers: CountNumbers
) -> list[Count]:
    """Return the parts that later words give of a whole told before: "seven of those killed"."""
    wholes = [count for count in counts if count.part_of is None]
    found = []
    for part in draft.parts:
        if wholes and part.group.quantity is not None:
            words = view.text[part.start : part.end].lower()
            named = [whole for whole in wholes if whole.outcome.value in words]
            whole = (named or [w for w in wholes if w.outcome is Outcome.KILLED] or wholes)[0]
            found.append(_part(part.group, whole, part.derivation, view, numbers))
    return found


def _count(
    outcome: Outcome,
    phrase: GroupPhrase,
    derivation: Derivation,
    part_of: str | None,
    view: View,
    numbers: CountNumbers,
) -> Count:
    start, end = phrase.quantity_range if phrase.quantity is not None else phrase.head
    quantity = phrase.quantity
    bounds = quantity.bounds if quantity is not None else None
    raw = view.quote(start, end)
    if quantity is None or (phrase.inferred and derivation is Derivation.LITERAL):
        derivation = Derivation.ENUMERATED if phrase.named else Derivation.INFERRED
    return Count(
        id=numbers.next(),
        outcome=outcome,
        low=bounds.low if bounds else None,
        best=bounds.best if bounds else None,
        high=bounds.high if bounds else None,
        qualifier=quantity.qualifier if quantity is not None else Qualifier.PRESENCE,
        raw=raw,
        basis=Basis.PART if part_of else Basis.TOTAL,
        derivation=derivation,
        part_of=part_of,
        confidence=0.9 if quantity is not None else 0.7,
        span=view.span(start, end),
        group=_group(phrase, view, raw),
        vague=_vague(phrase),
        known=phrase.known or phrase.out_of,
    )


def _vague(phrase: GroupPhrase) -> str | None:
    """Return the row of a codebook's table for what has no number: "dozens", a bare plural."""
    if phrase.quantity is None:
        return "plural" if phrase.plural else None
    return phrase.quantity.worth or None


def _group(phrase: GroupPhrase, view: View, raw: str) -> Group:
    first, last = phrase.head
    stated = phrase.status is not Status.UNKNOWN
    return Group(
        raw=view.quote(first, last) if last > first else raw,
        status=phrase.status,
        status_basis=StatusBasis.STATED if stated else StatusBasis.UNKNOWN,
        age=phrase.age,
        sex=phrase.sex,
        role=phrase.role,
        relation=phrase.relation,
    )


def _compose(
    counts: list[Count], whole: Count, share: SharePhrase, view: View
) -> tuple[list[Count], list[Doubt]]:
    """Attach a share to the nearest count; where another stands before it, both may be meant."""
    others = [count for count in counts if count.part_of is None and count.id != whole.id]
    alternatives = ((*(other.id for other in others), whole.id),) if others else ()
    span = view.span(share.start, share.end)
    composition = Composition(
        share=share.share,
        raw=view.quote(share.start, share.end),
        groups=share.groups,
        of=(whole.id,),
        alternatives=alternatives,
        span=span,
    )
    group = replace(whole.group, composition=(*whole.group.composition, composition))
    told = replace(whole, group=group)
    doubts = []
    if alternatives:
        message = "it is open of which of the groups told before this is said"
        doubts.append(Doubt("composition.ambiguous", message, span))
    return [told if count.id == whole.id else count for count in counts], doubts


def _disagreements(counts: list[Count]) -> list[Doubt]:
    """Return a doubt where the parts of a whole are more than the whole (DESIGN §4.2)."""
    doubts = []
    for whole in counts:
        parts = [count.best or count.low or 0 for count in counts if count.part_of == whole.id]
        top = whole.high if whole.high is not None else whole.best
        if top is not None and sum(parts) > top and not any(part > top for part in parts):
            # overlapping parts ("three women and two of the dead were teachers") stay possible
            message = f"the parts add up to {sum(parts)}, the whole is {top}"
            doubts.append(Doubt("count.parts_disagree", message, whole.span))
        doubts += [
            Doubt("count.part_exceeds_whole", f"a part of {part} in a whole of {top}", whole.span)
            for part in parts
            if top is not None and part > top
        ]
    return doubts


def _sites(draft: Draft) -> set[str]:
    """Return the names of the sites; the province that a town lies in is no second site."""
    return {
        place.name
        for place in draft.places
        if not isinstance(place, SamePlace) and place.kind not in ("admin", "region")
    }
