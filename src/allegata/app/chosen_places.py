"""Which mention a person's choice of a place belongs to, whatever the document is read to by now.

In: the mentions that a reading proposes, the choices of the document. Out: every mention with the
choice that holds for it, and every choice whose mention is no longer proposed. A choice belongs to
the mention at its span, else to one that overlaps it in its layer, else to where its quote is found
again; a later choice takes the place of an earlier one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from allegata.app.anchoring import find_again
from allegata.app.views import CasePlace, Offered, ReviewedClaim
from allegata.model.choosing import Choosing, PlaceChoice
from allegata.model.decision import Match
from allegata.model.document import Document
from allegata.model.places import PlaceMention
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind
from allegata.places.resolver import choice_key

_GONE = "unknown"  # kind of a mention that nothing proposes any more
MOST_OFFERED = 3


def standing(choices: Iterable[PlaceChoice]) -> tuple[PlaceChoice, ...]:
    """Return the choices that nobody has taken back, oldest first."""
    kept: dict[str, PlaceChoice] = {}
    for choice in choices:
        if choice.how is not Choosing.UNDO:
            kept[choice.id] = choice
        elif choice.undoes is not None:
            kept.pop(choice.undoes, None)
    return tuple(kept.values())


def with_choices(
    mentions: Sequence[PlaceMention], choices: Iterable[PlaceChoice], document: Document
) -> tuple[CasePlace, ...]:
    """Return the mentions in document order, each with the choice in force for it."""
    held: dict[Span, PlaceChoice] = {}
    lost: dict[Span, PlaceChoice] = {}
    by_span = {mention.span: mention for mention in mentions}
    for choice in standing(choices):
        mention = _mention_of(choice, by_span, document)
        if mention is None:
            lost[choice.span] = choice
        else:
            held[mention.span] = choice
    places = [_held(mention, held.get(mention.span)) for mention in by_span.values()]
    places += [_lost(choice) for choice in lost.values()]
    order = {layer.id: at for at, layer in enumerate(document.layers)}
    return tuple(
        sorted(
            places,
            key=lambda one: (
                order.get(one.mention.span.layer, len(order)),
                one.mention.span.start,
                one.mention.span.end,
            ),
        )
    )


def with_chosen_ground(item: ReviewedClaim, places: Iterable[CasePlace]) -> ReviewedClaim:
    """Return a claim with the places that people chose for its words.

    Where a person edited the claim to another place than was proposed, that place stays.
    """
    chosen: dict[Span, PlaceChoice] = {}
    for place in places:
        if place.choice is not None:
            chosen[place.choice.span] = chosen[place.mention.span] = place.choice
    where = tuple(_ground(item, mention, chosen) for mention in item.judged.where)
    return item if where == item.judged.where else replace(item, where=where)


def offers(
    places: Iterable[CasePlace], choices: Iterable[PlaceChoice]
) -> Mapping[Span, tuple[Offered, ...]]:
    """Return what people of the case chose for the names of mentions that nobody has decided on.

    The one chosen most often first, then the latest.
    """
    by_key: dict[str, list[PlaceChoice]] = {}
    for choice in standing(choices):
        by_key.setdefault(choice_key(choice.name), []).append(choice)
    found = {}
    for place in places:
        told = by_key.get(choice_key(place.mention.name or place.mention.raw), ())
        if told and place.choice is None:
            found[place.mention.span] = _offered(told)
    return found


def _mention_of(
    choice: PlaceChoice, by_span: Mapping[Span, PlaceMention], document: Document
) -> PlaceMention | None:
    known = next((layer for layer in document.layers if layer.id == choice.span.layer), None)
    if known is not None and choice.span in by_span:
        return by_span[choice.span]
    spans = [choice.span] if known is not None else []
    for layer in document.layers:
        if layer.kind is not LayerKind.TRANSLATION:
            again = find_again(choice, layer)
            spans += [again] if again is not None else []
    for span in spans:
        near = [mention for mention in by_span.values() if mention.span.overlaps(span)]
        if near:
            return max(near, key=lambda one: (_shared(one.span, span), -one.span.start))
    return None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _held(mention: PlaceMention, choice: PlaceChoice | None) -> CasePlace:
    if choice is None:
        return CasePlace(mention, None, Match.NEW)
    now = mention.place.id if mention.place is not None else None
    return CasePlace(mention, choice, Match.KEPT if now == choice.proposed else Match.DIFFERS)


def _lost(choice: PlaceChoice) -> CasePlace:
    mention = PlaceMention(choice.quote, _GONE, choice.span, None, choice.name)
    return CasePlace(mention, choice, Match.NOT_PROPOSED)


def _ground(
    item: ReviewedClaim, mention: PlaceMention, chosen: Mapping[Span, PlaceChoice]
) -> PlaceMention:
    choice = chosen.get(mention.span)
    if choice is None:
        return mention
    told = mention.place.id if mention.place is not None else None
    if item.is_edited and told != choice.proposed:
        return mention
    return replace(mention, place=choice.place)


def _offered(choices: Sequence[PlaceChoice]) -> tuple[Offered, ...]:
    times = Counter(_what(choice) for choice in choices)
    latest = {_what(choice): at for at, choice in enumerate(choices)}
    order = sorted(latest, key=lambda what: (-times[what], -latest[what]))
    return tuple(
        Offered(choices[latest[what]].place, times[what], choices[latest[what]].id)
        for what in order[:MOST_OFFERED]
    )


def _what(choice: PlaceChoice) -> str:
    return choice.place.id if choice.place is not None else ""
