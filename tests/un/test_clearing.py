"""A text without invisible marks and running heads, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.un.clearing import clear
from allegata.un.folding import replaced


def test_digits_and_signs_take_one_form_in_place() -> None:
    cleared = clear("第２２５３（２０１５）号，٤٣ شخصا")
    assert cleared.text == "第2253(2015)号,43 شخصا"
    assert cleared.to_source(1, 5) == (1, 5)


def test_marks_and_escapes_are_left_out_and_found_again() -> None:
    text = "القـرار \u200f2253\u200f \\(2015\\)"
    cleared = clear(text)
    assert cleared.text == "القرار 2253 (2015)"
    start = cleared.text.index("2253")
    first, last = cleared.to_source(start, len(cleared.text))
    assert text[first:last] == "2253\u200f \\(2015\\)"


def test_a_backslash_before_a_letter_stays() -> None:
    assert clear("C:\\temp").text == "C:\\temp"


def test_a_running_head_inside_a_sentence_leaves_no_break() -> None:
    text = "by resolution\n\nS/2031/9\n\n2253 (2015)"
    cleared = clear(text, skipped=((15, 23),))
    assert cleared.text == "by resolution\n2253 (2015)"
    assert cleared.to_source(14, 18) == (25, 29)


def test_a_running_head_after_a_sentence_leaves_the_break() -> None:
    text = "It ended.\n\nS/2031/9\n\nNew one"
    assert clear(text, skipped=((11, 19),)).text == "It ended.\n\n\n\nNew one"


def test_looking_up_ignores_case_accents_and_the_spelling_of_alef() -> None:
    assert clear("Résolution “الأمن”").low == 'resolution "الامن"'


def test_letters_are_those_of_the_text() -> None:
    assert clear("Aa b").letters == frozenset("a b")


@given(st.text(max_size=60))
def test_looking_up_moves_no_offset(text: str) -> None:
    cleared = clear(text)
    assert len(cleared.low) == len(cleared.text)


@given(st.text(alphabet="ab \n\u200f\\(1\u0661", max_size=40), st.data())
def test_every_place_is_found_again(text: str, data: st.DataObject) -> None:
    ends = sorted(
        data.draw(st.lists(st.integers(0, len(text)), min_size=0, max_size=4, unique=True))
    )
    skipped = tuple(zip(ends[::2], ends[1::2], strict=False))
    cleared = clear(text, skipped)
    for at, character in enumerate(cleared.text):
        start, end = cleared.to_source(at, at + 1)
        assert end == start + 1
        assert clear(text[start:end]).text == character or text[start] == "\\"


@given(st.text(alphabet="abc\u00e9\u0661", max_size=30))
def test_replacing_is_translating(text: str) -> None:
    table = str.maketrans({"\u00e9": "e", "\u0661": "1"})
    assert replaced(text, table) == text.translate(table)
