"""Claims that must be read: whether the reading of a file holds one with the asked facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from allegata.model.claim import Claim
from allegata.model.vocabularies import ClaimKind
from bench.undocs.gold import FOLDER, tables


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that must be read. ``place`` holds words that all stand in the place's own words."""

    file: str
    outcome: str
    low: int | None
    best: int | None
    high: int | None
    status: str
    place: str
    date: str


def load_claims(folder: Path = FOLDER) -> tuple[GoldClaim, ...]:
    """Return the claims that must be read."""
    return tuple(GoldClaim(**table) for table in tables(folder / "claims.toml", "claim"))


def is_told(gold: GoldClaim, claims: Sequence[Claim]) -> bool:
    """Say whether one harm claim has the count, the place and the date."""
    return any(
        claim.kind is ClaimKind.HARM
        and _has_count(gold, claim)
        and _has_place(gold, claim)
        and claim.when is not None
        and claim.when.edtf == gold.date
        for claim in claims
    )


def _has_count(gold: GoldClaim, claim: Claim) -> bool:
    wanted = (gold.outcome, gold.low, gold.best, gold.high, gold.status)
    return any(
        wanted == (count.outcome.value, count.low, count.best, count.high, count.group.status.value)
        for count in claim.counts
    )


def _has_place(gold: GoldClaim, claim: Claim) -> bool:
    words = gold.place.casefold().split()
    return any(all(word in place.raw.casefold() for word in words) for place in claim.where)
