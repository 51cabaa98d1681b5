"""Who copies whom as JSON, and as a graph in the language of Graphviz.

In: a graph of tellers. Out: an object ``allegata/copying/1``, in which each copying has its
sentence and the spans that open to the words; or a text for ``dot``, oldest at the left, in which
what binds two tellers as one origin is a full line and what they only share is a dashed one.

>>> print(copying_dot(CopyGraph("AL-000001", (), (), ())), end="")
digraph copying {
  rankdir=LR;
}
"""

from collections.abc import Iterator

from allegata.app.copying_words import sentence, teller_name
from allegata.model.copying import CopyGraph, Copying, Teller
from allegata.model.wire import Json, to_json

SCHEMA = "allegata/copying/1"


def copying_json(graph: CopyGraph) -> Json:
    """Return the graph as plain values."""
    return {
        "schema": SCHEMA,
        "code": graph.code,
        "origins": [
            {"id": each.id, "name": each.name, "kind": each.kind, "camp": each.camp}
            for each in graph.origins
        ],
        "tellers": [to_json(each) for each in graph.tellers],
        "copyings": [_copying(graph, each) for each in graph.copyings],
    }


def copying_dot(graph: CopyGraph) -> str:
    """Return the graph for Graphviz."""
    return "\n".join(_lines(graph)) + "\n"


def _copying(graph: CopyGraph, each: Copying) -> Json:
    told = to_json(each)
    if not isinstance(told, dict):
        raise TypeError("a copying is an object")
    return told | {"binds": each.binds, "sentence": sentence(graph, each)}


def _lines(graph: CopyGraph) -> Iterator[str]:
    yield "digraph copying {"
    yield "  rankdir=LR;"
    for each in graph.tellers:
        shape = "box" if each.is_document else "ellipse"
        yield f"  {_quoted(each.id)} [label={_quoted(_label(graph, each))}, shape={shape}];"
    for copying in graph.copyings:
        # The giver first, so that what is told moves on from left to right.
        style = "solid" if copying.binds else "dashed"
        label = copying.how.value.replace("_", " ")
        if copying.percent is not None:
            label += f" {copying.percent} %"
        ends = f"{_quoted(copying.giver)} -> {_quoted(copying.taker)}"
        yield f"  {ends} [label={_quoted(label)}, style={style}];"
    yield "}"


def _label(graph: CopyGraph, teller: Teller) -> str:
    camps = {origin.id: origin.camp for origin in graph.origins if origin.camp}
    camp = sorted({camps[id_] for id_ in teller.origins if id_ in camps})
    parts = [teller_name(teller), teller.day or "undated", *(f"camp {each}" for each in camp)]
    return "\n".join(parts)


def _quoted(text: str) -> str:
    safe = "".join(each if each.isprintable() or each == "\n" else "\ufffd" for each in text)
    escaped = safe.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
