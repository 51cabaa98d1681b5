"""One text of a public set read as the product reads a row of a table.

A predictor knows nothing that a user would not know: the text, and where the user would tell it
the day or the country.
"""

from collections.abc import Callable, Iterable, Sequence

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.incident import Incident
from allegata.model.reading import Reading, Refusal
from allegata.model.vocabularies import Outcome
from allegata.stages.resolve.tallies import tally
from allegata.wiring import read

Range = list[int | None] | None


def read_text(
    key: str, text: str, *, published: str | None = None, country: str | None = None
) -> Reading:
    """Return the reading of one English text; a refusal is an error of the bench."""
    content = text.encode()
    reading = read(
        SourceFile(
            id=content_id(content),
            name=key,
            content=content,
            media_type="text/plain",
            encoding="utf-8",
            language="en",
            published=published,
            country=country,
        )
    )
    if isinstance(reading, Refusal):
        raise TypeError(f"{key} was refused: {reading.code}")
    return reading


def counts_in(reading: Reading) -> list[Count]:
    """Return all counts of a reading, in order."""
    return [count for claim in reading.claims for count in claim.counts]


def counts_of(reading: Reading, incident: Incident) -> list[Count]:
    """Return the counts of one incident, in order."""
    wanted = set(incident.claims)
    return [count for claim in reading.claims if claim.id in wanted for count in claim.counts]


def principal(reading: Reading) -> Incident | None:
    """Return the incident that a text about one incident is about: the first that tells of harm.

    Where none tells of harm, the first; None where the text tells of no incident.
    """
    harmed = [
        incident
        for incident in reading.incidents
        if any(count.outcome is not Outcome.DISPLACED for count in counts_of(reading, incident))
    ]
    return next(iter((*harmed, *reading.incidents)), None)


def tallied(
    reading: Reading,
    incident: Incident,
    outcome: Outcome,
    *,
    rule: str,
    table: str,
    wanted: Callable[[Count], bool] | None = None,
    cells: bool = False,
) -> Range:
    """Return low and high of an incident's tally of one outcome, under a rule and a codebook."""
    claims = [claim for claim in reading.claims if claim.id in set(incident.claims)]
    return tallied_over(claims, outcome, rule=rule, table=table, wanted=wanted, cells=cells)


def tallied_over(
    claims: Sequence[Claim],
    outcome: Outcome,
    *,
    rule: str,
    table: str,
    wanted: Callable[[Count], bool] | None = None,
    cells: bool = False,
) -> Range:
    """Return low and high of what some claims tell of one outcome together."""
    for one in tally(claims, rule=rule, table=table, wanted=wanted, cells=cells):
        if one.outcome is outcome and (one.low is not None or one.high is not None):
            return [one.low, one.high]
    return None


def range_of(counts: Iterable[Count], wanted: Callable[[Count], bool]) -> Range:
    """Return lowest low and highest high of the wanted counts; vague ones say no number."""
    found = [count for count in counts if wanted(count)]
    lows = [low for c in found if (low := c.low if c.low is not None else c.best) is not None]
    highs = [high for c in found if (high := c.high if c.high is not None else c.best) is not None]
    if not lows and not highs:
        return None
    return [min(lows, default=None), max(highs, default=None)]
