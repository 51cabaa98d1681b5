"""Conceded against alleged in plain text: a party, its figures, and what was said in order."""

from collections.abc import Iterable, Iterator

from allegata.app.voices import origin_name
from allegata.cli.search_text import harmless
from allegata.model.incident import Tally
from allegata.model.parties import ConcededAgainst, PartyRecord, PartyStep, StepKind
from allegata.model.ranges import Range
from allegata.model.record import Origin
from allegata.stages.resolve.figures import Figure
from allegata.stages.resolve.reckoning import in_numbers

SAID = {
    StepKind.ALLEGED: "alleges it",
    StepKind.CONCEDED: "concedes it",
    StepKind.TOLD: "tells a toll, and not as its own act",
    StepKind.DENIED: "denies it",
    StepKind.OTHERWISE: "explains it otherwise",
}


def party_lines(parties: Iterable[PartyRecord]) -> Iterator[str]:
    """Yield what is alleged of each party and what it has conceded, then each step."""
    found = list(parties)
    if found:
        yield ""
        yield "conceded against alleged"
    for each in found:
        yield f"  {harmless(name_of(each.party))}: {standing(each)}"
        yield from (f"    {_figure_line(figure)}" for figure in each.figures)
        yield from (f"    {_step_line(step)}" for step in each.steps)


def name_of(party: str) -> str:
    """Return what a party is called, a State by its official name."""
    return origin_name(Origin(party, party, "unknown")) or "a party that nobody names"


def standing(party: PartyRecord) -> str:
    """Return how many allege it of the party, and what it holds.

    >>> standing(PartyRecord("Army", (), origins=2))
    'alleged of it by 2 origins; it has taken no position'
    """
    alleged = f"{party.origins} origin{'s' * (party.origins != 1)}" if party.origins else "nobody"
    holds = "it has taken no position"
    if party.holds is not None:
        since = f" since {party.since}" if party.since else ""
        holds = f"it {party.holds.value.replace('_', ' ')}{since}"
    elif party.has_conceded:
        holds = "it says itself that it did it"
    return f"alleged of it by {alleged}; {holds}"


def in_words(range_: Range) -> str:
    """Return a range of people as a person reads it."""
    return in_numbers(Figure(range_.low, None, range_.high))


def _figure_line(figure: ConcededAgainst) -> str:
    parts = [f"alleged {_numbers(figure.alleged)}", f"conceded {_numbers(figure.conceded)}"]
    if figure.told is not None:
        parts.append(f"tells {_numbers(figure.told)} and not as its own act")
    line = f"{figure.outcome.value.replace('_', ' ')}: {', '.join(parts)}"
    return line if figure.alleged is None else f"{line}; not conceded: {_open(figure.open)}"


def _numbers(tally: Tally | None) -> str:
    return "none" if tally is None else in_numbers(Figure(tally.low, tally.best, tally.high))


def _open(rest: Range) -> str:
    low, high = rest.low, rest.high
    if low is not None and low < 0:
        more = f"or it concedes up to {-low} more than is alleged"
        return f"up to {high}, {more}" if high is None or high > 0 else more.removeprefix("or ")
    return in_words(rest)


def _step_line(step: PartyStep) -> str:
    tolls = ", ".join(
        f"{in_words(toll)} {outcome.value.replace('_', ' ')}" for outcome, toll in step.tolls
    )
    said = SAID[step.kind] if step.position is None else step.position.value.replace("_", " ")
    who = harmless(name_of(step.who) if step.who else "nobody named")
    return f"{step.published or 'undated'}  {who}: {said}{f': {tolls}' if tolls else ''}"
