"""Whose words a claim is: the last in its chain of voices who has a name.

In: a claim's attribution, the register of sources, and who stands for the document where nobody in
it is named. Out: the origin, and whether the document is its own. Two organs of one State are two
origins in one camp, unless the register of sources says otherwise.

>>> from allegata.model.vocabularies import Stance
>>> agency = Voice("Tarnel News", SourceKind.MEDIA, "Tarnel News")
>>> council = Voice("Tarnel council", SourceKind.LOCAL, "the council")
>>> chain = Attribution((agency, council), Stance.REPORTS)
>>> said = speaker(chain, nobody=Origin("d", "", "unknown"))
>>> said.origin.name, said.at_first_hand
('Tarnel council', False)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allegata.model.attribution import Attribution, Voice
from allegata.model.record import Origin
from allegata.model.source import Source
from allegata.model.vocabularies import SourceKind

_NAMELESS = frozenset({SourceKind.UNNAMED, SourceKind.AUTHOR, SourceKind.WITNESS})
_STATES = frozenset({SourceKind.STATE, SourceKind.STATE_ORGAN, SourceKind.OFFICIAL})


@dataclass(frozen=True, slots=True)
class Speaker:
    """An origin, and whether the document speaks for it itself.

    ``copied`` says of what the document is a copy, "" where it is none.
    """

    origin: Origin
    at_first_hand: bool
    copied: str = ""


def speaker(
    attribution: Attribution, *, nobody: Origin, register: Mapping[str, Source] | None = None
) -> Speaker:
    """Return who is first to say it; ``nobody`` where no voice of the chain has a name.

    ``register`` is by casefolded name (``by_name``).
    """
    path = path_of(attribution)
    if not path:
        return Speaker(nobody, at_first_hand=True)
    last = path[-1]
    named = [voice for voice in attribution.chain if _is_named(voice)]
    known = (register or {}).get(last.source.casefold())
    origin = Origin(
        id=last.source.casefold(),
        name=last.source,
        kind=(known.kind if known is not None else last.kind).value,
        camp=_camp(last, named, known),
    )
    is_passed_on = any(voice.kind is SourceKind.MEDIA for voice in named if voice is not last)
    return Speaker(origin, at_first_hand=last is named[0] and not is_passed_on)


def path_of(attribution: Attribution) -> tuple[Voice, ...]:
    """Return the named voices by which it came, who was first to say it last.

    News passes on: where a chain names somebody else, it is that one's figure. A letter is signed
    by an official, who speaks for the State.
    """
    named = [voice for voice in attribution.chain if _is_named(voice)]
    news = [voice for voice in named if voice.kind is SourceKind.MEDIA]
    others = [voice for voice in named if voice.kind is not SourceKind.MEDIA]
    signed = [voice for voice in others[1:] if voice.kind is not SourceKind.OFFICIAL or voice.verb]
    return (*news, *others[:1], *signed)


def by_name(sources: Iterable[Source]) -> dict[str, Source]:
    """Return the register of sources by all their names."""
    found: dict[str, Source] = {}
    for source in sources:
        for name in (source.id, source.name, source.alias, source.published_as):
            if name:
                found.setdefault(name.casefold(), source)
    return found


def _is_named(voice: Voice) -> bool:
    return bool(voice.source.strip()) and voice.kind not in _NAMELESS


def _camp(voice: Voice, named: Iterable[Voice], known: Source | None) -> str:
    if known is not None and (known.camp or known.party):
        return known.camp or known.party or ""
    if voice.kind is SourceKind.STATE:
        return voice.source
    if voice.kind in _STATES:  # an organ of the State that the chain names
        states = [other.source for other in named if other.kind is SourceKind.STATE]
        return states[-1] if states else ""
    return ""
