"""What is marked is what was looked for, and stands exactly where it is marked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.test_search_forms import TEXTS

from allegata.model.search import SearchTerm
from allegata.text.search_forms import Word, search_forms
from allegata.text.search_marks import find_marks
from allegata.text.search_query import parse_query


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find_marks(text, parse_query(query).terms)]


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("The Clinic and the clinics.", "clinic", ["Clinic"]),
        ("The Clinic and the clinics.", "clinic*", ["Clinic", "clinics"]),
        ("in Dayr az-Zawr, Zawr", '"Dayr al Zawr"', ["Dayr az-Zawr"]),
        ("in Dayr az-Zawr, Zawr", "zawr dayr", ["Dayr", "Zawr", "Zawr"]),
        ("in Dayr az-Zawr", 'zawr "dayr zawr"', ["Dayr az-Zawr"]),
        ("cease-\nfire, cease-fire", "ceasefire", ["cease-\nfire", "cease-fire"]),
        ("قُتل ٢٣ مدنيًّا في المستشفى", "23 مستشفى مدنيا", ["٢٣", "مدنيًّا", "المستشفى"]),
        ("联军轰炸了国立医院", "立医", ["立医"]),
        ("2 130 people", "2,130", ["2 130"]),
        ("2 130 people", "130", ["130"]),
        ("nothing here", "clinic", []),
        ("a b a b a", '"a b a"', ["a b a"]),
    ],
)
def test_the_words_of_the_query_are_marked(text: str, query: str, words: list[str]) -> None:
    assert marked(text, query) == words


def readings(text: str) -> tuple[list[str], list[str]]:
    found = search_forms(text)
    return [word.form for word in found.words], [word.form for word in found.others]


def asked(words: tuple[Word, ...], at: int, length: int, *, prefix: bool) -> SearchTerm:
    phrase = [word.form for word in words[at : at + length]]
    if prefix:
        phrase[-1] = phrase[-1][: max(len(phrase[-1]) // 2, 1)]
    return SearchTerm("x", (tuple(phrase),), prefix)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_every_word_of_a_text_is_found_and_each_mark_says_what_was_asked(
    text: str, data: st.DataObject
) -> None:
    found = search_forms(text)
    words = data.draw(st.sampled_from([found.words, found.others]))
    if not words:
        return
    at = data.draw(st.integers(0, len(words) - 1))
    prefix = data.draw(st.booleans())
    term = asked(words, at, data.draw(st.integers(1, 3)), prefix=prefix)
    marks = find_marks(text, [term])
    assert any(start <= words[at].start < end for start, end in marks)
    (phrase,) = term.phrases
    for start, end in marks:
        assert any(agrees(reading, phrase, prefix=prefix) for reading in readings(text[start:end]))


def agrees(reading: list[str], phrase: tuple[str, ...], *, prefix: bool) -> bool:
    if len(reading) != len(phrase):
        return False
    last = reading[-1].startswith(phrase[-1]) if prefix else reading[-1] == phrase[-1]
    return last and reading[:-1] == [*phrase[:-1]]


@settings(deadline=None)
@given(TEXTS, st.data())
def test_marks_are_in_order_and_do_not_overlap(text: str, data: st.DataObject) -> None:
    words = search_forms(text).words
    if not words:
        return
    starts = data.draw(st.lists(st.integers(0, len(words) - 1), max_size=4))
    terms = [asked(words, at, length, prefix=False) for length, at in enumerate(starts, 1)]
    marks = find_marks(text, terms)
    ends = [0, *(end for _, end in marks)]
    for (start, end), before in zip(marks, ends, strict=False):
        assert before <= start < end <= len(text)
