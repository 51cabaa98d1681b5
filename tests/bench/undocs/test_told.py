"""A claim that must be read is found only with its numbers, its place and its date."""

import dataclasses

import pytest
from bench.undocs.told import GoldClaim, is_told, load_claims
from tests.store import casekit

from allegata.model.claim import Claim
from allegata.model.reading import Reading
from allegata.wiring import read

TEXT = "On 5 May 2031, 43 civilians were killed in an attack on Aden airport in Yemen."
GOLD = GoldClaim("specimen.txt", "killed", 43, 43, 43, "civilian", "Aden airport", "2031-05-05")


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    reading = read(casekit.source_of("specimen.txt", TEXT))
    assert isinstance(reading, Reading)
    return reading.claims


def test_the_claim_is_found(claims: tuple[Claim, ...]) -> None:
    assert is_told(GOLD, claims)


@pytest.mark.parametrize(
    "change",
    [
        {"best": 42},
        {"high": None},
        {"outcome": "injured"},
        {"status": "police"},
        {"place": "Tarnel airport"},
        {"date": "2031-05-06"},
    ],
)
def test_another_fact_is_not_found(claims: tuple[Claim, ...], change: dict[str, object]) -> None:
    other = dataclasses.replace(GOLD, **change)  # type: ignore[arg-type]
    assert not is_told(other, claims)


def test_nothing_is_found_where_nothing_was_read() -> None:
    assert not is_told(GOLD, ())


def test_the_asked_claim_is_in_the_gold() -> None:
    (claim,) = load_claims()
    assert (claim.outcome, claim.best, claim.date) == ("killed", 27, "2020-12-30")
