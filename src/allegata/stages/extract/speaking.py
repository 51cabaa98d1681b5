"""Speakers across sentences: who "he said" is, and who the source line of an entry names.

In: the facts of all sentences of a document, in order. Out: the same, each voice with its name.
"She added that …" is the last speaker told in this paragraph or the one before; where none was
told, the words stay as they are.
"""

from collections.abc import Iterable
from dataclasses import replace

from allegata.lang.grammar.voices import FoundVoice
from allegata.model.vocabularies import SourceKind
from allegata.stages.extract.facts import SentenceFacts


def with_speakers(sentences: Iterable[SentenceFacts]) -> list[SentenceFacts]:
    """Return the sentences, each pronoun that speaks under the name of the last speaker."""
    named: list[SentenceFacts] = []
    last: tuple[FoundVoice, int] | None = None
    for facts in sentences:
        known = last[0] if last and facts.paragraph - last[1] <= 1 else None
        told = facts
        if known is not None and any(voice.pronoun for voice in _voices_of(facts)):
            told = _named(facts, known)
        named.append(told)
        speakers = [voice for voice in told.voices if not voice.pronoun and _is_somebody(voice)]
        if speakers:
            last = speakers[-1], facts.paragraph
    return named


def _voices_of(facts: SentenceFacts) -> list[FoundVoice]:
    holders = [one.holder for one in facts.positions if one.holder is not None]
    return [*facts.voices, *holders]


def _is_somebody(voice: FoundVoice) -> bool:
    return voice.kind is not SourceKind.UNKNOWN or voice.name[:1].isupper()


def _named(facts: SentenceFacts, known: FoundVoice) -> SentenceFacts:
    def name(voice: FoundVoice) -> FoundVoice:
        if not voice.pronoun:
            return voice
        return replace(voice, name=known.name, kind=known.kind, pronoun=False)

    positions = tuple(
        replace(one, holder=name(one.holder)) if one.holder is not None else one
        for one in facts.positions
    )
    return replace(facts, voices=tuple(name(one) for one in facts.voices), positions=positions)


def without_denied(facts: SentenceFacts) -> SentenceFacts:
    """Return the facts without what a party only denies: that is no claim of anybody here."""
    denied = [one.denied for one in facts.positions if one.denied is not None]
    if not denied:
        return facts

    def stays(at: int) -> bool:
        return not any(first <= at < last for first, last in denied)

    told = [
        pair for pair in zip(facts.harms, facts.harm_agents, strict=True) if stays(pair[0].start)
    ]
    return replace(
        facts,
        harms=tuple(harm for harm, _ in told),
        harm_agents=tuple(agent for _, agent in told),
        acts=tuple(act for act in facts.acts if stays(act.start)),
        parts=tuple(part for part in facts.parts if stays(part.start)),
    )
