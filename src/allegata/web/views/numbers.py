"""Numbers that OCR read in Arabic script as JSON: offsets in UTF-16 units."""

from collections.abc import Mapping, Sequence

from allegata.app.views import OcrNumber
from allegata.model.wire import Json
from allegata.web.offsets import Utf16


def numbers_view(numbers: Sequence[OcrNumber], maps: Mapping[str, Utf16]) -> list[Json]:
    """Return the numbers in force as the page shows them; ``maps`` are of the document's layers."""
    return [_number(number, maps[number.span.layer]) for number in numbers if number.in_force]


def _number(number: OcrNumber, units: Utf16) -> Json:
    seen, span = number.seen, number.span
    start, end = units.of(span.start), units.of(span.end)
    return {
        "id": f"{span.layer}-{start}-{end}",
        "layer": span.layer,
        "start": start,
        "end": end,
        "raw": number.raw,
        "page": number.page,
        "confidence": number.confidence,
        "state": "unseen" if seen is None else "seen",
        "seen_as": None if seen is None else seen.value,
        "by": None if seen is None else seen.reviewer,
        "at": None if seen is None else seen.at,
    }
