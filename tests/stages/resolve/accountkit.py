"""Accounts in a few words, for tests of linking. Every text is a SPECIMEN of our own."""

from allegata.model.count import Bounds
from allegata.model.linking import (
    Account,
    ClaimRef,
    Ground,
    LinkDecision,
    LinkOutcome,
    Toll,
)
from allegata.model.vocabularies import Event, Outcome, PlacePrecision
from allegata.stages.resolve.wording import sketch, terms

NESCIO = (36.0, 38.0)


def ground(
    name: str = "Nescio",
    at: tuple[float, float] = NESCIO,
    *,
    precision: PlacePrecision = PlacePrecision.SETTLEMENT,
    radius_km: float = 5.0,
    units: tuple[str, ...] = ("A1", "A1.1"),
) -> Ground:
    return Ground(name, name, *at, precision, radius_km, "XX", units)


def account(
    name: str,
    *,
    day: int | tuple[int, int] | None = 738000,
    published: int | None = None,
    at: Ground | None = None,
    killed: int | tuple[int, int] | None = None,
    text: str = "",
    document: str | None = None,
    named: tuple[str, ...] = (),
    event: Event = Event.AIR_STRIKE,
    roll: str = "",
    coded: bool = False,
    cites: tuple[str, ...] = (),
) -> Account:
    low, high = (killed, killed) if isinstance(killed, int) else (killed or (0, 0))
    return Account(
        id=name,
        document=document or f"document of {name}",
        claims=(f"claim of {name}",),
        event=event,
        days=(day, day) if isinstance(day, int) else day,
        published=published,
        grounds=(at,) if at is not None else (),
        tolls=() if killed is None else (Toll(Outcome.KILLED, Bounds(low, None, high)),),
        named=named,
        words=sketch(text),
        terms=terms(text),
        language="en" if text else "",
        cites=cites,
        roll=roll,
        coded=coded,
    )


def decision(
    number: int, a: str, b: str, outcome: LinkOutcome, *, undoes: str | None = None
) -> LinkDecision:
    return LinkDecision(
        f"d{number}",
        ClaimRef(f"document of {a}", f"claim of {a}"),
        ClaimRef(f"document of {b}", f"claim of {b}"),
        outcome,
        "r1",
        f"2031-01-01T00:00:{number:02d}Z",
        undoes=undoes,
    )
