"""The shortest stretches that may be words, in the time that their number takes."""

import time

import pytest
from hypothesis import given, settings
from tests.text.test_search_forms import TEXTS

from allegata.model.document import TextLayer
from allegata.model.vocabularies import LayerKind
from allegata.text.passages import passages_of
from allegata.text.stretches import find_stretches

WORST = [
    "a",
    "a.",
    "a-",
    "a'",
    "1 ",
    "111 ",
    "1,",
    "平",
    "\u0301",
    "a\u200b",
    "-\n",
    "\n ",
    "al ",
    "ال",
]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(found.kind.value, text[found.start : found.end]) for found in find_stretches(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MH17", [("letters", "MH"), ("digits", "17")]),
        ("U.N.", [("initials", "U"), ("initials", "N")]),
        ("un.org", [("letters", "un"), ("letters", "org")]),
        ("a.txt", [("others", "a"), ("letters", "txt")]),
        ("2,130,000", [("number", "2"), ("number", "130"), ("number", "000")]),
        ("2,130.000", [("number", "2"), ("number", "130"), ("digits", "000")]),
        ("2,13", [("digits", "2"), ("digits", "13")]),
        ("killed²", [("letters", "killed"), ("raised", "²")]),
        ("病院a", [("unspaced", "病"), ("unspaced", "院"), ("letters", "a")]),
        ("soft\u00adly\u200f,", [("letters", "soft\u00adly")]),
        ("قَصْف", [("letters", "قَصْف")]),
        ("ʿAyn", [("letters", "Ayn")]),
        ("snake_case", [("letters", "snake"), ("letters", "case")]),
        ("\ud83d☠😀", []),
    ],
)
def test_stretches_are_told_apart(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


@settings(deadline=None)
@given(TEXTS)
def test_every_letter_and_digit_is_in_one_stretch(text: str) -> None:
    found = list(find_stretches(text))
    ends = [0, *(stretch.end for stretch in found)]
    for stretch, before in zip(found, ends, strict=False):
        assert before <= stretch.start < stretch.end
    covered = {at for stretch in found for at in range(stretch.start, stretch.end)}
    apostrophes = "ʹʺʻʼʽʾʿˈˌ"
    missed = [x for at, x in enumerate(text) if at not in covered and x.isalnum()]
    assert [letter for letter in missed if letter not in apostrophes] == []


@pytest.mark.parametrize("unit", WORST)
def test_the_worst_text_takes_time_in_step_with_its_length(unit: str) -> None:
    """A pattern that goes back over what it has read takes a hundred times as long, not ten."""
    spent = []
    for length in (10_000, 100_000):
        text = (unit * length)[:length]
        layer = TextLayer("t0", LayerKind.NATIVE, "plain@1", text)
        started = time.process_time()
        passages_of(layer)
        spent.append(time.process_time() - started)
    assert spent[1] < 40 * spent[0] + 0.1
