"""Every way of writing a word has one form, and each form knows where it stands."""

import hashlib
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegata.text import search_words
from allegata.text.search_forms import FORMS_VERSION, SearchForms, search_forms

# Letters of many scripts, marks, digits, joiners and separators, so that rules meet each other.
TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "aAzéßİıŁоОйЁїабвاأةىءئؤوالـكَّ٢۳3,.'’ʿ-‐\u00ad\u200c\u200d\u200f\n \t/()平民²½ก한ﻣﺎ"
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


def forms(text: str) -> list[str]:
    return [word.form for word in search_forms(text).words]


def others(text: str) -> list[str]:
    return [word.form for word in search_forms(text).others]


@pytest.mark.parametrize(
    ("spellings", "form"),
    [
        (("Hôpital", "HOPITAL", "ho\u0302pital"), "hopital"),
        (("Straße", "STRASSE"), "strasse"),
        (("Łódź", "lodz"), "lodz"),
        (("ёлка", "Елка"), "елка"),
        (("йод", "И\u0306ОД"), "йод"),
        (("مدرسة", "مدرسه", "مَدْرَسَةٌ", "مـــدرسة", "ﻣﺪﺭﺳﺔ"), "مدرسه"),
        (("إدلب", "أدلب", "ٱدلب", "ادلب"), "ادلب"),
        (("مستشفى", "المستشفي", "والمستشفى", "للمستشفى", "بالمستشفی"), "مستشفي"),
        (("شهداء", "الشهدا", "والشهداء"), "شهدا"),
        (("وقتل", "قتل"), "قتل"),
        (("٢٣", "۲۳", "２３", "23"), "23"),
        (
            ("2,130", "2 130", "2.130", "2\u202f130", "2’130", "٢٬١٣٠", "２，１３０", "2\\.130"),
            "2130",
        ),
        (("Ja'afari", "Ja’afari", "Jaʿafari", "Jaafari"), "jaafari"),
        (("al-Zawr", "Az-Zawr", "Zawr", "al Zawr"), "zawr"),
        (("civil-\nians", "civil\u00adians", "civil\u00ad\nians", "civilians"), "civilians"),
        (("U.N.", "UN"), "un"),
        (("Ἀθῆναι", "αθηναι"), "αθηναι"),
    ],
)
def test_spellings_of_one_word_have_one_form(spellings: tuple[str, ...], form: str) -> None:
    assert {spelling: forms(spelling) for spelling in spellings} == {
        spelling: [form] for spelling in spellings
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("S/2017/684", "s 2017 684"),
        ("A/RES/ES-11/1", "a res es 11 1"),
        ("国立医院", "国 立 医 院"),
        ("2031年4月5日", "2031 年 4 月 5 日"),
        ("و23 شخصا", "و 23 شخصا"),
        ("killed² on", "killed 2 on"),
        ("MH17", "mh 17"),
        ("in 2017 130 people", "in 2017 130 people"),
        ("ماء وما", "ماء وما"),
        ("ولد", "ولد"),
        ("half ½", "half 1⁄2"),
        ("2.13 12-13", "2 13 12 13"),
        ("☠ … !", ""),
        ("ــــ", ""),
    ],
)
def test_words_that_are_apart_stay_apart(text: str, words: str) -> None:
    assert search_forms(text).words_text == words


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("cease-fire", ["ceasefire"]),
        ("MH-17", ["mh17"]),
        ("Ja'afari", ["ja", "afari"]),
        ("2,130", ["2", "130"]),
        ("N’Djamena", ["ndjamena"]),
        ("المستشفى", ["المستشفي"]),
        ("می‌شود", ["ميشود"]),
        ("Vessaria's", []),
        ("plain words", []),
        ("国立医院", []),
    ],
)
def test_the_other_reading_is_told_where_there_is_one(text: str, reading: list[str]) -> None:
    assert others(text) == reading


@pytest.mark.parametrize("section", ["elisions", "possessives", "arabic_articles"])
@pytest.mark.parametrize("sort", ["example", "counter"])
def test_listed_words_are_taken_off_where_their_example_says(section: str, sort: str) -> None:
    check_listed(section, sort)


@pytest.mark.parametrize("section", ["romanised_articles", "romanised_articles_before_a_hyphen"])
@pytest.mark.parametrize("sort", ["example", "counter"])
def test_listed_articles_are_left_out_where_their_example_says(section: str, sort: str) -> None:
    check_listed(section, sort)


def check_listed(section: str, sort: str) -> None:
    path = Path(search_words.__file__).with_suffix(".toml")
    told = tomllib.loads(path.read_text("utf-8"))[section][sort]
    assert search_forms(told["text"]).words_text == told["forms"]


def words_of(found: SearchForms) -> list[str]:
    return [word.form for word in (*found.words, *found.others)]


@settings(deadline=None)
@given(TEXTS)
def test_forms_are_of_letters_that_the_index_keeps_together(text: str) -> None:
    for form in words_of(search_forms(text)):
        assert form
        assert all(letter > "\x7f" or letter.isalnum() for letter in form)
        assert not any(letter.isspace() or letter == '"' for letter in form)
        assert form.encode().decode() == form


@settings(deadline=None)
@given(TEXTS)
def test_each_word_stands_where_it_says_and_words_are_in_order(text: str) -> None:
    found = search_forms(text)
    for reading in (found.words, found.others):
        ends = [0, *(word.end for word in reading)]
        for word, before in zip(reading, ends, strict=False):
            assert before <= word.start < word.end <= len(text)


@settings(deadline=None)
@given(TEXTS)
def test_a_word_by_itself_has_the_form_that_it_has_in_its_text(text: str) -> None:
    found = search_forms(text)
    for word in (*found.words, *found.others):
        alone = search_forms(text[word.start : word.end])
        assert [word.form] in (
            [each.form for each in alone.words],
            [each.form for each in alone.others],
        )


@settings(deadline=None)
@given(TEXTS)
def test_case_makes_no_difference(text: str) -> None:
    if text.upper().casefold() == text.casefold():
        assert words_of(search_forms(text.upper())) == words_of(search_forms(text))


def test_forms_change_only_with_their_version() -> None:
    """If this fails, the forms have changed: raise the version, so that indexes are made anew."""
    probe = (
        "Le 5 août 2017, l'armée d'Ivoire: 2,130 killed² in Dayr az-Zawr (MH17, S/2017/684) — "
        "Ёлки, йод; والمستشفى الوطنيّ في مدينة ترنيل، ٢٣ شهداء؛ 国立医院２３名 "
        "civil-\nians Ja’afari’s U.N."
    )
    found = search_forms(probe)
    digest = hashlib.sha256(f"{found.words_text}|{found.others_text}".encode()).hexdigest()
    version = FORMS_VERSION.rpartition("/")[0]  # less the version of Unicode's tables
    assert (version, digest[:16]) == ("1/1", "90385c64925d5add")
