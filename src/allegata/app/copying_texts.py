"""Which documents of an incident repeat the words of which earlier ones.

In: the claims of an incident with whose they are, oldest first, and the sketches of their accounts.
Out: for each document that repeats another the text that it was held a copy of, else the one of
which it has most, with the longest run of words that both have.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allegata.app.reprints import Sketch, copied_from, sketches_of
from allegata.app.told import ToldClaim
from allegata.model.copying import Copying, Passing, Quoted
from allegata.model.linking import ClaimRef
from allegata.model.span import Span
from allegata.stages.resolve.accounts import AROUND, IN_LETTER
from allegata.stages.resolve.repeats import repeated, runs

MUCH = 0.5  # the share of a text from which on it is shown that another says the same
_LEAST_WORDS = 12  # a text with fewer says too little to be a copy
_MOST_SUBJECTS = 2  # a document that tells of more is a list: only what it says of this one counts


def by_words(told: Sequence[ToldClaim], words: Mapping[ClaimRef, Sketch]) -> Iterable[Copying]:
    """Yield which text repeats which earlier one, one for each text that does."""
    by_document: dict[str, list[ToldClaim]] = {}
    for one in told:
        by_document.setdefault(one.ref.document, []).append(one)
    documents = list(by_document)
    copies = _copies(told, documents, words)
    regions = {id_: _region(own) for id_, own in by_document.items()}
    all_runs = {id_: runs(regions[id_].text) for id_ in documents}
    for place, taker in enumerate(documents):
        mine = all_runs[taker]
        likely = [
            giver
            for giver in documents[:place]
            if giver == copies.get(taker) or len(mine & all_runs[giver]) >= MUCH * len(mine) > 0
        ]
        found = [_copying(taker, giver, regions, copies) for giver in likely]
        kept = [each for each in found if each.how is Passing.REPRINT or _is_much(each)]
        if kept:
            yield max(kept, key=lambda each: (each.how is Passing.REPRINT, each.share or 0.0))


def _copies(
    told: Sequence[ToldClaim], documents: Sequence[str], words: Mapping[ClaimRef, Sketch]
) -> dict[str, str]:
    """Return which documents the record holds for copies: they tell of one origin."""
    origins: dict[str, set[str]] = {}
    for one in told:
        origins.setdefault(one.ref.document, set()).add(one.speaker.origin.id)
    found = copied_from(documents, sketches_of([one.ref for one in told], words))
    return {taker: giver for taker, giver in found.items() if origins[taker] & origins[giver]}


@dataclass(frozen=True, slots=True)
class _Region:
    """The words of a document that tell of the incident, and where in which layer they begin."""

    layer: str
    start: int
    text: str

    def quoted(self, document: str, where: tuple[int, int]) -> Quoted:
        first, last = where
        span = Span(self.layer, self.start + first, self.start + last)
        return Quoted(document, span, self.text[first:last])


def _region(told: Sequence[ToldClaim]) -> _Region:
    """Return what stands around the claims, of a list the claims alone."""
    shown, layer_id = told[0].shown, told[0].claim.evidence[0].layer
    document = shown.document
    layers = document.layers if document is not None else ()
    text = next((layer.text for layer in layers if layer.id == layer_id), "")
    spans = [each for one in told for each in one.claim.evidence if each.layer == layer_id]
    around = IN_LETTER if document is not None and document.un is not None else AROUND
    if len({item.current.incident for item in shown.claims} - {None}) > _MOST_SUBJECTS:
        around = 0
    start = max(0, min(each.start for each in spans) - around)
    return _Region(layer_id, start, text[start : max(each.end for each in spans) + around])


def _is_much(each: Copying) -> bool:
    return (each.share or 0.0) >= MUCH and (each.words or 0) >= _LEAST_WORDS


def _copying(
    taker: str, giver: str, regions: Mapping[str, _Region], copies: Mapping[str, str]
) -> Copying:
    mine, theirs = regions[taker], regions[giver]
    found = repeated(mine.text, theirs.text)
    how = Passing.REPRINT if copies.get(taker) == giver else Passing.NEAR
    shown = (mine.quoted(taker, found.taken), theirs.quoted(giver, found.given))
    return Copying(taker, giver, how, shown if found.longest else (), found.share, found.words)
