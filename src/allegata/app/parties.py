"""Conceded against alleged: what each party says of its own part, and what others say of it.

In: the claims of an incident with whose they are, and the positions that parties took. Out: a
record for each party that is held to have done it or has taken a position. A party concedes what it
says itself that it did; a toll that it tells without saying so is told, and not conceded. Parties
are one where they are of one camp, or of one name; States go by all their names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from allegata.app.linked import Settings
from allegata.app.told import ToldClaim
from allegata.lang.countries import country_named, country_of_code
from allegata.model.claim import Claim
from allegata.model.incident import Tally
from allegata.model.parties import ConcededAgainst, PartyRecord, PartyStep, StepKind
from allegata.model.ranges import Range
from allegata.model.record import Origin, PartyPosition
from allegata.model.source import Source
from allegata.model.vocabularies import (
    ActorRole,
    Basis,
    ClaimKind,
    Outcome,
    PositionValue,
    Stance,
)
from allegata.stages.resolve.reckoning import Held, reckon
from allegata.stages.resolve.speakers import by_name
from allegata.stages.resolve.sums import less

_DID_IT = frozenset({ActorRole.ATTRIBUTED_TO, ActorRole.CLAIMS_RESPONSIBILITY})
_TAKEN_BACK = frozenset({Stance.DENIES, Stance.RETRACTS, Stance.QUESTIONS})
_NUMBERLESS = (None, None, None)
_POSITIONS: Mapping[PositionValue, StepKind] = {
    PositionValue.ACKNOWLEDGES: StepKind.CONCEDED,
    PositionValue.ACCEPTS_RESPONSIBILITY: StepKind.CONCEDED,
    PositionValue.CLAIMS_RESPONSIBILITY: StepKind.CONCEDED,
    PositionValue.DENIES_ACT: StepKind.DENIED,
    PositionValue.DENIES_RESPONSIBILITY: StepKind.DENIED,
    PositionValue.ALTERNATIVE_EXPLANATION: StepKind.OTHERWISE,
}


@dataclass
class _Party:
    """A party as it is gathered: its name, what was said, and the claims by their kind."""

    name: str
    steps: list[PartyStep] = field(default_factory=list)
    held: dict[StepKind, list[Held]] = field(default_factory=dict)
    alleging: set[str] = field(default_factory=set)  # ids of origins

    def take(self, one: ToldClaim, kind: StepKind) -> None:
        self.steps.append(_step(one, kind))
        self.held.setdefault(kind, []).append(one.held())
        if kind is StepKind.ALLEGED:
            self.alleging.add(one.speaker.origin.id)


def party_records(
    told: Sequence[ToldClaim],
    positions: Iterable[PartyPosition],
    register: Sequence[Source],
    settings: Settings,
) -> tuple[PartyRecord, ...]:
    """Return a record for each party, those that most origins allege it of first."""
    names = by_name(register)
    parties: dict[str, _Party] = {}
    taken = list(positions)
    for each in taken:
        if each.party:
            party = parties.setdefault(_key(each.party, names), _Party(each.party))
            party.steps.append(_position_step(each))
    harm = [one for one in told if _is_harm(one.claim)]
    for one in harm:
        for name in _doers(one.claim):
            parties.setdefault(_key(name, names), _Party(name))
    for one in harm:
        own = _key_of_origin(one.speaker.origin, names)
        doers = {_key(name, names) for name in _doers(one.claim)}
        for key in sorted(doers):
            parties[key].take(one, StepKind.CONCEDED if key == own else StepKind.ALLEGED)
        if own in parties and not doers:
            parties[own].take(one, StepKind.TOLD)
    records = [_record(parties[key], settings) for key in sorted(parties)]
    return tuple(sorted(records, key=lambda each: -each.origins))


def _is_harm(claim: Claim) -> bool:
    is_act = claim.kind in {ClaimKind.HARM, ClaimKind.CONDUCT}
    return is_act and claim.attribution.stance not in _TAKEN_BACK


def _doers(claim: Claim) -> list[str]:
    return [actor.name for actor in claim.actors if actor.role in _DID_IT and actor.name]


def _key_of_origin(origin: Origin, names: Mapping[str, Source]) -> str:
    return _key(origin.name, names) if not origin.camp else _key(origin.camp, names)


def _key(name: str, names: Mapping[str, Source]) -> str:
    """Return what a party is known by: its camp in the register, a State's code, or its name."""
    known = names.get(name.casefold())
    camp = (known.camp or known.party) if known is not None else None
    state = country_of_code(camp or name) or country_named(camp or name, demonyms=False)
    return state.alpha3.casefold() if state is not None else (camp or name).casefold()


def _record(party: _Party, settings: Settings) -> PartyRecord:
    steps = sorted(party.steps, key=lambda one: (one.published or "9999", one.claim.document))
    taken = [one for one in steps if one.position is not None]
    last = taken[-1] if taken else None
    return PartyRecord(
        party.name,
        tuple(steps),
        tuple(_figures(party, settings)),
        last.position if last is not None else None,
        last.published if last is not None else None,
        len(party.alleging),
    )


def _figures(party: _Party, settings: Settings) -> list[ConcededAgainst]:
    by_kind = {
        kind: {tally.outcome: tally for tally in _tallies(party.held.get(kind, ()), settings)}
        for kind in (StepKind.ALLEGED, StepKind.CONCEDED, StepKind.TOLD)
    }
    alleged, conceded, told = by_kind.values()
    return [
        ConcededAgainst(
            outcome,
            alleged.get(outcome),
            conceded.get(outcome),
            told.get(outcome),
            less(_range(alleged.get(outcome)), _range(conceded.get(outcome))),  # none is nobody
        )
        for outcome in Outcome
        if outcome in alleged or outcome in conceded or outcome in told
    ]


def _tallies(held: Sequence[Held], settings: Settings) -> list[Tally]:
    made = reckon(held, rule=settings.rule, table=settings.table, order=settings.order)
    return [each for each in made if (each.low, each.best, each.high) != _NUMBERLESS]


def _range(tally: Tally | None) -> Range:
    """Return the ends of a tally; where nobody tells a number it is nobody."""
    if tally is None:
        return Range(0, 0)
    low = tally.low if tally.low is not None else tally.best
    return Range(low, tally.high if tally.high is not None else tally.best)


def _step(one: ToldClaim, kind: StepKind) -> PartyStep:
    tolls = tuple(
        (
            count.outcome,
            Range(
                count.low if count.low is not None else count.best,
                count.high if count.high is not None else count.best,
            ),
        )
        for count in one.claim.counts
        if count.part_of is None and count.basis is not Basis.CUMULATIVE
    )
    return PartyStep(
        kind,
        one.speaker.origin.name,
        one.ref,
        one.published,
        one.claim.evidence[0].quote,
        tuple((outcome, toll) for outcome, toll in tolls if toll.is_told),
    )


def _position_step(position: PartyPosition) -> PartyStep:
    return PartyStep(
        _POSITIONS[position.value],
        position.party,
        position.claim,
        position.published,
        position.quote,
        position=position.value,
    )
