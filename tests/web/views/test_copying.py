"""Who copies whom for the Incident room: sentences and words, names covered."""

from typing import Any

from tests.app.copykit import AGENCY_TEXT, agency, graph_of, reprint, text
from tests.web import records

from allegata.model.copying import CopyGraph, Copying, Passing, Quoted, Teller
from allegata.model.span import Span
from allegata.web.views.copying import copying_view
from allegata.web.views.told import Sight


def test_a_copying_has_its_sentence_and_whether_it_binds() -> None:
    told: Any = copying_view(graph_of(agency(), reprint()), Sight({}))  # JSON, walked into
    (copying,) = told["copyings"]
    assert copying["sentence"] == "daily.txt repeats agency.txt word for word (93 % of 47 words)"
    assert (copying["taker"], copying["giver"], copying["binds"]) == ("daily", "agency", True)
    assert [each["name"] for each in told["tellers"]] == ["agency.txt", "daily.txt"]
    assert told["tellers"][1]["origins"] == [told["origins"][0]["id"]]


def test_words_open_at_the_units_of_a_browser() -> None:
    shown = {"agency": text("agency", f"😀 {AGENCY_TEXT}", "2031-04-06"), "daily": reprint()}
    told: Any = copying_view(graph_of(*shown.values()), Sight(shown))
    (copying,) = told["copyings"]
    giver = copying["shown"][1]
    assert giver["span"] == {"layer": "t0", "start": 3, "end": 2 + len(AGENCY_TEXT)}


def test_names_are_covered_unless_asked_for() -> None:
    words = Quoted("d", Span("t0", 0, 5), f"{records.VICTIM} was killed.")
    tellers = (Teller("a", "document", "a.txt", ()), Teller("d", "document", "d.txt", ()))
    graph = CopyGraph(None, tellers, (Copying("d", "a", Passing.REPRINT, (words,), 0.9, 9),), ())
    for names, first in ((False, ["", "name"]), (True, [records.VICTIM, "name"])):
        told: Any = copying_view(graph, Sight({"d": records.document("d")}, names=names))
        assert told["copyings"][0]["shown"][0]["quote"][0] == first
