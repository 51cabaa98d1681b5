"""Who copies whom on a terminal, and from the commands."""

import json

from tests.app.copykit import agency, citing, graph_of, ministry, reprint
from tests.cli.test_linking import Tell, codes, tell
from tests.web import records

from allegata.cli.copying_text import copying_lines
from allegata.model.copying import CopyGraph, Copying, Passing, Quoted, Teller
from allegata.model.span import Span

__all__ = ["tell"]  # a fixture


def test_a_sentence_each_with_the_words_of_copies() -> None:
    lines = list(copying_lines(graph_of(agency(), reprint(), ministry(), citing())))
    assert lines[1] == "who copies whom"
    assert lines[2] == "  statement.txt speaks for Ministry of Health"
    at = lines.index("  daily.txt repeats agency.txt word for word (93 % of 47 words)")
    assert lines[at + 1].startswith("    “Missiles hit the grain market of Tarnel")


def test_nothing_is_said_where_nobody_copies() -> None:
    assert list(copying_lines(CopyGraph("AL-000001", (), (), ()))) == []


def test_names_in_the_words_are_covered() -> None:
    words = Quoted("b", Span("t0", 0, 5), f"{records.VICTIM} was killed.")
    tellers = (Teller("a", "document", "a.txt", ()), Teller("b", "document", "b.txt", ()))
    copying = Copying("b", "a", Passing.REPRINT, (words,), 0.9, 40)
    lines = list(copying_lines(CopyGraph(None, tellers, (copying,), ()), names=(records.VICTIM,)))
    assert lines[-1] == "    “[name] was killed.”"


def test_programs_get_a_graph(tell: Tell) -> None:
    code = codes(tell)[0]
    one = json.loads(tell("incident", code, "--graph", "json"))
    assert (one["schema"], one["code"]) == ("allegata/copying/1", code)
    whole = json.loads(tell("incidents", "--graph", "json"))
    assert whole["code"] is None
    assert {each["id"] for each in one["tellers"]} <= {each["id"] for each in whole["tellers"]}
    assert tell("incident", code, "--graph", "dot").startswith("digraph copying {")


def test_a_graph_in_no_known_form_is_refused(tell: Tell) -> None:
    assert "--graph" in tell("incident", codes(tell)[0], "--graph", "svg", code=2)
