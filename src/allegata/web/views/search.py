"""Hits of a search as JSON: offsets in UTF-16 units, of marks within the snippet."""

from allegata.app.views import SearchHit, SearchResult
from allegata.model.wire import Json
from allegata.web.offsets import Utf16, maps_of


def result_view(result: SearchResult) -> dict[str, Json]:
    """Return what was found as the page shows it."""
    units = {id(hit.layer): maps_of([hit.layer])[hit.layer.id] for hit in result.hits}
    return {
        "query": result.query,
        "total": result.total,
        "hits": [_hit(hit, units[id(hit.layer)]) for hit in result.hits],
    }


def _hit(hit: SearchHit, units: Utf16) -> Json:
    snippet, marks = "", []
    for words, marked in hit.pieces:
        start = len(snippet)
        snippet += words
        if marked:
            marks.append((start, len(snippet)))
    shown = Utf16(snippet)
    return {
        "document": hit.title.id,
        "name": hit.title.name,
        "language": hit.language,
        "symbol": hit.title.symbol,
        "layer": hit.layer.id,
        "kind": hit.layer.kind.value,
        "page": hit.page,
        "snippet": snippet,
        "marks": [[shown.of(start), shown.of(end)] for start, end in marks],
        "start": units.of(hit.place.start),
        "end": units.of(hit.place.end),
    }
