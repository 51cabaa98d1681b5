"""Figures put and put right after a first one: competing totals, never a sum. Invented texts."""

import pytest
from tests.stages.extract.test_extract import reading

from allegata.model.vocabularies import Outcome, Stance

FIRST = "A bomb killed 12 people in Dar Salam on 3 May. "


def ends(text: str) -> dict[str, tuple[int | None, int | None]]:
    (incident,) = reading(text).incidents
    return {told.outcome.value: (told.low, told.high) for told in incident.tallies}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # another voice's figure competes
        ("Another source put the toll at 16.", (12, 16)),
        ("A ministry spokesman later put the toll at 16.", (12, 16)),
        ("The toll later rose to 16.", (12, 16)),
        ("A hospital put the toll at nine.", (9, 12)),
        ("Other outlets reported nine dead.", (9, 12)),
        # what is put right goes
        ("The police later revised the toll to 11.", (11, 11)),
        ("Officials revised the figure to 15.", (15, 15)),
        ("The ministry lowered its count from 12 to 9.", (9, 9)),
        ("The ministry raised its count from 12 to at least 15.", (15, None)),
        ("The death toll was later revised to 14.", (14, 14)),
        # no figure of people
        ("The war has taken a heavy toll.", (12, 12)),
        ("The board revised the figure to 15 litres.", (12, 12)),
        ("The bank put the figure at 40 million.", (12, 12)),
    ],
)
def test_a_figure_put_later_is_another_total(text: str, killed: tuple[int, int | None]) -> None:
    assert ends(FIRST + text) == {"killed": killed}


def test_a_figure_in_the_same_sentence_is_never_added() -> None:
    text = (
        "A bomb killed 12 people in Dar Salam on 3 May, though another outlet put the toll at 16."
    )
    assert ends(text) == {"killed": (12, 16)}


def test_a_figure_is_of_what_was_told_before() -> None:
    assert ends("A blast wounded nine people. The police revised the figure to 11.") == {
        "injured": (11, 11)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Officials revised the figure to 11.",
        "The board put the toll at 11.",
        "A blast killed two people and wounded nine. The police revised the figure to 11.",
    ],
)
def test_a_figure_of_nobody_told_or_of_several_is_no_count(text: str) -> None:
    counts = [count.best for claim in reading(text).claims for count in claim.counts]
    assert 11 not in counts


def test_who_revises_a_figure_harmed_nobody() -> None:
    first, second = reading(FIRST + "The army revised the toll to 11.").claims
    assert second.actors == ()
    assert second.attribution.stance is Stance.CORRECTS
    assert [(c.outcome, c.low, c.high, c.raw) for c in second.counts] == [
        (Outcome.KILLED, 11, 11, "11")
    ]
    assert first.incident == second.incident


@pytest.mark.parametrize(
    "text",
    [
        "The homes of three farmers were hit.",
        "Shares of the 3 largest miners were hit.",
        "The trucks of Harazi's sons were struck.",
    ],
)
def test_a_thing_of_somebody_that_is_hit_harms_nobody(text: str) -> None:
    assert [count.raw for claim in reading(text).claims for count in claim.counts] == []
