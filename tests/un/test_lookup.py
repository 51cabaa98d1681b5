"""Words found by their stems, in every language at once."""

import re

import pytest

from allegata.un.clearing import clear
from allegata.un.folding import unstretched
from allegata.un.lookup import alternatives, attached, finder_of, led_by_letters, stem_of
from allegata.un.words import all_words

SEARCHED = sorted(
    {
        name
        for words in all_words()
        for name in words.values
        if name.startswith(
            (
                "references.resolution",
                "references.council_resolution",
                "references.decision",
                "references.organs.",
                "references.annexed",
                "references.corrects",
                "references.own",
                "references.replies_to",
                "references.masks.words",
                "references.masks.meetings",
                "references.charter.name",
            )
        )
    }
)


@pytest.mark.parametrize("name", SEARCHED)
def test_every_word_that_is_searched_for_has_a_stem(name: str) -> None:
    for words in all_words():
        for word in words.all(name):
            for form in led_by_letters(unstretched(word)):
                assert stem_of(form)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Resolutions, résolution, RESOLUCIÓN", ["Resolutions", "resolution", "RESOLUCION"]),
        ("irresolution and resolutionary", []),
        ("وبالقرارات للقرار", ["وبالقرارات", "للقرار"]),
        ("резолюциями", ["резолюциями"]),
        ("res. 9", ["res."]),
    ],
)
def test_words_are_found_whole_whatever_their_case(text: str, found: list[str]) -> None:
    matches = finder_of("references.resolution").find(clear(text))
    assert [match.group() for match in matches] == found


def test_the_longer_of_two_words_at_one_place_is_found_and_names_its_list() -> None:
    finder = finder_of("references.organs.council", "references.organs.human_rights_council")
    (match,) = finder.find(clear("the Human Rights Council"))
    assert (match.group(), match.lastgroup) == ("Human Rights Council", "human_rights_council")


def test_a_stem_is_in_the_first_word() -> None:
    assert stem_of("agenda items?") == "agenda"
    assert stem_of("п\\.") == "п."
    with pytest.raises(ValueError, match="entry of its own"):
        stem_of("one|two")
    with pytest.raises(ValueError, match="no letter"):
        stem_of("(?:a|b) word")


def test_a_leading_group_is_written_out() -> None:
    assert led_by_letters("(?:UN |U\\.N\\. )?Council") == (
        "UN Council",
        "U\\.N\\. Council",
        "Council",
    )
    assert led_by_letters("(?:ال)?قرار") == ("(?:ال)?قرار",)


def test_an_unknown_list_matches_nothing() -> None:
    assert re.search(alternatives("references.no_such"), "anything") is None


def test_attached_words_need_no_blank_after_them() -> None:
    assert re.match(attached("references.and_attached"), "و2216") is not None
