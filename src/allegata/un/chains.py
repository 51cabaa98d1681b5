"""Chains of documents: a letter names the one before it, another replies to it.

In: works, their links, and what is missing. Out: chains, each oldest first, with the documents that
are cited and not here in their places. What is cited stands before what cites it; between documents
that do not cite each other, and within a circle of citations, the dates decide.

>>> works = [Work("w1", "S/2031/4", "a", dated="2031-05-02"),
...     Work("w2", "S/2031/7", "b", dated="2031-05-06")]
>>> links = [WorkLink("w2", "w1", "S/2031/4", "previous", None, ()),
...     WorkLink("w1", None, "S/2031/1", "previous", "2031-04-01", ())]
>>> missing = [MissingWork("S/2031/1", "document", "2031-04-01", None, ("previous",), ("w1",))]
>>> [[step.symbol for step in chain.steps] for chain in find_chains(works, links, missing)]
[['S/2031/1', 'S/2031/4', 'S/2031/7']]
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from allegata.model.doubt import Doubt
from allegata.model.works import Chain, ChainStep, MissingWork, Work, WorkLink

FOLLOWING = ("previous", "replies_to")  # relations that make a chain
_LATEST = "9999"  # of a document of which nothing says when it is of
_Node = tuple[str, str]  # a work's id and "", or "" and the symbol of what is not here


@dataclass
class _Graph:
    """What cites what. ``before`` are the nodes that a node cites, ``after`` those that cite it."""

    steps: dict[_Node, ChainStep] = field(default_factory=dict)
    before: defaultdict[_Node, set[_Node]] = field(default_factory=lambda: defaultdict(set))
    after: defaultdict[_Node, set[_Node]] = field(default_factory=lambda: defaultdict(set))
    doubts: defaultdict[_Node, list[Doubt]] = field(default_factory=lambda: defaultdict(list))


def find_chains(
    works: Iterable[Work], links: Iterable[WorkLink], missing: Iterable[MissingWork]
) -> tuple[Chain, ...]:
    """Return the chains of two documents and more, those with the oldest beginning first."""
    graph = _graph(works, links, missing)
    days = _days(graph)
    chains = []
    for nodes in _connected(graph):
        rank = {node: (days[node], graph.steps[node].symbol or "", node) for node in nodes}
        order = _in_order(graph, nodes, rank)
        doubts = {doubt for node in nodes for doubt in graph.doubts[node]}
        chain = Chain(
            tuple(graph.steps[node] for node in order),
            (*sorted(doubts, key=lambda one: (one.code, one.message)), *_circles(graph, order)),
        )
        chains.append((rank[order[0]], chain))
    return tuple(chain for _, chain in sorted(chains, key=lambda pair: pair[0]))


def _graph(
    works: Iterable[Work], links: Iterable[WorkLink], missing: Iterable[MissingWork]
) -> _Graph:
    graph = _Graph()
    here = {work.id: ChainStep(work.id, work.symbol, work.dated or work.issued) for work in works}
    gone = {one.symbol: ChainStep(None, one.symbol, one.dated) for one in missing}
    for link in links:
        if link.relation not in FOLLOWING:
            continue
        step = here[link.cited] if link.cited else gone[link.symbol]
        citing, cited = (link.citing, ""), (step.work or "", "" if step.work else step.symbol or "")
        graph.steps[citing], graph.steps[cited] = here[link.citing], step
        graph.before[citing].add(cited)
        graph.after[cited].add(citing)
        graph.doubts[citing] += link.doubts
    return graph


def _days(graph: _Graph) -> Mapping[_Node, str]:
    """Return a day to sort by: of a document without one, the first day that it is cited."""
    own = {node: step.dated for node, step in graph.steps.items()}
    return {
        node: own[node] or min([own[one] or _LATEST for one in graph.after[node]], default=_LATEST)
        for node in graph.steps
    }


def _connected(graph: _Graph) -> Iterable[set[_Node]]:
    left = dict.fromkeys(graph.steps)
    while left:
        start, _ = left.popitem()
        found, ahead = {start}, [start]
        while ahead:
            node = ahead.pop()
            near = (graph.before[node] | graph.after[node]) - found
            found |= near
            ahead += near
        for node in found:
            left.pop(node, None)
        yield found


def _in_order(
    graph: _Graph, nodes: Iterable[_Node], rank: Mapping[_Node, tuple[str, str, _Node]]
) -> list[_Node]:
    """Return the nodes oldest first: the cited before the citing, a circle by its dates."""
    circles = _circles_of(graph, nodes)
    home = {node: at for at, circle in enumerate(circles) for node in circle}
    waits: dict[int, set[int]] = {
        at: {home[one] for node in circle for one in graph.before[node]} - {at}
        for at, circle in enumerate(circles)
    }
    followers: defaultdict[int, list[int]] = defaultdict(list)
    for at, others in waits.items():
        for other in others:
            followers[other].append(at)
    first = [min(rank[node] for node in circle) for circle in circles]
    ready = [(first[at], at) for at, others in waits.items() if not others]
    heapq.heapify(ready)
    order: list[_Node] = []
    while ready:
        _, at = heapq.heappop(ready)
        order += sorted(circles[at], key=lambda node: rank[node])
        for other in followers[at]:
            waits[other].discard(at)
            if not waits[other]:
                heapq.heappush(ready, (first[other], other))
    return order


def _circles_of(graph: _Graph, nodes: Iterable[_Node]) -> list[list[_Node]]:
    """Return the sets of nodes that cite each other in a circle; most are of one node.

    By Kosaraju: nodes in the order in which a walk along ``before`` leaves them, then walks back.
    """
    left: list[_Node] = []
    seen: set[_Node] = set()
    for start in sorted(nodes):
        walk = [(start, False)]
        while walk:
            node, leaving = walk.pop()
            if leaving:
                left.append(node)
            elif node not in seen:
                seen.add(node)
                walk.append((node, True))
                walk += [(one, False) for one in graph.before[node] if one not in seen]
    circles = []
    for start in reversed(left):
        if start not in seen:
            continue
        seen.discard(start)
        circle, ahead = [], [start]
        while ahead:
            node = ahead.pop()
            circle.append(node)
            near = graph.after[node] & seen
            seen -= near
            ahead += near
        circles.append(circle)
    return circles


def _circles(graph: _Graph, order: Sequence[_Node]) -> tuple[Doubt, ...]:
    """Return a doubt for each citation against the order: it closes a circle."""
    place = {node: at for at, node in enumerate(order)}
    backward = sorted(
        (graph.steps[node].symbol or node[0], graph.steps[one].symbol or one[0])
        for node in order
        for one in graph.before[node]
        if place[one] > place[node]
    )
    return tuple(
        Doubt("chain.circular", f"{citing} and {cited} each come after the other, by what they say")
        for citing, cited in backward
    )
