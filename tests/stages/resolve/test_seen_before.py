"""Seen before? Held, a new toll, a part, or new."""

from tests.stages.resolve.accountkit import account, ground
from tests.stages.resolve.test_across import OTHER, RETOLD, STRIKE, strike

from allegata.model.linking import Account
from allegata.stages.resolve.across import link
from allegata.stages.resolve.seen_before import Seen, Verdict, seen_before


def asked(new: Account, *held: Account) -> Seen:
    every = {one.id: one for one in (new, *held)}
    (found,) = seen_before([new], every, link(every.values()))
    return found


def test_an_incident_with_a_toll_told_before_is_held() -> None:
    found = asked(strike("new", text=RETOLD), strike("old"))
    assert (found.verdict, found.others) == (Verdict.HELD, ("old",))
    assert "for: same day" in found.reasons


def test_another_figure_is_a_new_toll_and_is_named() -> None:
    found = asked(strike("new", text=RETOLD, killed=14), strike("old"))
    assert found.verdict is Verdict.NEW_TOLL
    assert "for: a figure not told before: 14 killed" in found.reasons


def test_a_report_of_months_later_says_since_when() -> None:
    late = strike("new", text=STRIKE, day=None, published=738120, killed=12)
    found = asked(late, strike("old", text=STRIKE))
    assert found.verdict is Verdict.HELD
    assert found.reasons[0] == "for: reported since, 120 days after"


def test_a_day_of_an_episode_held_is_a_part_of_it() -> None:
    week = strike("week", day=(737998, 738004), text=OTHER, killed=90)
    assert asked(strike("new"), week).verdict is Verdict.PART


def test_what_is_like_nothing_held_is_new() -> None:
    far = ground("Utopia", (33.0, 36.0), units=("A2", "A2.1"))
    other = account("old", at=far, day=738200, killed=2, text=OTHER)
    assert asked(strike("new"), other) == Seen("new", Verdict.NEW, (), ())
