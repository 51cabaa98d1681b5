"""Does the search index have a document as its texts are?"""

from collections.abc import Iterator

from allegata.app.checking_documents import Held
from allegata.app.views import Problem
from allegata.model.vocabularies import LayerKind
from allegata.text.passages import passages_of


def index_problems(held: Held) -> Iterator[Problem]:
    """Make the passages of the layers again, and compare them with the search index."""
    in_force = held.reading.head.layers if held.reading is not None else ()
    expected = [
        passage
        for kept in held.layers
        if kept.layer.id in in_force or kept.layer.kind is LayerKind.TRANSLATION
        for passage in passages_of(kept.layer)
    ]
    if expected != list(held.passages):
        message = (
            f"The search index does not have {held.stored.name} as its texts are. Nothing else is "
            "touched by this: `allegata reindex` makes the index anew."
        )
        yield Problem("search.index_differs", message, held.stored.id)
