"""Parts and follow-ups."""

from tests.stages.resolve.accountkit import account, ground

from allegata.model.linking import LinkOutcome
from allegata.stages.resolve.relating import LEAST, relation_of


def test_a_day_within_an_episode_is_a_part_of_it_either_way_round() -> None:
    part = account("b", at=ground(), killed=3)
    whole = account("a", day=(737998, 738004), at=ground(), killed=40)
    for one, other in ((part, whole), (whole, part)):
        found = relation_of(one, other, 0.3)
        assert found is not None
        assert (found.a, found.b, found.outcome) == ("b", "a", LinkOutcome.PART_OF)


def test_a_part_has_no_higher_toll_than_its_whole() -> None:
    part = account("b", at=ground(), killed=50)
    whole = account("a", day=(737998, 738004), at=ground(), killed=40)
    found = relation_of(part, whole, 0.3)
    assert found is None or found.outcome is not LinkOutcome.PART_OF


def test_what_hardly_speaks_for_one_incident_ties_nothing() -> None:
    one, other = (account(name, at=ground(), killed=3) for name in "ab")
    assert relation_of(one, other, LEAST / 2) is None


def test_places_far_apart_are_not_related() -> None:
    one = account("a", at=ground(), killed=3)
    other = account("b", at=ground("Ubi", (37.0, 39.0)), killed=3, day=738001)
    assert relation_of(one, other, 0.3) is None
