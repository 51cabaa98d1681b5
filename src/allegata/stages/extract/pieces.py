"""One sentence, several tellings: cut where another voice speaks or another doubt begins.

In: the facts of a sentence. Out: the same facts in pieces, one where it tells as one. "Ostland says
that six of its men died; Westland says that two of its own did" is two tellings with two voices.
"""

from dataclasses import replace

from allegata.lang.pack import LanguagePack
from allegata.stages.extract.facts import SentenceFacts
from allegata.stages.extract.firmness import Firmness, firmness

Key = tuple[tuple[int, ...], Firmness]


def pieces(facts: SentenceFacts, pack: LanguagePack) -> tuple[SentenceFacts, ...]:
    """Return the facts, harm for harm apart where who says it or how firmly is another."""
    if len(facts.harms) < 2 or not (facts.voices or facts.hedges):
        return (facts,)
    starts: list[int] = []
    last: Key | None = None
    for index, harm in enumerate(facts.harms):
        key = _key(facts, harm.start, pack)
        if key != last:
            starts.append(index)
        last = key
    if len(starts) == 1:
        return (facts,)
    ends = [*starts[1:], len(facts.harms)]
    return tuple(
        _piece(facts, first, end, whole=first == 0) for first, end in zip(starts, ends, strict=True)
    )


def _key(facts: SentenceFacts, at: int, pack: LanguagePack) -> Key:
    speaking = tuple(voice.start for voice in facts.voices if voice.scope[0] <= at < voice.scope[1])
    return speaking, firmness(facts, at, pack)


def _piece(facts: SentenceFacts, first: int, end: int, *, whole: bool) -> SentenceFacts:
    """Return one piece; what is told beside the harm stays with the first."""
    told = replace(facts, harms=facts.harms[first:end], harm_agents=facts.harm_agents[first:end])
    if whole:
        return told
    return replace(told, positions=(), acts=(), parts=(), separate=False)
