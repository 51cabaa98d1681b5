"""What a person types is a question, whatever it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegata.model.errors import InputError
from allegata.text.search_query import LONGEST_QUERY, MOST_TERMS, parse_query


def typed(query: str) -> list[list[str]]:
    return [[term.typed for term in group] for group in parse_query(query).wanted]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("clinic bridge", [["clinic"], ["bridge"]]),
        ('"the old clinic" bridge', [["the old clinic"], ["bridge"]]),
        ("« la trêve »", [["la trêve"]]),
        ("“two words", [["two words"]]),
        ("clinic OR hospital bridge", [["clinic", "hospital"], ["bridge"]]),
        ("a | b | c d", [["a", "b", "c"], ["d"]]),
        ("clinic AND bridge", [["clinic"], ["bridge"]]),
        ("OR clinic OR", [["clinic"]]),
        ("clinic or hospital", [["clinic"], ["or"], ["hospital"]]),
        ('"OR"', [["OR"]]),
        ("S/2031/684", [["S/2031/684"]]),
        ("Dayr al Zawr", [["Dayr"], ["Zawr"]]),
        ("al OR clinic", [["al", "clinic"]]),
        ("city: Tarnel", [["city:"], ["Tarnel"]]),
        ("☠ * () clinic", [["clinic"]]),
        ("", []),
    ],
)
def test_words_phrases_and_alternatives(query: str, wanted: list[list[str]]) -> None:
    assert typed(query) == wanted


def test_what_is_kept_out() -> None:
    question = parse_query('clinic -bridge -"old mill" --drill a-b - x')
    assert [term.typed for term in question.unwanted] == ["bridge", "old mill", "drill"]
    assert [term.typed for term in question.terms] == ["clinic", "a-b", "x"]


def test_what_begins_so() -> None:
    question = parse_query('hospi* "air str*" المستشف*')
    assert [(term.prefix, term.phrases) for term in question.terms] == [
        (True, (("hospi",),)),
        (True, (("air", "str"),)),
        (True, (("مستشف",), ("المستشف",))),
    ]


def test_what_narrows_the_search_down() -> None:
    question = parse_query('clinic language:AR kind:ocr symbol:S/2031/* doc:"old letter" -kind:ocr')
    assert question.languages == {"ar"}
    assert question.kinds == {"ocr"}
    assert question.symbols == ("S/2031/*",)
    assert question.names == ("old letter",)
    assert [term.typed for term in question.unwanted] == ["kind:ocr"]


def test_both_readings_of_a_compound_are_looked_for() -> None:
    (term,) = parse_query("cease-fire").terms
    assert term.phrases == (("cease", "fire"), ("ceasefire",))


def test_a_hamza_may_sit_elsewhere() -> None:
    (term,) = parse_query("مسئول").terms
    assert ("مسوول",) in term.phrases
    assert ("مسيول",) in term.phrases


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("kind:painting", "search.no_kind"),
        ("a" * (LONGEST_QUERY + 1), "search.too_long"),
        ("a " * (MOST_TERMS + 1), "search.too_long"),
    ],
)
def test_what_cannot_be_asked_says_why(query: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_query(query)
    assert caught.value.code == code


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_a_question(query: str) -> None:
    question = parse_query(query.replace(":", " "))  # kind:… may name no kind, see above
    for term in (*question.terms, *question.unwanted):
        assert term.phrases
        assert all(form for phrase in term.phrases for form in phrase)
