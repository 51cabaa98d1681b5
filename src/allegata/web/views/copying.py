"""Who copies whom as JSON for the Incident room: tellers, sentences, and words that open.

In: a graph of tellers and what may be seen. Out: one object; names are covered unless asked for.
"""

from allegata.app.copying_words import sentence, teller_name
from allegata.model.copying import CopyGraph, Copying, Quoted, Teller
from allegata.model.wire import Json, to_json
from allegata.web.offsets import maps_of, to_browser
from allegata.web.views.told import Sight


def copying_view(graph: CopyGraph, sight: Sight) -> Json:
    """Return the graph of an incident, the oldest takers first."""
    order = {each.id: place for place, each in enumerate(graph.tellers)}
    copyings = sorted(graph.copyings, key=lambda one: (order[one.taker], order[one.giver], one.how))
    return {
        "origins": [
            {"id": each.id, "name": sight.text(each.name), "camp": each.camp}
            for each in graph.origins
        ],
        "tellers": [_teller(each, sight) for each in graph.tellers],
        "copyings": [_copying(graph, each, sight) for each in copyings],
    }


def _teller(teller: Teller, sight: Sight) -> Json:
    return {
        "id": teller.id,
        "is_document": teller.is_document,
        "name": sight.text(teller_name(teller)),
        "origins": [*teller.origins],
        "day": teller.day,
    }


def _copying(graph: CopyGraph, copying: Copying, sight: Sight) -> Json:
    return {
        "taker": copying.taker,
        "giver": copying.giver,
        "how": copying.how.value,
        "binds": copying.binds,
        "sentence": sight.text(sentence(graph, copying)),
        "shown": [_shown(each, sight) for each in copying.shown],
    }


def _shown(each: Quoted, sight: Sight) -> Json:
    """Return words with where they stand, in the units of a browser."""
    shown = sight.documents.get(each.document)
    document = shown.document if shown is not None else None
    span = to_browser(to_json(each.span), maps_of(document.layers)) if document else None
    return {
        "document": each.document,
        "span": span,
        "quote": [*sight.quote(each.quote, ())],
    }
