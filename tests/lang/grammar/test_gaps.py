import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.lang.grammar.gaps import find_gaps, known_gaps
from allegata.lang.pack import rows, words

LANGUAGES = sorted(
    item.name
    for item in (resources.files("allegata.lang") / "packs").iterdir()
    if (item / "gaps.toml").is_file()
)


def examples(key: str) -> list[tuple[str, str]]:
    found = []
    for language in LANGUAGES:
        table = known_gaps(language)
        assert table is not None
        others = [table[name] for name in ("unfinished", "cut_off") if name in table]
        for entry in (*rows(table, "pair"), *others):
            assert isinstance(entry, dict)
            found += [(language, text) for text in words(entry, key)]
    return found


def test_five_languages_are_known() -> None:
    assert LANGUAGES == ["ar", "en", "es", "fr", "ru"]


@pytest.mark.parametrize(("language", "text"), examples("examples"))
def test_every_example_shows_a_gap(language: str, text: str) -> None:
    assert len(find_gaps(text, language)) == 1


@pytest.mark.parametrize(("language", "text"), examples("counter"))
def test_no_counter_example_shows_one(language: str, text: str) -> None:
    assert find_gaps(text, language) == ()


@pytest.mark.parametrize(
    "text",
    [
        'The words "the of" were typed.',
        "Of the\n\nagainst",  # two paragraphs
        "the against-all-odds win",
        "See the Of Human Bondage note.",
    ],
)
def test_words_that_are_quoted_joined_or_parted_are_no_gap(text: str) -> None:
    assert find_gaps(text, "en") == ()


def test_a_line_may_end_in_the_gap() -> None:
    text = "shelling by the\nagainst homes"
    assert [text[gap.start : gap.end] for gap in find_gaps(text, "en")] == ["the\nagainst"]


@given(st.text(st.sampled_from("the of against by ,.\n'-abc"), max_size=200))
def test_gaps_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for gap in find_gaps(text, "en"):
        assert at <= gap.start < gap.end <= len(text)
        assert re.match(r"[A-Za-z]", text[gap.start])
        at = gap.end
