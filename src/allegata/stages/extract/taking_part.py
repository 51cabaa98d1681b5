"""Who takes part: actors of claims that name none, and the claims of each person.

In: the claims of a document, its mentions of events and its people. Out: claims in which those who
did it by the mention at the claim's own word stand as actors, and people with the claims of what
they endured. What a claim says of its actors itself is never changed.

Where the claim's own word has no such agent, the attack that its evidence tells before it may:
"Militiamen shelled the town. Two farmers were killed." But nobody is taken for the killer of people
who are called as he is ("Rebels raided a post. Three rebels were killed").
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allegata.lang.grammar.called import called
from allegata.model.claim import Actor, Claim
from allegata.model.happening import EventMention, Participant
from allegata.model.people import Person
from allegata.model.vocabularies import ActorRole, Certainty, ClaimKind, Stage

_ACTED = (ClaimKind.HARM, ClaimKind.CONDUCT)
_ACTING = ("people", "actor", "name")
_NAMING = 4  # letters: words of fewer are articles and numbers
_LONGEST = 60  # characters of an event's words


@dataclass(frozen=True, slots=True)
class Named:
    """How a document names its people, by their ids, and of what kind its organisations are."""

    people: Mapping[str, str | None]
    kinds: Mapping[str, str]
    language: str


def with_actors(
    claims: Sequence[Claim], events: Sequence[EventMention], named: Named
) -> tuple[Claim, ...]:
    """Return the claims, those without actors with the agents of the event at their trigger."""
    at = _ByPlace(events)
    return tuple(
        replace(claim, actors=_told(claim, at, named))
        if claim.kind in _ACTED and not claim.actors
        else claim
        for claim in claims
    )


def _told(claim: Claim, at: "_ByPlace", named: Named) -> tuple[Actor, ...]:
    """Return the agents at the claim's own word, else those of the attack told before it."""
    if claim.stage is Stage.FOILED:
        return ()  # the subject is who foiled it
    own = tuple(_actors(at.claim(claim), named))
    if own or claim.incident is None or claim.kind is not ClaimKind.HARM:
        return own
    before = [event for event in at.before(claim) if event.outcome is None and not event.general]
    if not before or before[-1].stage is not Stage.ACCOMPLISHED:
        return ()
    found = tuple(_actors(before[-1:], named))
    harmed = {word for count in claim.counts for word in _words(count.group.raw)}
    return tuple(actor for actor in found if harmed.isdisjoint(_words(actor.raw)))


def _words(raw: str) -> list[str]:
    """Return the words of a phrase that name somebody: the longer ones."""
    return [word for word in raw.lower().split() if len(word) >= _NAMING]


def with_claims(
    people: Sequence[Person], claims: Sequence[Claim], events: Sequence[EventMention]
) -> tuple[Person, ...]:
    """Return the people with the ids of the claims that tell what happened to them."""
    told: dict[str, list[str]] = {}
    at = _ByPlace(events)
    for claim in claims:
        for event in at.claim(claim) if claim.kind in _ACTED else ():
            for one in event.objects:
                if one.person is not None and claim.id not in told.setdefault(one.person, []):
                    told[one.person].append(claim.id)
    return tuple(replace(person, claims=tuple(told.get(person.id, ()))) for person in people)


class _ByPlace:
    """Mentions of events by where they stand, so that no claim is held against all of them."""

    def __init__(self, events: Sequence[EventMention]) -> None:
        self._events = sorted(events, key=lambda event: event.span.start)
        self._starts = [event.span.start for event in self._events]

    def claim(self, claim: Claim) -> Iterator[EventMention]:
        """Yield the mentions whose words are the claim's own, or overlap them."""
        first = bisect_left(self._starts, claim.trigger.start - _LONGEST)
        for event in self._events[first : bisect_left(self._starts, claim.trigger.end)]:
            if claim.trigger.start < event.span.end:
                yield event

    def before(self, claim: Claim) -> list[EventMention]:
        """Return the mentions that stand in the claim's evidence before its own words."""
        first = bisect_left(self._starts, min(one.span.start for one in claim.evidence))
        last = bisect_left(self._starts, claim.trigger.start)
        return [
            event
            for event in self._events[first:last]
            if any(one.span.covers(event.span) for one in claim.evidence)
            and event.span.end <= claim.trigger.start
        ]


def _actors(events: Iterable[EventMention], named: Named) -> Iterator[Actor]:
    known: set[str] = set()
    for event in events:
        for agent in event.agents:
            for name, kind in _names(agent, named):
                if name not in known:
                    known.add(name)
                    yield _actor(agent, name, kind)


def _names(agent: Participant, named: Named) -> Iterator[tuple[str, str]]:
    """Yield what an agent is called: people by their own words, and their organisation.

    Of what carries weapons ("warplanes of the Harazi Army") its owner alone.
    """
    words = called(agent.raw, named.language)
    if words is None:
        return
    if agent.kind in _ACTING and (agent.kind != "actor" or agent.organisation is None):
        yield named.people.get(agent.person or "") or words, "people"
    if agent.organisation is not None and agent.kind in (*_ACTING, "thing"):
        yield agent.organisation, named.kinds.get(agent.organisation, "armed_group")


def _actor(agent: Participant, name: str, kind: str) -> Actor:
    return Actor(
        raw=agent.raw,
        name=name,
        kind=kind,
        led_by=None,
        role=agent.role or ActorRole.ATTRIBUTED_TO,
        certainty=agent.certainty or Certainty.ALLEGED,
        framing=(),
        span=agent.span,
    )
