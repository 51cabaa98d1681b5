"""Claims of one document to its incidents.

In: claims that ``extract`` gave to an incident, with dates and places resolved. Out: the incidents
in order, each with what its claims say together. Claims of patterns, norms, requests and of what
was only planned belong to none.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

from allegata.model.claim import Claim
from allegata.model.incident import Incident
from allegata.model.vocabularies import Event
from allegata.stages.resolve.codebook import NONE
from allegata.stages.resolve.tallies import DEFAULT, tally

T = TypeVar("T")


def resolve_within(
    claims: Sequence[Claim], *, rule: str = DEFAULT, table: str = NONE
) -> tuple[Incident, ...]:
    """Return the incidents that the claims of one document tell of, tallied by a rule."""
    by_code: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.incident is not None:
            by_code.setdefault(claim.incident, []).append(claim)
    return tuple(_incident(code, told, rule, table) for code, told in by_code.items())


def _incident(code: str, claims: Sequence[Claim], rule: str, table: str) -> Incident:
    events = [claim.event for claim in claims if claim.event is not Event.UNKNOWN]
    dates = [claim.when for claim in claims if claim.when is not None]
    return Incident(
        id=code,
        claims=tuple(claim.id for claim in claims),
        event=events[0] if events else Event.UNKNOWN,
        stage=claims[0].stage,
        when=dates[0] if dates else None,
        where=_distinct(claim.where for claim in claims),
        actors=_distinct(claim.actors for claim in claims),
        means=_distinct(claim.means for claim in claims),
        targets=_distinct(claim.targets for claim in claims),
        tallies=tally(claims, rule=rule, table=table),
    )


def _distinct(groups: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))
