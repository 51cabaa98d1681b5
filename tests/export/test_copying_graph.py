"""Who copies whom for programs: spans that open to the words, and a graph for Graphviz."""

from typing import Any

from tests.app.copykit import agency, citing, graph_of, ministry, reprint

from allegata.export.copying_graph import copying_dot, copying_json
from allegata.model.copying import CopyGraph, Teller


def test_each_copying_has_its_sentence_and_its_words() -> None:
    told: Any = copying_json(graph_of(agency(), reprint()))  # JSON, walked into
    assert (told["schema"], told["code"]) == ("allegata/copying/1", "AL-000007")
    (copying,) = told["copyings"]
    assert copying["sentence"] == "daily.txt repeats agency.txt word for word (93 % of 47 words)"
    assert copying["binds"] is True
    assert copying["shown"][1]["document"] == "agency"
    assert copying["shown"][1]["span"]["start"] == 0


def test_a_graph_leads_from_who_has_it_first() -> None:
    assert copying_dot(graph_of(ministry(), citing())) == (
        "digraph copying {\n"
        "  rankdir=LR;\n"
        '  "voice:ministry of health" [label="Ministry of Health\\n2031-04-05", shape=ellipse];\n'
        '  "statement" [label="statement.txt\\n2031-04-05", shape=box];\n'
        '  "evening" [label="evening.txt\\n2031-04-07", shape=box];\n'
        '  "voice:ministry of health" -> "evening" [label="according to", style=solid];\n'
        '  "voice:ministry of health" -> "statement" [label="own", style=solid];\n'
        "}\n"
    )


def test_a_name_cannot_break_out_of_its_label() -> None:
    teller = Teller("a", "document", 'x"]; evil [label="\n\\\x07', ("o",))
    lines = copying_dot(CopyGraph(None, (teller,), (), ())).splitlines()
    assert lines[2] == ('  "a" [label="x\\"]; evil [label=\\"\\n\\\\\ufffd\\nundated", shape=box];')
