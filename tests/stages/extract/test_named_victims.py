"""Victims named after a count: a floor, each one of those told of before. Invented texts."""

import pytest
from tests.stages.extract.test_extract import reading

from allegata.model.vocabularies import Derivation

NAMES = "Tarim Bazov, Lena Bazov (14) and Omid Karst"


def killed(text: str) -> tuple[int | None, int | None]:
    (incident,) = reading(text).incidents
    (told,) = incident.tallies
    return told.low, told.high


@pytest.mark.parametrize(
    ("first", "ends"),
    [
        ("The raid killed five people.", (5, 5)),
        ("The raid killed at least five people.", (5, None)),
        ("The raid killed several people.", (3, None)),  # the named dead are a floor
    ],
)
@pytest.mark.parametrize(
    "names", [f"The victims were identified as {NAMES}.", f"Among the dead: {NAMES}."]
)
def test_names_are_never_added_to_the_total(
    first: str, ends: tuple[int | None, int | None], names: str
) -> None:
    assert killed(f"{first} {names}") == ends


def test_each_name_is_a_count_of_one_and_a_person() -> None:
    found = reading(f"The raid killed five people. The victims were identified as {NAMES}.")
    counts = [
        (count.raw, count.best, count.derivation, count.group.age.value)
        for count in found.claims[1].counts
    ]
    assert counts == [
        ("Tarim Bazov", 1, Derivation.ENUMERATED, "unknown"),
        ("Lena Bazov (14)", 1, Derivation.ENUMERATED, "child"),
        ("Omid Karst", 1, Derivation.ENUMERATED, "unknown"),
    ]
    assert {person.name for person in found.mentions.people} >= {
        "Tarim Bazov",
        "Lena Bazov",
        "Omid Karst",
    }


@pytest.mark.parametrize(
    "text",
    [
        f"The raid killed five people. The attackers were identified as {NAMES}.",
        f"The victims were identified as {NAMES}.",  # of what, nobody says
    ],
)
def test_names_of_others_count_nobody(text: str) -> None:
    counts = [count.raw for claim in reading(text).claims for count in claim.counts]
    assert counts in ([], ["five"])


def test_an_age_behind_a_name_counts_nobody() -> None:
    text = "The raid killed 60 people. Among the dead were Tarim Bazov, 40, and Lena Bazov, 14."
    counts = [count.best for claim in reading(text).claims for count in claim.counts]
    assert counts == [60, 1, 1]


def test_a_family_of_nobody_knows_how_many_has_no_number() -> None:
    (claim,) = reading("The strike killed a man and his family.").claims
    assert [(c.raw, c.low, c.best, c.high, c.qualifier.value, c.vague) for c in claim.counts] == [
        ("a", 1, 1, 1, "stated", None),
        ("family", None, None, None, "presence", "plural"),
    ]
    assert killed("The strike killed a man and his family.") == (1, None)
