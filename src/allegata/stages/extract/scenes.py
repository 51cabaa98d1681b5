"""Events across sentences: what kind of event harm belongs to whose own sentence names none.

In: the facts of sentences in order. Out: the same, harm with the event of the scene before it.
"""

from collections.abc import Sequence
from dataclasses import replace

from allegata.model.vocabularies import Event
from allegata.stages.extract.facts import SentenceFacts


def with_scenes(sentences: Sequence[SentenceFacts]) -> list[SentenceFacts]:
    """Return the sentences; harm without a word for it takes the event of the one before.

    "The gunners shelled the village. Two men were killed."
    """
    told = list(sentences)
    for index in range(1, len(told)):
        facts, before = told[index], told[index - 1]
        if not facts.harms or facts.event_words or facts.separate:
            continue
        if before.paragraph == facts.paragraph and not before.harms:
            told[index] = replace(facts, event_words=before.event_words)
    return told


def event_told(sentences: Sequence[SentenceFacts], trigger: int) -> Event:
    """Return the event that the words of the trigger's sentence tell, else of the others."""
    own = [one for one in sentences if one.start <= trigger < one.end]
    words = [event for facts in (*own, *sentences) for event in facts.event_words]
    return Event(words[0]) if words else Event.UNKNOWN
