"""Rows of people's own lists join the incidents that documents tell, and never change them.

In: what linking makes of the documents alone, and of documents and rows together. Out: the
incidents of the documents, with each row beside the incident whose accounts it was linked to. Of
two rows of one list that come to one incident the likelier has it, and the other stands alone,
since a list holds each incident once.

>>> alone = Partition((("d1",), ("d2",)), (), ())
>>> rows = {"r1": "mine"}
>>> with_rows(alone, Partition((("d1", "r1"), ("d2",)), (), ()), rows).groups
(('d1', 'r1'), ('d2',))
"""

from collections import Counter
from collections.abc import Mapping

from allegata.model.linking import Link, LinkOutcome, Partition


def with_rows(alone: Partition, whole: Partition, rolls: Mapping[str, str]) -> Partition:
    """Return the partition of documents with rows in it; ``rolls`` are of the rows' accounts."""
    home = {account: place for place, group in enumerate(alone.groups) for account in group}
    scores = _scores(whole, rolls)
    places = _places(whole, home, rolls)
    wishes = [(-scores.get(row, 0.0), row, place) for row, place in places.items()]
    groups = [list(group) for group in alone.groups]
    taken: set[tuple[str, int]] = set()
    placed: dict[str, int] = {}
    for _, row, place in sorted(wishes):
        if (rolls[row], place) not in taken:
            taken.add((rolls[row], place))
            placed[row] = place
            groups[place].append(row)
    groups += [[row] for row in sorted(rolls) if row not in placed]
    of_rows = [each for each in whole.links if each.a in rolls or each.b in rolls]
    return Partition(
        tuple(sorted(tuple(sorted(group)) for group in groups)),
        tuple(
            sorted(
                (*alone.links, *(each for each in of_rows if _holds(each, home | placed))),
                key=lambda each: (each.a, each.b),
            )
        ),
        (
            *alone.doubtful,
            *(each for each in whole.doubtful if each.a in rolls or each.b in rolls),
        ),
    )


def _places(
    whole: Partition, home: Mapping[str, int], rolls: Mapping[str, str]
) -> Mapping[str, int]:
    """Return for each row the incident of documents that most of its group's accounts are of."""
    found: dict[str, int] = {}
    for group in whole.groups:
        times = Counter(home[account] for account in group if account in home)
        if times:
            place = min(times, key=lambda each: (-times[each], each))
            found |= dict.fromkeys((account for account in group if account in rolls), place)
    return found


def _scores(whole: Partition, rolls: Mapping[str, str]) -> Mapping[str, float]:
    """Return how likely each row is of its own group: the best of its links there."""
    group_of = {account: place for place, group in enumerate(whole.groups) for account in group}
    best: dict[str, float] = {}
    for each in whole.links:
        if each.outcome is LinkOutcome.SAME and group_of.get(each.a) == group_of.get(each.b):
            sure = each.score if each.decider == "machine" else 2.0  # a person's word goes before
            for row in (each.a, each.b):
                if row in rolls:
                    best[row] = max(best.get(row, 0.0), sure)
    return best


def _holds(link: Link, place: Mapping[str, int]) -> bool:
    """Say whether a link of a row still holds: what is the same incident is in one group."""
    if link.outcome is not LinkOutcome.SAME or link.decider != "machine":
        return True
    return link.a in place and place.get(link.a) == place.get(link.b)
