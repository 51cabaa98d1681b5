"""Mentions of events: every word of a document that tells of one, with its roles as spans.

In: the facts of its sentences and the view. Out: the mentions, with dates still in words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from allegata.lang.grammar.dates import FoundDate
from allegata.lang.grammar.happenings import Happening, Role, is_of_speech
from allegata.model.extraction import DatedWords
from allegata.model.happening import EventMention, Participant
from allegata.model.vocabularies import ActorRole, Certainty, Event, Modality, Outcome, Stage
from allegata.stages.extract.facts import SentenceFacts
from allegata.stages.extract.people import People
from allegata.stages.extract.view import View

_NEAR = 2  # sentences within which blame goes to the event told last
Dates = tuple[tuple[DatedWords, ...], ...]


def event_mentions(
    facts: Sequence[SentenceFacts], view: View, people: People
) -> tuple[tuple[EventMention, ...], Dates]:
    """Return the mentions in order, and for each the date words of its sentence, nearest first."""
    mentions: list[EventMention] = []
    dates: list[tuple[DatedWords, ...]] = []
    told = -_NEAR - 1
    for number, sentence in enumerate(facts):
        first = len(mentions)
        for one in sentence.happenings:
            mentions.append(_mention(sentence, one, view, people))
            dates.append(_dates(sentence, one, view))
        told = number if len(mentions) > first else told
        if sentence.blames and number - told <= _NEAR:
            at = range(first, len(mentions)) if told == number else range(first - 1, first)
            _blame(mentions, at, sentence, view, people)
    return tuple(mentions), tuple(dates)


def _blame(
    mentions: list[EventMention], at: range, facts: SentenceFacts, view: View, people: People
) -> None:
    """Give who is blamed for it to the events of the sentence, else to the one told last."""
    told: list[Participant] = []
    for blame in facts.blames:
        role = "attributed_to" if blame.standing == "suspected" else blame.standing
        certainty = "suspected" if blame.standing == "suspected" else "alleged"
        told += [
            replace(who, role=ActorRole(role), certainty=Certainty(certainty))
            for who in _participants((blame.who,), facts, view, people)
        ]
    for index in at:
        known = {one.span for one in (*mentions[index].agents, *mentions[index].objects)}
        new = [one for one in told if one.span not in known]
        agents = mentions[index].agents
        if new and (not agents or new[0].role is ActorRole.CLAIMS_RESPONSIBILITY):
            mentions[index] = replace(mentions[index], agents=(*agents, *new))


def _mention(facts: SentenceFacts, found: Happening, view: View, people: People) -> EventMention:
    return EventMention(
        raw=view.quote(found.start, found.end),
        event=Event(found.event),
        outcome=Outcome(found.outcome) if found.outcome else None,
        stage=Stage(found.stage),
        modality=_modality(facts, found),
        general=found.general,
        span=view.span(found.start, found.end),
        sentence=view.span(facts.start, facts.end),
        agents=_participants(found.agents, facts, view, people),
        objects=_participants(found.objects, facts, view, people),
        means=_participants(found.means, facts, view, people),
        when=None,
        involved=_involved(facts, found, view, people),
    )


def _involved(
    facts: SentenceFacts, found: Happening, view: View, people: People
) -> tuple[Participant, ...]:
    """Return the armed people and organisations of the sentence that stand in no role."""
    named = [
        Role(one.start, one.end, "actor")
        for one in facts.organisations
        if one.kind in ("armed_group", "criminal_group")
    ]
    taken = (*found.agents, *found.objects)
    free = [
        one
        for one in (*facts.armed, *named)
        if not any(role.start < one.end and one.start < role.end for role in taken)
    ]
    return _participants(free, facts, view, people)


def _participants(
    roles: Iterable[Role], facts: SentenceFacts, view: View, people: People
) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            raw=view.quote(one.start, one.end),
            kind=one.kind,
            span=view.span(one.start, one.end),
            person=people.person_in(one) if one.kind in ("people", "name") else None,
            organisation=_organisation(one, facts, people),
        )
        for role in roles
        for one in people.each_in(role)
    )


def _organisation(role: Role, facts: SentenceFacts, people: People) -> str | None:
    """Return the organisation that is named inside the words of a role.

    Fighters without one belong to the only armed organisation that the document names.
    """
    named = [one for one in facts.organisations if role.start <= one.start < role.end]
    if named:
        return named[0].name
    acting = [one for one in facts.actors if role.start <= one.start < role.end]
    if acting and (acting[0].kind != "state" or role.kind == "thing"):
        return acting[0].name
    armed = any(role.start < one.end and one.start < role.end for one in facts.armed)
    return people.only_organisation if armed else None


def _modality(facts: SentenceFacts, found: Happening) -> Modality:
    """Return how firmly the event is told: by the last hedge before its word."""
    told = [
        hedge
        for hedge in facts.hedges
        if facts.start + hedge.start < found.start and hedge.row.get("after") is not True
    ]
    return Modality(str(told[-1].row["modality"])) if told else Modality.STATED


def _dates(facts: SentenceFacts, found: Happening, view: View) -> tuple[DatedWords, ...]:
    """Return the days told of an event, the nearest first; a day of speech is none of them."""

    def distance(date: FoundDate) -> int:
        return min(abs(date.start - found.end), abs(found.start - date.end))

    return tuple(
        DatedWords(view.quote(date.start, date.end), view.span(date.start, date.end), date.phrase)
        for date in sorted(_days_of_events(facts), key=distance)
    )


def _days_of_events(facts: SentenceFacts) -> list[FoundDate]:
    return [
        date
        for date in facts.dates
        if not is_of_speech(facts.text, date.start - facts.start, date.end - facts.start)
    ]
