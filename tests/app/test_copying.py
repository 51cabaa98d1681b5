"""Who tells it, and from whom each has it: by words, voices, works and references."""

from hypothesis import given
from hypothesis import strategies as st
from tests.app.copykit import (
    AGENCY_TEXT,
    NOBODY,
    OTHER_TEXT,
    agency,
    citing,
    graph_of,
    ministry,
    reprint,
    text,
)

from allegata.app.copying import case_graph, of_documents
from allegata.app.views import CaseReferences
from allegata.model.attribution import Voice
from allegata.model.copying import CopyGraph, Passing
from allegata.model.span import Span
from allegata.model.un import Reference, UnRecord
from allegata.model.vocabularies import SourceKind
from allegata.model.works import outlines_of
from allegata.un.links import link_works
from allegata.un.works import group_works

STATE = Voice("TCD", SourceKind.STATE, "my Government")
LETTER = "43 people were killed. We refer to document S/2031/4 of the Council."


def edges(graph: CopyGraph) -> list[tuple[str, str, str]]:
    return [(each.taker, each.giver, each.how.value) for each in graph.copyings]


def test_a_reprint_is_of_the_text_that_it_repeats() -> None:
    graph = graph_of(agency(), reprint())
    (copying,) = graph.copyings
    assert (copying.taker, copying.giver, copying.how) == ("daily", "agency", Passing.REPRINT)
    assert copying.binds
    assert (copying.percent, copying.words) == (93, 47)
    assert [each.document for each in copying.shown] == ["daily", "agency"]
    assert copying.shown[1].quote == AGENCY_TEXT.rstrip(".")
    assert copying.shown[1].span == Span("t0", 0, len(AGENCY_TEXT) - 1)
    assert [each.origins for each in graph.tellers] == [("document agency",)] * 2


def test_a_document_has_it_from_the_voice_that_it_names() -> None:
    graph = graph_of(ministry(), citing())
    voice = "voice:ministry of health"
    assert edges(graph) == [
        ("evening", voice, "according_to"),
        ("statement", voice, "own"),
    ]
    assert [each.id for each in graph.tellers] == [voice, "statement", "evening"]
    assert [origin.name for origin in graph.origins] == ["Ministry of Health"]
    assert graph.copyings[0].shown[0].quote == "43 people were killed."


def test_news_of_news_has_it_by_both() -> None:
    paper = Voice("Zahr Daily", SourceKind.MEDIA, "Zahr Daily", "report")
    council = Voice("Tarnel council", SourceKind.LOCAL, "the council", "say")
    graph = graph_of(
        text("evening", "43 people were killed.", "2031-04-07", NOBODY, council, paper)
    )
    assert edges(graph) == [
        ("evening", "voice:zahr daily", "according_to"),
        ("voice:zahr daily", "voice:tarnel council", "according_to"),
    ]


def test_what_a_paper_says_itself_is_its_own() -> None:
    paper = Voice("Zahr Daily", SourceKind.MEDIA, "this paper", "report")
    shown = text("z", "43 people were killed.", "2031-04-07", NOBODY, paper, publisher="zahr daily")
    assert edges(graph_of(shown)) == [("z", "voice:zahr daily", "own")]


def test_texts_that_say_it_in_their_own_words_have_nothing_of_each_other() -> None:
    other = text("baker", OTHER_TEXT, "2031-04-09")
    graph = graph_of(agency(), other)
    assert graph.copyings == ()
    assert len(graph.origins) == 2


def test_language_versions_are_texts_of_one_document() -> None:
    arabic, english = (
        text(code, "43 people were killed.", "2031-04-06", un=UnRecord(symbol="S/2031/7"))
        for code in ("ar", "en")
    )
    graph = graph_of(arabic, english)
    (copying,) = [each for each in graph.copyings if each.how is Passing.VERSION]
    assert (copying.taker, copying.giver, copying.detail) == ("en", "ar", "same symbol S/2031/7")
    assert len(graph.origins) == 1


def test_a_letter_follows_its_senders_earlier_one() -> None:
    at = LETTER.index("S/2031/4")
    cited = Reference("document", "S/2031/4", None, "previous", None, Span("t0", at, at + 8))
    first = text("one", "40 people were killed.", "2031-04-02", STATE, un=UnRecord("S/2031/4"))
    second = text("two", LETTER, "2031-04-06", STATE, un=UnRecord("S/2031/7"), references=(cited,))
    outlines = outlines_of(each.document for each in (first, second) if each.document)
    works = group_works(outlines)
    links = link_works(works, outlines).links
    held = CaseReferences(works, links, (), (), (), documents=2, unread=0, others=0)
    graph = graph_of(first, second, references=held)
    (series,) = [each for each in graph.copyings if each.how is Passing.SERIES]
    assert (series.taker, series.giver, series.detail) == ("two", "one", "S/2031/4")
    assert series.shown[0].quote == "S/2031/4"
    assert not series.binds


def test_a_case_has_each_teller_once_with_the_incidents_of_each_copying() -> None:
    one = graph_of(agency(), reprint())
    other = CopyGraph("AL-000009", one.tellers, one.copyings, one.origins)
    graph = case_graph([one, other])
    assert (graph.code, graph.tellers, graph.origins) == (None, one.tellers, one.origins)
    assert case_graph([one]).copyings[0].codes == ("AL-000007",)


def test_the_part_of_some_documents_has_all_from_whom_they_have_it() -> None:
    graph = graph_of(agency(), reprint(), ministry(), citing())
    part = of_documents(graph, ["evening"])
    assert [each.id for each in part.tellers] == ["voice:ministry of health", "evening"]
    assert [each.taker for each in part.copyings] == ["evening"]


@given(st.permutations([agency(), reprint(), ministry(), citing()]))
def test_the_order_in_which_documents_come_changes_nothing(shown: list) -> None:  # type: ignore[type-arg]
    assert graph_of(*shown) == graph_of(agency(), reprint(), ministry(), citing())
