"""Tellings: the counts of one outcome of one incident as groups that can be added.

In: counts in the order of the text, each with its figure, its voice and its claim. Out: groups that
stand side by side, and why each other count was left out.

* groups of one claim are other people ("a woman and her two children" are three);
* a part is never added to its whole, and neither are people of whom it was told before ("the two
  men", "one of them"); a whole takes in the groups told before that are parts of it;
* the same kind of people later is told again: the same number says nothing new, a smaller one of
  the same voice tells of some of them, any other is another figure for them;
* a number goes before vague words, and vague words for people in general add to no number;
* "also", "another" and "other" add; so does another kind of people;
* a later sum of what stands tells it again; "no one" beside people who were harmed adds nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from allegata.model.count import Count
from allegata.model.vocabularies import Basis, Derivation, Qualifier
from allegata.stages.resolve.figures import Figure, added, number, spanned
from allegata.stages.resolve.same_people import (
    fits,
    is_bare,
    is_general,
    is_in_general,
    is_part,
    is_pronoun,
    is_same_name,
    is_vague,
    kind,
)

HEADLINE = 40  # characters between two words for the same people in a headline and its sentence


_PLURAL = "plural"  # the vague word of a bare plural: "insurgents were detained"


@dataclass(frozen=True, slots=True)
class Valued:
    """A count with the figure that it has in a tally.

    ``claim`` is the number of its claim; ``own`` says that the document itself is its voice;
    ``corrects`` that its words put right a figure told before.
    """

    count: Count
    figure: Figure
    claim: int
    voice: tuple[str, ...]
    own: bool
    corrects: bool = False


@dataclass(eq=False)
class Standing:
    """A group that counts: its figure, the first of its counts, and the ids behind the figure."""

    figure: Figure
    first: Valued
    counts: list[str] = field(default_factory=list)


@dataclass
class Telling:
    """Groups that stand side by side, and the counts left out with reasons.

    ``own_first`` says that the document's own figure for a group goes before those it quotes.
    """

    parts: Mapping[str, Sequence[Count]]
    own_first: bool
    lead: bool = False
    groups: list[Standing] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)

    def figure(self) -> Figure:
        """Return the sum of the groups."""
        return added([group.figure for group in self.groups])

    def used(self) -> list[str]:
        """Return the ids of the counts in the sum."""
        return [
            c for group in self.groups if number(group.figure) is not None for c in group.counts
        ]

    def reasons(self) -> list[tuple[str, str]]:
        """Return the counts that are not in the sum, each with the reason."""
        empty = [group for group in self.groups if number(group.figure) is None]
        return [*self.left_out, *((c, "no number stated") for group in empty for c in group.counts)]


def told(
    counts: Sequence[Valued],
    parts: Mapping[str, Sequence[Count]],
    *,
    own_first: bool,
    lead: bool = False,
) -> Telling:
    """Return the groups that the counts leave standing."""
    telling = Telling(parts, own_first, lead)
    somebody = any(number(valued.figure) != 0 for valued in counts)
    if somebody:
        nobody = [valued for valued in counts if number(valued.figure) == 0]
        telling.left_out += [(valued.count.id, "no one beside those told of") for valued in nobody]
        counts = [valued for valued in counts if number(valued.figure) != 0]
    by_claim: dict[int, list[Valued]] = {}
    for valued in counts:
        by_claim.setdefault(valued.claim, []).append(valued)
    for here in by_claim.values():
        if lead and _is_total(telling.groups):
            _close(telling, here)
        else:
            _take_in(telling, here)
    return telling


def _is_total(groups: Sequence[Standing]) -> bool:
    """Say whether a number stands, which later figures tell in detail."""
    return any(
        number(group.figure) is not None and not is_vague(group.first.count) for group in groups
    )


def _close(telling: Telling, claim: list[Valued]) -> None:
    """Let a larger figure for people in general close an end that the total leaves open."""
    total = next((g for g in telling.groups if is_general(g.first.count)), telling.groups[0])
    for valued in claim:
        new, old = number(valued.figure), total.figure.high
        opened = total.first.count.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
        opened = opened and is_general(total.first.count)
        fits = is_general(valued.count) and valued.count.basis is not Basis.INCREMENT
        fits = fits and not is_vague(valued.count)
        if opened and fits and new is not None and old is not None and new > old:
            total.figure = Figure(total.figure.low, None, new)
            total.counts.append(valued.count.id)
        else:
            reason = f"told in detail after {total.first.count.id}"
            telling.left_out.append((valued.count.id, reason))


def _take_in(telling: Telling, claim: list[Valued]) -> None:
    """Take in the groups of one claim, which are other people among themselves."""
    before = list(telling.groups)
    if before and _is_sum(before, claim):
        telling.left_out += [(one.count.id, "tells the same sum again") for one in claim]
        return
    here: list[Standing] = []
    if before and all(valued.count.derivation is Derivation.ENUMERATED for valued in claim):
        _take_names(telling, claim)
        return
    claim = _without_second_telling(telling, claim)
    for valued in claim:
        if here and is_pronoun(valued.count) and _is_far(here[-1], valued):
            telling.left_out.append((valued.count.id, "people told of before"))
            continue
        again = _headline(here, valued)
        if again is not None:
            _again(telling, again, valued)
            continue
        before = _without_parts(telling, before, here, valued)
        before = [group for group in before if group in telling.groups]
        same = _same_people(before, valued) if before else None
        if same is not None and (
            valued.count.basis is not Basis.INCREMENT or is_vague(same.first.count)
        ):
            _again(telling, same, valued)
        elif same is None and before and valued.count.known:
            _known(telling, before, valued)
        elif before and is_in_general(valued.count) and valued.count.basis is not Basis.INCREMENT:
            telling.left_out.append((valued.count.id, "tells of those before in general"))
        else:
            here.append(Standing(valued.figure, valued, [valued.count.id]))
            telling.groups.append(here[-1])


def _take_names(telling: Telling, claim: list[Valued]) -> None:
    """Take in people named after others: a floor where no number tells how many they are."""
    floor = number(added([one.figure for one in claim]))
    if floor is None or any(number(group.figure) is not None for group in telling.groups):
        telling.left_out += [(one.count.id, "named among those told of") for one in claim]
        return
    ids = [one.count.id for one in claim]
    telling.groups.append(Standing(Figure(floor, None, None), claim[0], ids))


def _without_second_telling(telling: Telling, claim: list[Valued]) -> list[Valued]:
    """Return the claim less groups that come to the number of those before them, further on.

    "Seven people were killed, while other sources told of two adults and five children killed."
    """
    for place in range(1, len(claim) - 1):
        apart = claim[place].count.span.start - claim[place - 1].count.span.end
        first, second = claim[:place], claim[place:]
        sums = [number(added([one.figure for one in half])) for half in (first, second)]
        if apart >= HEADLINE and sums[0] is not None and sums[0] == sums[1]:
            telling.left_out += [(one.count.id, "tells the same sum again") for one in second]
            return first
    return claim


def _headline(here: list[Standing], valued: Valued) -> Standing | None:
    """Return the group of the same claim that a headline told of, further off than a list goes."""
    for group in here:
        if not _is_far(group, valued) or group.first.count.basis is Basis.INCREMENT:
            continue
        same = kind(group.first.count) == kind(valued.count)
        equal = number(group.figure) == number(valued.figure)
        if (same and (equal or is_vague(group.first.count))) or (
            equal and is_bare(group.first.count)
        ):
            return group
    return None


def _is_far(group: Standing, valued: Valued) -> bool:
    return valued.count.span.start - group.first.count.span.end >= HEADLINE


def _without_parts(
    telling: Telling, before: list[Standing], here: list[Standing], whole: Valued
) -> list[Standing]:
    """Return the groups told before less those that are parts of the whole: it stands for them.

    A headline in the same claim may have told of a part too.
    """
    parts = telling.parts.get(whole.count.id, ())
    if not parts:
        return before
    told_before = [*before, *(group for group in here if _is_far(group, whole))]
    old, new = number(added([group.figure for group in before])), number(whole.figure)
    if any(part.known for part in parts) and old is not None and new is not None and old <= new:
        taken = told_before
    else:
        taken = [g for g in told_before if any(is_part(g.first.count, part) for part in parts)]
    for group in taken:
        telling.groups.remove(group)
        telling.left_out += [(count, f"part of {whole.count.id}") for count in group.counts]
        if group in here:
            here.remove(group)
    return [group for group in before if group not in taken]


def _known(telling: Telling, before: list[Standing], valued: Valued) -> None:
    """Take in people told of before, as others: "both men were killed" tells how many in all."""
    new, old = number(valued.figure), number(added([group.figure for group in before]))
    if new is None or old is None or new <= max(old, 1) or valued.count.vague is not None:
        telling.left_out.append((valued.count.id, "people told of before"))
        return
    for group in before:
        telling.groups.remove(group)
        telling.left_out += [(count, f"among {valued.count.id}") for count in group.counts]
    telling.groups.append(Standing(valued.figure, valued, [valued.count.id]))


def _again(telling: Telling, same: Standing, valued: Valued) -> None:
    """Take in another telling of people who stand already."""
    old, new = number(same.figure), number(valued.figure)
    first = same.first
    if is_vague(first.count) and is_pronoun(valued.count) and new == 1:
        telling.left_out.append((valued.count.id, f"tells of one of {first.count.id}"))
    elif new is not None and (
        old is None or (is_vague(first.count) and not is_vague(valued.count))
    ):
        _put_instead(telling, same, valued, f"told with a number in {valued.count.id}")
    elif first.count.vague == _PLURAL != valued.count.vague and is_vague(valued.count):
        _put_instead(telling, same, valued, f"told more closely in {valued.count.id}")
    elif new is None or is_vague(valued.count) or old == new or valued.count.known:
        telling.left_out.append((valued.count.id, f"tells of {first.count.id} again"))
    elif valued.corrects and (valued.voice == first.voice or first.own):
        _put_instead(telling, same, valued, f"put right in {valued.count.id}")
    elif valued.voice == first.voice:
        if old is not None and new < old:
            telling.left_out.append((valued.count.id, f"tells of some of {first.count.id}"))
        else:
            same.figure = spanned([same.figure, valued.figure])
            same.counts.append(valued.count.id)
    elif telling.own_first and first.own:
        telling.left_out.append((valued.count.id, "the document's own figure goes before it"))
    elif telling.own_first and valued.own:
        _put_instead(telling, same, valued, "the document's own figure goes before it")
    else:
        same.figure = spanned([same.figure, valued.figure])
        same.counts.append(valued.count.id)


def _put_instead(telling: Telling, same: Standing, valued: Valued, reason: str) -> None:
    telling.left_out += [(count, reason) for count in same.counts]
    same.figure, same.first, same.counts = valued.figure, valued, [valued.count.id]


def _is_sum(before: list[Standing], claim: list[Valued]) -> bool:
    """Say whether a claim only tells the sum of what stands: "in all, five were killed"."""
    whole = number(added([group.figure for group in before]))
    again = number(added([one.figure for one in claim]))
    if whole is None or whole != again or len(before) + len(claim) < 3:
        return False
    return len(claim) > 1 or claim[0].count.basis is not Basis.INCREMENT


def _same_people(before: list[Standing], valued: Valued) -> Standing | None:
    """Return the group that the count may tell of again: of its kind, or of people in general."""
    same = kind(valued.count)
    for group in before:
        if kind(group.first.count) == same or is_same_name(group.first.count, valued.count):
            return group
    for group in before:
        if fits(group.first.count, valued.count):
            return group
    return None
