"""A sentence says what one has from another."""

import pytest
from tests.app.copykit import agency, citing, graph_of, ministry, reprint

from allegata.app.copying_words import sentence, teller_name
from allegata.model.copying import CopyGraph, Copying, Passing, Teller

TELLERS = (Teller("a", "document", "a.txt", ("o",)), Teller("b", "document", "b.txt", ("o",)))


def sentences(graph: CopyGraph) -> list[str]:
    return [sentence(graph, each) for each in graph.copyings]


def test_a_reprint_with_its_share() -> None:
    assert sentences(graph_of(agency(), reprint())) == [
        "daily.txt repeats agency.txt word for word (93 % of 47 words)"
    ]


def test_a_voice_with_where_it_speaks_itself() -> None:
    assert sentences(graph_of(ministry(), citing())) == [
        "evening.txt gives it according to Ministry of Health, who speaks in statement.txt",
        "statement.txt speaks for Ministry of Health",
    ]


def test_who_named_a_voice_before() -> None:
    told = sentences(graph_of(citing("2031-04-07"), ministry("2031-04-09")))
    assert told == [
        "evening.txt gives it according to Ministry of Health",
        "statement.txt speaks for Ministry of Health",
    ]


@pytest.mark.parametrize("how", list(Passing))
def test_each_way_has_its_words(how: Passing) -> None:
    copying = Copying("b", "a", how, share=0.5, words=40, detail="S/2031/4")
    told = sentence(CopyGraph(None, TELLERS, (copying,), ()), copying)
    assert told.startswith("b.txt ")
    assert "a.txt" in told


def test_a_state_has_its_name() -> None:
    assert teller_name(Teller("v", "state", "SYR", ())) == "the Syrian Arab Republic"
