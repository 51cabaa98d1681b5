"""The collection as a graph."""

from pathlib import Path

from lxml import etree
from tests.app import unkit

from allegata.app.views import CaseReferences
from allegata.export.references_graphml import references_graphml
from allegata.model.works import Work, WorkLink

NAMES = {"g": "http://graphml.graphdrawing.org/xmlns"}


def parsed(found: CaseReferences) -> etree._Element:
    return etree.fromstring(references_graphml(found).encode())


def test_every_link_leads_from_a_node_to_a_node(tmp_path: Path) -> None:
    with unkit.series_case(tmp_path / "case") as case:
        graph = parsed(case.references())
    nodes = {str(node.get("id")) for node in graph.iterfind(".//g:node", NAMES)}
    assert nodes == {"w1", "w2", "w3", "m1", "m2"}
    edges = {
        (edge.get("source"), edge.findtext("g:data", None, NAMES), edge.get("target"))
        for edge in graph.iterfind(".//g:edge", NAMES)
    }
    assert ("w3", "previous", "w1") in edges
    assert all(start in nodes and end in nodes for start, _, end in edges)
    keys = {key.get("id") for key in graph.iterfind("g:key", NAMES)}
    assert {data.get("key") for data in graph.iterfind(".//g:data", NAMES)} <= keys


def test_names_of_any_characters_are_valid_xml() -> None:
    name = "a<b>&\"'\x00\x1b\n\ud83d رسالة.txt"
    links = (WorkLink("w1", "w1", "S/1", "cites", None, ()),)
    found = CaseReferences((Work("w1", None, name),), links, (), (), (), 1, 0, 0)
    graph = parsed(found)
    shown = graph.findtext(".//g:node/g:data", None, NAMES)
    assert shown == "a<b>&\"'\ufffd\ufffd\ufffd\ufffd رسالة.txt"
