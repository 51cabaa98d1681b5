"""The places that a document names, on the ground or not at all.

In: the place mentions of one document, its text, a gazetteer, the country that the document is
about. Out: the same mentions with ``place`` where it is certain enough; ``places.resolver`` tells
how. Homonyms stay as alternatives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegata.model.places import Place, PlaceMention
from allegata.model.ports import Gazetteer
from allegata.places.framing import ask_of
from allegata.places.points import COORDINATES, point_place
from allegata.places.resolver import resolve
from allegata.places.telling import as_told


def resolve_places(
    mentions: Sequence[PlaceMention],
    text: str,
    gazetteer: Gazetteer,
    *,
    country: str | None,
    chosen: Mapping[str, Place] | None = None,
) -> tuple[PlaceMention, ...]:
    """Return the mentions in their order, each with the place that it most surely names.

    ``text`` is the layer that their spans are of. ``country`` is ISO 3166 alpha-2, None where the
    document does not tell one. ``chosen`` is as for ``places.resolver.resolve``.
    """
    named = [mention for mention in mentions if mention.kind != COORDINATES]
    named.sort(key=lambda mention: mention.span.start)
    asks = [ask_of(mention, text) for mention in named]
    resolved = resolve(text, asks, gazetteer, country=country, chosen=chosen)
    spans = [(ask.start, ask.end) for ask in asks]
    told = as_told(text, spans, [one.place for one in resolved], gazetteer)
    places = {mention.span: place for mention, place in zip(named, told, strict=True)}
    return tuple(
        replace(
            mention,
            place=point_place(mention.raw, gazetteer)
            if mention.kind == COORDINATES
            else places[mention.span],
        )
        for mention in mentions
    )
