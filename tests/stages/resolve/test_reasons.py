"""Reasons for and against a link, in words."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.stages.resolve.accountkit import account, ground

from allegata.model.vocabularies import Event
from allegata.stages.resolve import reasons
from allegata.stages.resolve.reasons import days_between, nearest_grounds, reasons_of

USERS = ("reasons", "relating", "pieces")


def test_places_are_told_with_how_far_both_may_be_off() -> None:
    one = account("a", at=ground("Ubi", (36.0, 38.0)))
    other = account("b", at=ground("Ibi", (36.038, 38.0)))
    assert "for: 4.2 km apart, both ± 5 km" in reasons_of(one, other)


def test_places_far_apart_speak_against() -> None:
    one = account("a", at=ground("Ubi", (36.0, 38.0)))
    other = account("b", at=ground("Ibi", (37.0, 38.0), radius_km=2.5))
    assert "against: 111 km apart, ± 5 and ± 2.5 km" in reasons_of(one, other)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (43, 45, "for: 43 and 45 killed"),
        (43, 43, "for: 43 killed in both"),
        (3, 30, "against: 3 and 30 killed"),
        ((2, 5), 4, "for: 2–5 and 4 killed"),
    ],
)
def test_tolls_are_told_side_by_side(
    one: int | tuple[int, int], other: int | tuple[int, int], told: str
) -> None:
    assert told in reasons_of(account("a", killed=one), account("b", killed=other))


def test_a_report_without_a_day_is_told_by_its_publication() -> None:
    late = account("b", day=None, published=738090)
    assert "for: reported 90 days after" in reasons_of(account("a"), late)
    assert days_between(account("a"), late) is None


def test_kinds_of_events_that_differ_speak_against() -> None:
    assert "against: air strike and shelling" in reasons_of(
        account("a"), account("b", event=Event.SHELLING)
    )


def test_without_places_there_are_no_nearest_grounds() -> None:
    assert nearest_grounds(account("a"), account("b")) is None
    assert "against: no place told in one" in reasons_of(account("a"), account("b"))


def test_names_in_both_are_counted_and_never_told() -> None:
    one, other = (account(name, named=("nemo quidam",)) for name in "ab")
    told = reasons_of(one, other)
    assert "for: one person named in both" in told
    assert not any("quidam" in line for line in told)


def test_every_label_in_the_code_has_its_words_and_every_word_its_use() -> None:
    folder = Path(reasons.__file__).parent
    code = "".join((folder / f"{name}.py").read_text("utf-8") for name in USERS)
    tables = tomllib.loads((folder / "link_reasons.toml").read_text("utf-8"))
    labels = {label for table in tables.values() for label in table}
    quoted = set(re.findall(r'"([a-z_]+)"', code))
    called = set(re.findall(r'reason\("([a-z_]+)"', code))
    assert (called - labels, labels - quoted) == (set(), set())


def test_accounts_of_one_publisher_say_so() -> None:
    one, other = (replace(account(name), origin="Miraval Post") for name in "ab")
    assert "for: same publisher" in reasons_of(one, other)
