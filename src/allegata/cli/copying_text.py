"""Who copies whom in plain text, for a terminal: a sentence each, with the words that show it."""

from collections.abc import Iterator

from allegata.app.copying_words import sentence
from allegata.cli.incidents_text import words
from allegata.cli.search_text import harmless
from allegata.model.copying import CopyGraph, Passing

_SHOWN = frozenset({Passing.REPRINT, Passing.NEAR, Passing.SERIES, Passing.CITES})


def copying_lines(graph: CopyGraph, *, names: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield who has it from whom, the takers oldest first; nothing where nobody has."""
    if graph.copyings:
        yield ""
        yield "who copies whom"
    order = {each.id: place for place, each in enumerate(graph.tellers)}
    for each in sorted(
        graph.copyings, key=lambda one: (order[one.taker], order[one.giver], one.how)
    ):
        yield harmless(f"  {sentence(graph, each)}")
        if each.how in _SHOWN and each.shown:
            yield f"    {words(each.shown[0].quote, names)}"
