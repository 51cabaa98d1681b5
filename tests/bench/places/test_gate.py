"""Predictions have the scorer's shape and answer what is plainly told."""

from bench.places.articles import Article, Toponym
from bench.sets.airwars_syria import answer
from bench.sets.toponyms import answers, level_of

from allegata.model.places import Candidate
from allegata.places.resolver import Resolved

TEXT = "SPECIMEN. Two men met in Paris, Texas, on Friday."
SPANS = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("Paris", "Texas")]
ARTICLE = Article("1", TEXT, tuple(Toponym(*span, (33.7, -95.6), "place") for span in SPANS))


def test_told_toponyms_are_answered_at_their_spans() -> None:
    told = answers(ARTICLE, mode="gold")
    assert [(ask.start, ask.end) for ask, _ in told] == SPANS
    assert [place and level_of(place) for _, place in told] == ["place", "adm1"]


def test_found_places_are_answered_the_same_way() -> None:
    found = {ask.names[0]: place for ask, place in answers(ARTICLE, mode="e2e")}
    paris = found["Paris"]
    assert paris is not None
    assert paris.admin1 is not None
    assert paris.admin1.name == "Texas"


def test_a_name_without_a_sure_place_has_candidates_and_no_answer() -> None:
    one = Resolved(None, (Candidate("x:1", "Zuhur", 1.0, 2.0, 0.4),))
    assert answer(one) == {"candidates": [[1.0, 2.0]], "answer": None}
