"""Mentions of events: every word of a document that tells of one, with its roles as spans.

In: the facts of its sentences and the view. Out: the mentions, with dates still in words.
"""

from collections.abc import Iterable, Sequence

from allegata.lang.grammar.dates import FoundDate
from allegata.lang.grammar.happenings import Happening, Role
from allegata.model.extraction import DatedWords
from allegata.model.happening import EventMention, Participant
from allegata.model.vocabularies import Event, Modality, Outcome, Stage
from allegata.stages.extract.facts import SentenceFacts
from allegata.stages.extract.people import People
from allegata.stages.extract.view import View

Dates = tuple[tuple[DatedWords, ...], ...]


def event_mentions(
    facts: Sequence[SentenceFacts], view: View, people: People
) -> tuple[tuple[EventMention, ...], Dates]:
    """Return the mentions in order, and for each the date words of its sentence, nearest first."""
    found = [(sentence, one) for sentence in facts for one in sentence.happenings]
    mentions = tuple(_mention(sentence, one, view, people) for sentence, one in found)
    return mentions, tuple(_dates(sentence, one, view) for sentence, one in found)


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
    )


def _participants(
    roles: Iterable[Role], facts: SentenceFacts, view: View, people: People
) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            raw=view.quote(one.start, one.end),
            kind=one.kind,
            span=view.span(one.start, one.end),
            person=people.person_in(one) if one.kind in ("people", "name") else None,
            organisation=_organisation(one, facts),
        )
        for one in roles
    )


def _organisation(role: Role, facts: SentenceFacts) -> str | None:
    """Return the organisation that is named inside the words of a role."""
    named = [one for one in facts.organisations if role.start <= one.start < role.end]
    if named:
        return named[0].name
    acting = [one for one in facts.actors if role.start <= one.start < role.end]
    return acting[0].name if acting and acting[0].kind != "state" else None


def _modality(facts: SentenceFacts, found: Happening) -> Modality:
    """Return how firmly the event is told: by the last hedge before its word."""
    told = [hedge for hedge in facts.hedges if facts.start + hedge.start < found.start]
    return Modality(str(told[-1].row["modality"])) if told else Modality.STATED


def _dates(facts: SentenceFacts, found: Happening, view: View) -> tuple[DatedWords, ...]:
    def distance(date: FoundDate) -> int:
        return min(abs(date.start - found.end), abs(found.start - date.end))

    return tuple(
        DatedWords(view.quote(date.start, date.end), view.span(date.start, date.end), date.phrase)
        for date in sorted(facts.dates, key=distance)
    )
