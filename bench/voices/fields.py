"""What a claim answers to each field of the gold, and whether that is right."""

from collections.abc import Callable
from typing import Any  # answers and gold are of many types

from allegata.model.attribution import Voice
from allegata.model.claim import Claim, NormPayload, PositionPayload, RequestPayload
from allegata.model.vocabularies import SourceKind
from bench.voices.gold import GoldClaim

_TOLD = ("by", "stance", "modality", "stage", "scope", "event", "when", "time", "where", "actor")
FIELDS = {
    "harm": (*_TOLD, "target", "flag"),
    "conduct": (*_TOLD, "target"),
    "norm": ("label", "instrument", "by", "modality"),
    "request": ("action", "to", "procedural", "by"),
    "position": ("value", "by"),
}
# Fields with a usual value: right by default is not counted.
MARKED = {
    "stance": "asserts",
    "modality": "stated",
    "stage": "accomplished",
    "scope": "incident",
}


def answer_of(name: str, claim: Claim) -> object:
    """Return what the claim says to a field, None where it is silent."""
    return _ANSWERS[name](claim)


def is_right(name: str, gold: GoldClaim, claim: Claim) -> bool:
    """Say whether the claim's answer is the gold's; names are right by a word of them."""
    wanted, read = gold.said.get(name), _ANSWERS[name](claim)
    compare = _COMPARED.get(name)
    return bool(read == wanted) if compare is None else compare(read, wanted)


def _each(read: Any, wanted: Any) -> bool:
    return len(read) == len(wanted) and all(map(_holds, read, wanted))


def _one(read: Any, wanted: Any) -> bool:
    return any(_holds(one, wanted) for one in read)


def _all(read: Any, wanted: Any) -> bool:
    return all(_one(read, word) for word in wanted) if wanted else not read


def _words(read: Any, wanted: Any) -> bool:
    return _holds(str(read or ""), wanted.rstrip("Z"))


# How a name or words are compared; other fields are right where they are equal.
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "by": _each,
    "to": _all,
    **dict.fromkeys(("where", "actor", "target", "flag"), _one),
    **dict.fromkeys(("action", "time"), _words),
}


def _holds(words: str, word: str) -> bool:
    return word.casefold() in words.casefold()


def _voices(claim: Claim) -> list[str]:
    """Return the voices after the document's own; the signatory of a letter is none of them."""
    chain = list(claim.attribution.chain)
    if chain and _is_documents(chain[0]):
        chain = chain[1:]
    return [
        f"{voice.source} ({voice.raw})"
        for voice in chain
        if not (voice.kind is SourceKind.OFFICIAL and _stands_apart(voice, claim))
    ]


def _is_documents(voice: Voice) -> bool:
    return voice.span is None and voice.kind in (SourceKind.UNNAMED, SourceKind.AUTHOR)


def _stands_apart(voice: Voice, claim: Claim) -> bool:
    """Say whether the words for a voice stand outside the sentences of its claim."""
    if voice.span is None or voice.verb is not None:
        return False
    at = voice.span.start
    return not any(one.start <= at < one.end for one in claim.evidence)


def _norm(claim: Claim, name: str) -> object:
    return getattr(claim.payload, name) if isinstance(claim.payload, NormPayload) else None


def _request(claim: Claim, name: str) -> object:
    return getattr(claim.payload, name) if isinstance(claim.payload, RequestPayload) else None


def _addressees(claim: Claim) -> list[str]:
    given = _request(claim, "addressees")
    return list(given) if isinstance(given, tuple) else []


def _position(claim: Claim) -> object:
    return claim.payload.value.value if isinstance(claim.payload, PositionPayload) else None


_ANSWERS: dict[str, Callable[[Claim], object]] = {
    "by": _voices,
    "stance": lambda claim: claim.attribution.stance.value,
    "modality": lambda claim: claim.attribution.modality.value,
    "stage": lambda claim: claim.stage.value,
    "scope": lambda claim: claim.scope.value,
    "event": lambda claim: claim.event.value,
    "when": lambda claim: claim.when.edtf if claim.when else None,
    "time": lambda claim: claim.when.time if claim.when else None,
    "where": lambda claim: [place.raw for place in claim.where],
    "actor": lambda claim: [f"{actor.name} ({actor.raw})" for actor in claim.actors],
    "target": lambda claim: [target.category.value for target in claim.targets],
    "flag": lambda claim: [doubt.code for doubt in claim.doubts],
    "label": lambda claim: _norm(claim, "label"),
    "instrument": lambda claim: _norm(claim, "instrument"),
    "action": lambda claim: _request(claim, "action"),
    "to": _addressees,
    "procedural": lambda claim: _request(claim, "procedural"),
    "value": _position,
}
