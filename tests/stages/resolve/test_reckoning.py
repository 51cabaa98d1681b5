"""Tallies over origins: what counts, what does not and why, under each rule."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web import records

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.incident import Tally
from allegata.model.linking import ClaimRef
from allegata.model.record import Origin
from allegata.model.vocabularies import Basis, Derivation, Qualifier, Status
from allegata.stages.resolve.reckoning import Held, reckon, rules

MINISTRY = Origin("ministry", "Ministry", "state_organ", "government")
ARMY = Origin("army", "Army", "state_organ", "government")
GROUP = Origin("group", "Group", "armed_group", "rebels")
MONITOR = Origin("monitor", "Monitor", "ngo")
RADIO = Origin("radio", "Radio", "media")


def said(
    document: str,
    origin: Origin,
    people: int,
    published: str | None = None,
    *,
    own: bool = True,
    basis: Basis = Basis.TOTAL,
    status: Status = Status.UNKNOWN,
    derivation: Derivation = Derivation.LITERAL,
) -> Held:
    """A claim of ``people`` killed."""
    whole = records.SAID["a"].counts[0]
    group = replace(whole.group, status=status)
    count = replace(
        whole, low=people, best=people, high=people, raw=f"{people}", basis=basis, group=group
    )
    count = replace(count, derivation=derivation)
    return held(document, origin, count, published, own=own)


def held(
    document: str, origin: Origin, count: Count, published: str | None, *, own: bool = True
) -> Held:
    claim: Claim = replace(records.SAID["a"], id=f"claim {document}", counts=(count,))
    return Held(ClaimRef(document, claim.id), claim, origin, published, own)


def killed(*told: Held, rule: str = "added@1", named_dead: int = 0) -> Tally:
    (tally,) = reckon(told, rule=rule, named_dead=named_dead)
    return tally


def bounds(tally: Tally) -> tuple[int | None, int | None, int | None]:
    return tally.low, tally.best, tally.high


def reasons(tally: Tally) -> dict[str, str]:
    return {left.count: left.reason for left in tally.left_out}


def test_of_one_origin_the_last_figure_stands_up_or_down() -> None:
    tally = killed(
        said("a", MINISTRY, 103, "2031-04-06"),
        said("b", MINISTRY, 95, "2031-04-08"),
        said("c", MINISTRY, 84, "2031-04-20"),
    )
    assert bounds(tally) == (84, 84, 84)
    assert tally.used == ("c/c1",)
    assert reasons(tally) == {
        "a/c1": "superseded by 84 on 2031-04-20",
        "b/c1": "superseded by 84 on 2031-04-20",
    }


def test_a_late_reprint_of_an_old_figure_does_not_bring_it_back() -> None:
    tally = killed(
        said("a", MINISTRY, 43, "2031-04-06"),
        said("b", MINISTRY, 45, "2031-04-20"),
        said("news", MINISTRY, 43, "2031-05-01", own=False),
    )
    assert bounds(tally) == (45, 45, 45)
    assert reasons(tally)["news/c1"] == "passed on by others; the origin says it itself"


def test_what_only_others_pass_on_counts() -> None:
    tally = killed(said("news", MINISTRY, 43, "2031-05-01", own=False))
    assert bounds(tally) == (43, 43, 43)


def test_the_same_figure_told_again_is_not_superseded() -> None:
    tally = killed(said("a", MINISTRY, 43, "2031-04-06"), said("b", MINISTRY, 43, "2031-04-20"))
    assert reasons(tally) == {"a/c1": "told again by the same origin on 2031-04-20"}


def test_undated_figures_of_one_origin_stand_beside_each_other() -> None:
    tally = killed(said("a", MINISTRY, 43), said("b", MINISTRY, 45, "2031-04-20"))
    assert (tally.low, tally.high) == (43, 45)


def test_origins_span_the_range() -> None:
    tally = killed(said("a", MINISTRY, 43), said("b", MONITOR, 38), said("c", RADIO, 41))
    assert bounds(tally) == (38, None, 43)
    assert tally.used == ("a/c1", "b/c1", "c/c1")


def test_at_least_leaves_the_range_open() -> None:
    count = replace(
        records.SAID["a"].counts[0], low=40, best=None, high=None, qualifier=Qualifier.AT_LEAST
    )
    tally = killed(held("a", MINISTRY, count, None), said("b", MONITOR, 43))
    assert (tally.low, tally.high) == (40, None)


def test_running_totals_never_enter() -> None:
    tally = killed(
        said("a", MINISTRY, 43, "2031-04-06"),
        said("b", MINISTRY, 900, "2031-04-20", basis=Basis.CUMULATIVE),
    )
    assert bounds(tally) == (43, 43, 43)
    assert reasons(tally) == {"b/c1": "cumulative"}


def test_reasons_name_counts_by_their_words() -> None:
    whole = records.SAID["a"].counts[0]
    part = replace(
        whole, id="c2", low=3, best=3, high=3, raw="three", part_of="c1", basis=Basis.PART
    )
    claim = replace(records.SAID["a"], counts=(whole, part))
    tally = killed(Held(ClaimRef("a", claim.id), claim, MINISTRY))
    assert reasons(tally) == {"a/c2": "part of “43”"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("added@1", (38, None, 45)),
        ("median@1", (38, 41, 45)),
        ("acled@1", (38, 38, 38)),
        ("ucdp@1", (38, 45, 45)),
        ("majority@1", (38, None, 45)),
    ],
)
def test_each_rule_makes_its_own_range(
    rule: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    tally = killed(
        said("a", MONITOR, 38, "2031-04-06"),
        said("b", RADIO, 41, "2031-04-07"),
        said("c", MINISTRY, 45, "2031-04-20"),
        rule=rule,
    )
    assert bounds(tally) == expected


def test_the_most_conservative_rule_says_why_the_others_are_out() -> None:
    tally = killed(said("a", MONITOR, 38), said("b", RADIO, 41), rule="acled@1")
    assert (tally.used, reasons(tally)) == (
        ("a/c1",),
        {"b/c1": "a more conservative figure stands"},
    )


def test_the_majority_is_of_camps() -> None:
    tally = killed(
        said("a", MONITOR, 38), said("b", RADIO, 38), said("c", MINISTRY, 45), rule="majority@1"
    )
    assert bounds(tally) == (38, 38, 38)
    assert reasons(tally) == {"c/c1": "most camps tell another figure"}


def test_two_organs_of_one_camp_have_one_vote() -> None:
    told = (said("a", MINISTRY, 45), said("b", ARMY, 45), said("c", MONITOR, 38))
    assert bounds(killed(*told, rule="majority@1")) == (38, None, 45)
    tally = killed(*told, said("d", RADIO, 38), rule="majority@1")
    assert bounds(tally) == (38, 38, 38)


def test_a_copy_does_not_take_an_old_figure_up_again() -> None:
    first, revised = said("a", MINISTRY, 43, "2031-04-06"), said("b", MINISTRY, 45, "2031-04-20")
    copy = replace(said("c", MINISTRY, 43, "2031-04-25"), copied="a reprint")
    tally = killed(first, revised, copy)
    assert bounds(tally) == (45, 45, 45)
    assert reasons(tally)["c/c1"] == "a reprint"


def test_a_copy_with_another_figure_is_news_of_its_origin() -> None:
    story = said("a", RADIO, 43, "2031-04-06")
    later = replace(said("b", RADIO, 45, "2031-04-07"), copied="a reprint")
    assert bounds(killed(story, later)) == (45, 45, 45)


def test_a_partys_figure_of_its_adversary_sets_the_high_end_only() -> None:
    boast = said("a", ARMY, 60, status=Status.MILITANT)
    tally = killed(boast, said("b", MONITOR, 12), rule="adversary@1")
    assert bounds(tally) == (12, None, 60)
    assert bounds(killed(boast, rule="adversary@1")) == (None, None, 60)
    own_camp = said("c", MINISTRY, 60, status=Status.MILITANT)
    assert bounds(killed(boast, own_camp, rule="adversary@1")) == (None, None, 60)
    outside = said("d", MONITOR, 60)
    assert bounds(killed(boast, outside, rule="adversary@1")) == (60, 60, 60)


def test_who_tells_of_single_people_tells_no_toll() -> None:
    brother = said("a", RADIO, 1, derivation=Derivation.ENUMERATED)
    tally = killed(brother, said("b", MONITOR, 22))
    assert bounds(tally) == (22, 22, 22)
    assert reasons(tally) == {"a/c1": "tells of single people, and not of all"}
    assert bounds(killed(brother)) == (1, 1, 1)
    assert bounds(killed(brother, said("b", MONITOR, 0))) == (0, None, 1)


def test_the_named_dead_are_a_floor() -> None:
    assert bounds(killed(said("a", MINISTRY, 2), named_dead=5)) == (5, None, 5)
    assert bounds(killed(said("a", MINISTRY, 7), named_dead=5)) == (7, 7, 7)


TOLD = st.lists(
    st.tuples(
        st.sampled_from([MINISTRY, ARMY, GROUP, MONITOR, RADIO]),
        st.integers(0, 60),
        st.sampled_from([None, "2031-04-06", "2031-04-07"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@given(TOLD, st.sampled_from(rules()), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing_and_every_count_is_accounted_for(
    told: list[tuple[Origin, int, str | None, bool]], rule: str, chance: object
) -> None:
    claims = [
        said(f"d{place}", origin, people, day, own=own)
        for place, (origin, people, day, own) in enumerate(told)
    ]
    (tally,) = reckon(claims, rule=rule)
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert reckon(shuffled, rule=rule) == (tally,)
    keys = {f"{each.ref.document}/c1" for each in claims}
    assert {*tally.used, *reasons(tally)} == keys
    assert not {*tally.used} & {*reasons(tally)}
    known = [number for number in bounds(tally) if number is not None]
    assert known == sorted(known)


def test_the_highest_kind_of_source_that_speaks_makes_the_range() -> None:
    order = (("medical",), ("ngo", "media"), ("state_organ",))
    told = (
        said("a", MINISTRY, 45),
        said("b", MONITOR, 38),
        said("c", RADIO, 40),
        said("d", GROUP, 90),
    )
    (tally,) = reckon(told, rule="hierarchy@1", order=order)
    assert bounds(tally) == (38, None, 40)
    assert tally.used == ("b/c1", "c/c1")
    higher = "a kind of source that the codebook puts higher tells a figure"
    assert reasons(tally) == {"a/c1": higher, "d/c1": higher}
    (tally,) = reckon(told[3:], rule="hierarchy@1", order=order)
    assert bounds(tally) == (90, 90, 90)  # nobody else speaks
