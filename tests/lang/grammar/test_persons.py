"""Persons named beside the words that say who they are."""

import pytest

from allegata.lang.grammar.lexing import lex
from allegata.lang.grammar.persons import find_persons
from allegata.lang.grammar.rows import phrase_row
from allegata.lang.pack import load_pack


def _found(text: str) -> list[tuple[str, list[str]]]:
    row = phrase_row(lex(text, [(0, len(text))], load_pack("en").lexicon))
    return [
        (text[slice(*one.name)], [text[slice(*told)] for told in one.descriptions])
        for one in find_persons(row)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SENATOR NASSER HARAZI WAS THERE.", [("NASSER HARAZI", ["SENATOR"])]),
        ("GENERAL NASSER HARAZI LEFT.", [("NASSER HARAZI", ["GENERAL"])]),
        ("NASSER HARAZI, A STREET VENDOR, LEFT.", [("NASSER HARAZI", ["STREET VENDOR"])]),
        ("the farmer Nasser Harazi left.", [("Nasser Harazi", ["farmer"])]),
        ("Nasser Harazi, 45, a teacher, left.", [("Nasser Harazi", ["teacher"])]),
    ],
)
def test_a_name_and_what_stands_beside_it_are_one_person(
    text: str, found: list[tuple[str, list[str]]]
) -> None:
    assert _found(text) == found


def test_beside_no_word_for_people_a_name_has_no_description() -> None:
    assert _found("Nasser Harazi left.") == [("Nasser Harazi", [])]


def test_those_whom_a_list_names_share_its_word() -> None:
    assert _found("THE ENGINEERS NASSER HARAZI AND KARIM OMAR LEFT.") == [
        ("NASSER HARAZI", ["ENGINEERS"]),
        ("KARIM OMAR", ["ENGINEERS"]),
    ]


def test_words_for_naming_may_stand_between() -> None:
    assert _found("A VENDOR IDENTIFIED AS NASSER HARAZI LEFT.") == [("NASSER HARAZI", ["VENDOR"])]


def test_people_without_names_are_nobody() -> None:
    assert _found("two farmers") == []
