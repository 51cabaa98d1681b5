"""Tellings: what one voice tells of one outcome of one incident, as one figure.

In: the counts of a voice in the order of the text, each with its figure. Out: groups that stand
side by side, so that they can be added, and why each other count was left out.

* groups of one sentence are other people ("a woman and her two children" are three);
* a part is never added to its whole, and neither are people of whom it was told before ("the two
  men", "one of them");
* the same kind of people in a later sentence is told again: the same number says nothing new, a
  smaller one tells of some of them, a larger one is another figure for them;
* "also", "another" and "other" add; so does another kind of people;
* a number of people in general tells all of what came before when it is their sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from allegata.model.count import Count
from allegata.model.vocabularies import Age, Basis, Sex, Status
from allegata.stages.resolve.codebook import Figure

ADDS = "adds to what was told before"


@dataclass(frozen=True, slots=True)
class Valued:
    """A count with the figure that it has in a tally; ``claim`` is the number of its claim."""

    count: Count
    figure: Figure
    claim: int


@dataclass
class Standing:
    """A group that counts: its figure, the counts behind it, and whether a later one may be it."""

    figure: Figure
    count: Count
    claim: int
    counts: list[str] = field(default_factory=list)


@dataclass
class Telling:
    """The groups of one voice that stand side by side, and the counts left out with reasons."""

    groups: list[Standing] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)

    def figure(self) -> Figure:
        """Return the sum of the groups."""
        return added([group.figure for group in self.groups])

    def used(self) -> list[str]:
        """Return the ids of the counts in the sum."""
        return [c for group in self.groups if _number(group.figure) is not None for c in group.counts]

    def reasons(self) -> list[tuple[str, str]]:
        """Return the counts that are not in the sum, each with the reason."""
        empty = [group for group in self.groups if _number(group.figure) is None]
        return [*self.left_out, *((c, "no number stated") for group in empty for c in group.counts)]


def told(counts: Sequence[Valued]) -> Telling:
    """Return the groups that the counts of one voice leave standing."""
    telling = Telling()
    for number in sorted({valued.claim for valued in counts}):
        sentence = [valued for valued in counts if valued.claim == number]
        _take_in(telling, sentence)
    return telling


def _take_in(telling: Telling, sentence: list[Valued]) -> None:
    """Take in the groups of one sentence, which are other people among themselves."""
    before = list(telling.groups)
    if before and _is_sum(before, sentence):
        telling.left_out += [(one.count.id, "tells the same sum again") for one in sentence]
        return
    for valued in sentence:
        if valued.count.basis is Basis.INCREMENT or not before:
            _stand(telling, valued)
            continue
        same = _same_people(before, valued)
        if same is None:
            if valued.count.known and before:
                telling.left_out.append((valued.count.id, "people told of before"))
            else:
                _stand(telling, valued)
        else:
            _again(telling, same, valued)


def _stand(telling: Telling, valued: Valued) -> None:
    telling.groups.append(
        Standing(valued.figure, valued.count, valued.claim, [valued.count.id])
    )


def _again(telling: Telling, same: Standing, valued: Valued) -> None:
    """Take in another telling of people who stand already."""
    old, new = _number(same.figure), _number(valued.figure)
    vague = same.count.vague is not None
    if new is not None and (old is None or (vague and valued.count.vague is None)):
        telling.left_out.append((same.count.id, f"told with a number in {valued.count.id}"))
        same.figure, same.count, same.counts = valued.figure, valued.count, [valued.count.id]
    elif valued.count.known or new is None or old is None or new <= old:
        telling.left_out.append((valued.count.id, f"tells of {same.count.id} again"))
    else:
        same.figure = spanned([same.figure, valued.figure])
        same.counts.append(valued.count.id)


def _is_sum(before: list[Standing], sentence: list[Valued]) -> bool:
    """Say whether a sentence only tells the sum of what stands: "in all, five were killed"."""
    whole = _number(added([group.figure for group in before]))
    again = _number(added([one.figure for one in sentence]))
    return (
        whole is not None
        and whole == again
        and len(before) + len(sentence) > 2
        and all(one.count.basis is not Basis.INCREMENT for one in sentence)
    )


def _same_people(before: list[Standing], valued: Valued) -> Standing | None:
    """Return the group that the count may tell of again: of its kind, or of people in general."""
    kind = _kind(valued.count)
    for group in before:
        if _kind(group.count) == kind:
            return group
    for group in before:
        if _fits(group.count, valued.count):
            return group
    return None


def _fits(one: Count, other: Count) -> bool:
    """Say whether two counts may be of the same people: neither says what the other excludes."""
    if one.group.role != other.group.role and "leader" in (one.group.role, other.group.role):
        return _general(one) and (_number_of(one) or 0) >= (_number_of(other) or 0)
    pairs = (
        (one.group.status, other.group.status, Status.UNKNOWN),
        (one.group.age, other.group.age, Age.UNKNOWN),
        (one.group.sex, other.group.sex, Sex.UNKNOWN),
        (one.group.role, other.group.role, None),
    )
    if any(a != b and unknown not in (a, b) for a, b, unknown in pairs):
        return False
    return _general(one) or not _specific(other) or _head(one) == _head(other)


def _general(count: Count) -> bool:
    """Say whether the words mean people in general and more than one of them."""
    group = count.group
    return (
        group.status in (Status.UNKNOWN, Status.CIVILIAN, Status.MILITANT)
        and group.age is Age.UNKNOWN
        and group.sex is Sex.UNKNOWN
        and group.role is None
        and (_number_of(count) or 0) != 1
    )


def _specific(count: Count) -> bool:
    group = count.group
    return (
        group.age is not Age.UNKNOWN
        or group.sex is not Sex.UNKNOWN
        or group.role is not None
        or group.relation is not None
    )


def _kind(count: Count) -> tuple[object, ...]:
    group = count.group
    return (group.status, group.age, group.sex, group.role, _head(count))


def _head(count: Count) -> str:
    word = count.group.raw.lower().split()[-1] if count.group.raw.split() else ""
    return word.rstrip("s")


def _number_of(count: Count) -> int | None:
    return next((n for n in (count.best, count.low, count.high) if n is not None), None)


def _number(figure: Figure) -> int | None:
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def added(figures: Sequence[Figure]) -> Figure:
    """Return the sum: at least what the known figures make; where one is open, best and high are."""
    lows = [low for figure in figures if (low := _lowest(figure)) is not None]
    return Figure(
        sum(lows) if lows else None,
        _sum([figure.best for figure in figures]),
        _sum([figure.high for figure in figures]),
    )


def spanned(figures: Sequence[Figure]) -> Figure:
    """Return the range over figures of the same people, with a best only where all agree."""
    lows = [n for figure in figures if (n := _lowest(figure)) is not None]
    highs = [n for figure in figures if (n := _highest(figure)) is not None]
    bests = {figure.best for figure in figures}
    return Figure(
        min(lows, default=None),
        bests.pop() if len(bests) == 1 else None,
        max(highs) if highs and all(figure.high is not None or figure.best is not None for figure in figures) else None,
    )


def _lowest(figure: Figure) -> int | None:
    return figure.low if figure.low is not None else figure.best


def _highest(figure: Figure) -> int | None:
    return figure.high if figure.high is not None else figure.best


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None
