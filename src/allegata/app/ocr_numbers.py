"""Numbers that OCR read in Arabic script: each is unseen until a person has looked at its picture.

In: the layers of a document and what people read in the pictures. Out: the numbers, seen or not.
What was read of a picture belongs to its place in the layer; in another layer it belongs to the
number that is written the same and stands in the same words on the same page, if no other could
be meant.

>>> layer = TextLayer("t0", LayerKind.OCR, "ocr@1", "قتل ٢٣ مدنيا", (Region(4, 6, page=2),))
>>> [(number.id, number.raw, number.page, number.seen) for number in ocr_numbers([layer])]
[('t0-4-6', '٢٣', 2, None)]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from allegata.app.anchoring import agreement
from allegata.app.views import OcrNumber
from allegata.model.document import Region, TextLayer
from allegata.model.number import NumberSeen
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind
from allegata.text.arabic_numbers import arabic_numbers

_LEAST_AGREEMENT = 8  # code points around a number that must be the same in another layer


def ocr_numbers(
    layers: Sequence[TextLayer],
    in_force: Iterable[str] | None = None,
    seen: Iterable[NumberSeen] = (),
) -> tuple[OcrNumber, ...]:
    """Return the numbers of all layers, those ``in_force`` (default: all) first.

    The latest of ``seen`` counts.
    """
    by_id = {layer.id: layer for layer in layers}
    current = list(by_id) if in_force is None else [name for name in in_force if name in by_id]
    older = [name for name in by_id if name not in current]
    numbers = [
        replace(number, in_force=name in current)
        for name in (*current, *older)
        for number in _numbers_in(by_id[name])
    ]
    if not numbers:
        return ()
    told: dict[Span, NumberSeen] = {}
    carried: dict[Span, NumberSeen] = {}
    for item in seen:
        told[item.span] = item
        for number in _written_the_same(item, numbers, by_id):
            carried[number.span] = item
    found = (told.get(number.span) or carried.get(number.span) for number in numbers)
    return tuple(
        replace(number, seen=None if item is None or item.taken_back else item)
        for number, item in zip(numbers, found, strict=True)
    )


def unseen(numbers: Iterable[OcrNumber]) -> int:
    """Return how many of the numbers in force nobody has looked at."""
    return sum(number.seen is None for number in numbers if number.in_force)


def _numbers_in(layer: TextLayer) -> Iterator[OcrNumber]:
    """Yield the numbers of a layer that OCR read; of a text layer, those on its scanned pages."""
    whole = layer.kind is LayerKind.OCR
    if not whole and all(region.confidence is None for region in layer.regions):
        return
    for start, end in arabic_numbers(layer.text):
        span = Span(layer.id, start, end)
        regions = layer.regions_of(span)
        sure = [region.confidence for region in regions if region.confidence is not None]
        if whole or sure:
            yield OcrNumber(
                span=span,
                raw=layer.slice(span),
                page=_page(regions),
                confidence=min(sure, default=None),
                in_force=True,
                seen=None,
            )


def _page(regions: Iterable[Region]) -> int | None:
    return next((region.page for region in regions if region.page is not None), None)


def _written_the_same(
    item: NumberSeen, numbers: Iterable[OcrNumber], layers: Mapping[str, TextLayer]
) -> Iterator[OcrNumber]:
    """Yield, for each other layer, the number that is surely the one that was seen."""
    page = layers[item.span.layer].page_of(item.span.start) if item.span.layer in layers else None
    scores: dict[str, list[tuple[int, OcrNumber]]] = {}
    for number in numbers:
        layer = number.span.layer
        if layer != item.span.layer and (number.raw, number.page) == (item.quote, page):
            agrees = agreement(item, layers[layer].text, number.span.start)
            scores.setdefault(layer, []).append((agrees, number))
    for scored in scores.values():
        (best, number), *others = sorted(scored, key=lambda score: -score[0])
        if best >= _LEAST_AGREEMENT and all(2 * agrees <= best for agrees, _ in others):
            yield number
