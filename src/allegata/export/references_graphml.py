"""The case file as a graph, in GraphML, which Gephi, yEd and Cytoscape open.

In: works, links and what is missing. Out: one XML document. Nodes are works and what is missing,
edges lead from what cites to what is cited.

>>> found = CaseReferences((), (), (), (), (), documents=0, unread=0, others=0)
>>> "<graph" in references_graphml(found)
True
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from allegata.app.views import CaseReferences

_NODE_KEYS = ("symbol", "name", "kind", "dated", "languages", "here")
_EDGE_KEYS = ("relation",)
_REPLACED = "\ufffd"


def references_graphml(found: CaseReferences) -> str:
    """Return the collection as GraphML."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: CaseReferences) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            yield f'  <key id="{key}" for="{domain}" attr.name="{key}" attr.type="string"/>'
    yield '  <graph id="references" edgedefault="directed">'
    for work in found.works:
        yield from _element(
            f"node id={quoteattr(work.id)}",
            symbol=work.symbol,
            name=work.name,
            kind=work.kind,
            dated=work.dated or work.issued,
            languages=" ".join(work.languages),
            here="yes",
        )
    missing = {one.symbol: f"m{number}" for number, one in enumerate(found.missing, start=1)}
    for one in found.missing:
        yield from _element(
            f'node id="{missing[one.symbol]}"',
            symbol=one.symbol,
            kind=one.kind,
            dated=one.dated,
            here="no",
        )
    for link in found.links:
        target = link.cited if link.cited is not None else missing[link.symbol]
        edge = f"edge source={quoteattr(link.citing)} target={quoteattr(target)}"
        yield from _element(edge, relation=link.relation)
    yield "  </graph>"
    yield "</graphml>"


def _element(start: str, **values: str | None) -> Iterator[str]:
    yield f"    <{start}>"
    for key, value in values.items():
        if value:
            yield f'      <data key="{key}">{escape(_printable(value))}</data>'
    yield f"    </{start.partition(' ')[0]}>"


def _printable(text: str) -> str:
    """Return ``text`` without what XML cannot hold: file names may be any bytes."""
    return "".join(letter if letter.isprintable() else _REPLACED for letter in text)
