"""One claim of a record as JSON: who says it, its words, its counts, when and where.

How sure the machine is is not even sent: the room is where people decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from allegata.app.covering import covered, may_hide, names_in, pieces
from allegata.app.views import CaseDocument
from allegata.app.voices import NAMELESS, said_by
from allegata.model.attribution import Attribution
from allegata.model.claim import Actor, Claim
from allegata.model.count import Count
from allegata.model.dates import When
from allegata.model.linking import ClaimRef
from allegata.model.places import PlaceMention
from allegata.model.provenance import Evidence
from allegata.model.vocabularies import Stance
from allegata.model.wire import Json, to_json

_KEPT_BACK = frozenset({"span", "confidence", "score", "alternatives", "reasons", "codes"})


@dataclass(frozen=True)
class Sight:
    """What a person may see: the documents of the record, and whether names were asked for.

    A name that one of the documents holds is covered in the words of all of them.
    """

    documents: Mapping[str, CaseDocument]
    names: bool = False
    _states: dict[str, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def held(self) -> tuple[str, ...]:
        """The names of people that the documents hold, the longest first."""
        return names_in(self.documents.values())

    def state_of(self, ref: ClaimRef) -> str:
        """Return what a person made of a claim; one that is unknown is a proposal."""
        if ref.document not in self._states:
            shown = self.documents.get(ref.document)
            found = {item.id: item.state for item in shown.claims} if shown is not None else {}
            self._states[ref.document] = found
        return self._states[ref.document].get(ref.claim, "proposed")

    def quote(self, quote: str, numbers: Sequence[str]) -> list[Json]:
        """Return a quote in pieces, names covered unless they were asked for."""
        cut = pieces(quote, numbers=numbers, names=self.held, covered=not self.names)
        return [list(piece) for piece in cut]

    def text(self, text: str) -> str:
        """Return a short text with its names covered unless they were asked for."""
        return text if self.names else covered(text, self.held)

    def beside(self, text: str, other: str | None, numbers: Sequence[str]) -> list[Json]:
        """Return the words of an original or its translation, which stands beside the ``other``.

        Where the other holds a name, it is not known where it stands here: all is covered then.
        """
        if not self.names and may_hide(text, other, self.held):
            return [["", "name"]]
        return self.quote(text, numbers)


def said(attribution: Attribution) -> str:
    """Return who says it, as a sentence; an author without a name is left out beside others.

    >>> from allegata.model.attribution import Voice
    >>> from allegata.model.vocabularies import SourceKind
    >>> author = Voice("unnamed author", SourceKind.UNNAMED, "unnamed author")
    >>> council = Voice("Tarnel council", SourceKind.LOCAL, "the council")
    >>> said(Attribution((author, council), Stance.REPORTS))
    'Tarnel council states:'
    """
    chain = attribution.chain
    while len(chain) > 1 and chain[0].kind in NAMELESS:
        chain = chain[1:]
    if chain == attribution.chain:
        return said_by(attribution)
    reports = attribution.stance is Stance.REPORTS and len(chain) == 1
    stance = Stance.ASSERTS if reports else attribution.stance
    return said_by(Attribution(chain, stance, attribution.modality))


def plain_view(value: object) -> Json:
    """Return a noun as JSON less its spans and all that says how sure the machine is."""
    return _less(to_json(value))


def _less(value: Json) -> Json:
    if isinstance(value, list):
        return [_less(item) for item in value]
    if isinstance(value, dict):
        return {name: _less(item) for name, item in value.items() if name not in _KEPT_BACK}
    return value


def claim_view(ref: ClaimRef, claim: Claim, sight: Sight) -> dict[str, Json]:
    """Return a claim as the room shows it."""
    return {
        "document": ref.document,
        "claim": ref.claim,
        "state": sight.state_of(ref),
        "kind": claim.kind.value,
        "scope": claim.scope.value,
        "event": claim.event.value,
        "stage": claim.stage.value,
        "stance": claim.attribution.stance.value,
        "said_by": said(claim.attribution),
        "quotes": [
            sight.quote(words.quote, [count.raw for count in _within(claim, words)])
            for words in claim.evidence
        ],
        "page": claim.evidence[0].page,
        "when": when_view(claim.when),
        "where": [place_view(mention) for mention in claim.where],
        "actors": actors_view(claim.actors),
        "means": list[Json](sorted({means.raw for means in claim.means})),
        "counts": [count_view(count, sight) for count in claim.counts],
        "doubts": list[Json](sorted({sight.text(each.message) for each in claim.doubts})),
    }


def _within(claim: Claim, words: Evidence) -> list[Count]:
    found = [count for count in claim.counts if words.span.covers(count.span)]
    return sorted(found, key=lambda count: count.span.start)


def count_view(count: Count, sight: Sight) -> dict[str, Json]:
    """Return a count less its span and confidence; people are also counted by naming them."""
    view = plain_view(count)
    if not isinstance(view, dict) or not isinstance(group := view["group"], dict):
        raise TypeError("a count is an object with a group")
    view["raw"] = sight.text(count.raw)
    group["raw"] = sight.text(count.group.raw)
    return view


def when_view(when: When | None) -> Json:
    """Return a date with its words."""
    return None if when is None else plain_view(when)


def place_view(mention: PlaceMention) -> Json:
    """Return a place as written and the ground it stands for, areas among it."""
    return plain_view(mention)


def actors_view(actors: Sequence[Actor]) -> list[Json]:
    """Return each actor once for each role."""
    seen: dict[tuple[str, str], Json] = {}
    for actor in actors:
        told: Json = {
            "name": actor.name,
            "role": actor.role.value,
            "certainty": actor.certainty.value,
            "framing": list(actor.framing),
        }
        seen.setdefault((actor.name, actor.role.value), told)
    return list(seen.values())
