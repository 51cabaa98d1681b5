"""The words of United Nations documents, read from their files."""

import re

import pytest

from allegata.un.words import LANGUAGES, plain, spaced, union_pattern, union_table, words_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_twelve_months_and_sound_expressions(language: str) -> None:
    words = words_of(language)
    assert words.language == language
    assert len(words.months) == 12
    for values in words.values.values():
        for value in values:
            re.compile(spaced(value))
    for table in words.tables.values():
        for value in table.values():
            re.compile(spaced(value))


def test_every_language_names_the_council_and_the_permanent_representative() -> None:
    for language in LANGUAGES:
        words = words_of(language)
        assert words.table("masthead.organs")["S"]
        assert words.table("letter.offices")["permanent_representative"]


def test_plain_keeps_every_offset() -> None:
    text = "d’ordre\u00a0de mon gouvernement"
    assert plain(text) == "d'ordre de mon gouvernement"
    assert len(plain(text)) == len(text)


def test_a_blank_matches_a_line_break_and_words_end_where_words_end() -> None:
    assert union_pattern("references.resolution").search("Resolutions\n1") is not None
    assert union_pattern("references.resolution").search("irresolutions") is None
    codes = [
        code
        for code, shape in union_table("masthead.organs")
        if shape.match(plain("Conseil de sécurité"))
    ]
    assert codes == ["S"]
