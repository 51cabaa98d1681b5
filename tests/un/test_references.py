"""What a text refers to, and in what relation. Phrasings by language: ``references/``."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.un.references import (
    test_arabic,
    test_chinese,
    test_english,
    test_french_spanish_german,
    test_russian,
)

from allegata.un.masks import masks
from allegata.un.references import FoundReference, find_addresses, find_references

PHRASINGS = [
    *test_english.COUNCIL,
    *test_english.ASSEMBLY,
    *test_english.PROVISIONS,
    *test_english.CHARTER,
    *test_english.DOCUMENTS,
    *test_french_spanish_german.FRENCH,
    *test_french_spanish_german.SPANISH,
    *test_french_spanish_german.GERMAN,
    *test_russian.PHRASINGS,
    *test_chinese.PHRASINGS,
    *test_arabic.PHRASINGS,
]
TEXTS = [text for text, _ in PHRASINGS]


def found(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(one.symbol, one.dated, one.relation) for one in find_references(text)]


def facts(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(one.kind, one.symbol, one.provisions) for one in find_references(text)]


def test_a_series_of_which_only_the_last_is_named_leaves_a_doubt() -> None:
    text = (
        "I refer to our previous letters, the most recent of which were dated 2 May 2031 "
        "(S/2031/7), on the same matter."
    )
    (one,) = find_references(text)
    assert (one.kind, one.symbol, one.dated, one.relation) == (
        "document",
        "S/2031/7",
        "2031-05-02",
        "previous",
    )
    assert [(doubt.code, doubt.message) for doubt in one.doubts] == [
        ("reference.series_unidentified", "earlier letters of the series, unidentified")
    ]
    assert text[one.start : one.end] == "S/2031/7"
    assert one.url == "https://undocs.org/en/S/2031/7"


def test_a_single_previous_letter_leaves_none() -> None:
    (one,) = find_references("Further to my letter dated 2 May 2031 (S/2031/7), I add this.")
    assert (one.relation, one.dated, one.doubts) == ("previous", "2031-05-02", ())


def test_letters_listed_together_are_all_previous_and_what_follows_is_not() -> None:
    text = (
        "Further to my letters dated 2 May (S/2031/4) and 4 May 2031 (S/2031/5), on 6 May 2031 "
        "three people were hurt (S/2031/9)."
    )
    assert found(text) == [
        ("S/2031/4", "2031-05-02", "previous"),
        ("S/2031/5", "2031-05-04", "previous"),
        ("S/2031/9", None, "cites"),
    ]


def test_an_answer_names_the_letter_answered_and_a_report_is_only_cited() -> None:
    text = (
        "In response to the letter dated 17 May 2031 from the Permanent Representative of Chad "
        "to the United Nations (S/2031/58), I refer to our letter (S/2031/4) and the report of "
        "the Secretary-General (S/2031/8)."
    )
    assert found(text) == [
        ("S/2031/58", "2031-05-17", "replies_to"),
        ("S/2031/4", None, "previous"),
        ("S/2031/8", None, "cites"),
    ]


def test_a_document_is_referred_to_once_and_never_to_itself() -> None:
    text = "S/2031/9. See S/2031/4, resolution 2253 (2015), S/RES/2253 (2015), and S/2031/4."
    assert [one.symbol for one in find_references(text, own_symbol="S/2031/9")] == [
        "S/2031/4",
        "S/RES/2253 (2015)",
    ]


def test_a_double_symbol_is_the_document_under_both() -> None:
    text = "A/85/7-S/2031/9, A/85/7, S/2031/9 and S/2031/10"
    assert [one.symbol for one in find_references(text, own_symbol="A/85/7-S/2031/9")] == [
        "S/2031/10"
    ]


def test_an_own_symbol_that_is_none_is_passed_over() -> None:
    assert [one.symbol for one in find_references("S/2031/4", own_symbol="letter 7")] == [
        "S/2031/4"
    ]


def test_the_second_symbol_below_the_own_one_and_running_heads_are_no_references() -> None:
    text = "A/85/7\nS/2031/9\n12 May 2031\n\nA report (S/2031/4).\n\nA/85/7\nS/2031/9\nEnglish"
    assert [one.symbol for one in find_references(text, own_symbol="A/85/7")] == ["S/2031/4"]
    heads = "S/2031/9\n\nText.\n\nS/2031/9\n\nMore (S/2031/4).\n\n2/3 S/2031/9\n\nEnd."
    assert [one.symbol for one in find_references(heads)] == ["S/2031/4"]


def test_what_is_skipped_names_nothing_and_breaks_no_list() -> None:
    text = "resolutions 1542 (2004),\n\nS/2031/9\n31-01234 3/9\n\n1608 (2005) and 1702 (2006)"
    start = text.index("S/2031/9")
    end = text.index("3/9") + 3
    found = find_references(text, skipped=((start, end),))
    assert [(one.symbol, text[one.start : one.end]) for one in found] == [
        ("S/RES/1542 (2004)", "1542 (2004)"),
        ("S/RES/1608 (2005)", "1608 (2005)"),
        ("S/RES/1702 (2006)", "1702 (2006)"),
    ]


def test_a_day_without_a_year_takes_it_from_the_list_or_from_the_letter_with_a_doubt() -> None:
    assert found("reports on 1 May (S/23870) and 15 November 1992 (S/24800)") == [
        ("S/23870", "1992-05-01", "cites"),
        ("S/24800", "1992-11-15", "cites"),
    ]
    (one,) = find_references("our letter dated 1 May (S/2031/7)", dated="2031-08-06")
    assert (one.dated, [doubt.code for doubt in one.doubts]) == (
        "2031-05-01",
        ["reference.year_inferred"],
    )


def test_no_date_is_read_out_of_a_symbol_or_of_an_event() -> None:
    for text in (
        "On 5 May 2031 three were hurt, as told in S/2031/7.",
        "A man was shot on 5 May 2031 (S/2031/7, para. 3).",
        "The raid of 5 May 2031 (S/2031/7) was told before.",
    ):
        assert found(text) == [("S/2031/7", None, "cites")]


def test_an_answer_to_something_else_than_a_letter_answers_no_document() -> None:
    text = "In response to events, I sent reports on 1 May (S/23870) and 12 June 1992 (S/24090)."
    assert found(text) == [
        ("S/23870", "1992-05-01", "cites"),
        ("S/24090", "1992-06-12", "cites"),
    ]


def test_a_resolution_without_its_year_is_kept_with_a_doubt_unless_the_text_gives_it() -> None:
    (alone,) = find_references("under Council resolution 2253")
    assert (alone.symbol, [doubt.code for doubt in alone.doubts]) == (
        "S/RES/2253",
        ["reference.year_unstated"],
    )
    (whole,) = find_references("Council resolution 2253, that is, resolution 2253 (2015)")
    assert (whole.symbol, whole.url, whole.doubts) == (
        "S/RES/2253 (2015)",
        "https://undocs.org/en/S/RES/2253(2015)",
        (),
    )


def test_a_year_that_is_not_the_numbers_is_kept_with_a_doubt() -> None:
    (one,) = find_references("resolution 1797 (2005)")
    assert (one.symbol, [doubt.code for doubt in one.doubts]) == (
        "S/RES/1797 (2005)",
        ["reference.year_unlikely"],
    )
    assert find_references("resolution 1 (2031)")[0].doubts == ()


def test_a_slip_that_was_put_right_leaves_a_doubt() -> None:
    for text in ("resolution 749 (19921, in which", "see S/2031/7/Add.l"):
        (one,) = find_references(text)
        assert [doubt.code for doubt in one.doubts] == ["reference.symbol_repaired"]


def test_the_charter_is_one_reference_with_all_its_articles() -> None:
    text = "Article 51 of the Charter, Chapter VII of the Charter, Article 51 of the UN Charter"
    (one,) = find_references(text)
    assert (one.kind, one.symbol, one.provisions) == (
        "charter",
        None,
        ("Article 51", "Chapter VII"),
    )
    assert text[one.start : one.end] == "Article 51 of the Charter"


def test_each_relation_is_kept_apart_with_the_provisions_of_its_mentions() -> None:
    text = "Our letter (S/2031/7, para. 2). It was told (S/2031/7, para. 3; see S/2031/7, annex)."
    assert [(one.relation, one.provisions) for one in find_references(text)] == [
        ("previous", ("paragraph 2",)),
        ("cites", ("paragraph 3", "annex")),
    ]


def test_a_link_to_a_document_names_it() -> None:
    text = (
        "Two [letters](https://undocs.org/en/S/2031/7 'Letters dated 2 May 2031 from Chad') and "
        "https://docs.un.org/A/RES/46/182"
    )
    assert [one.dated for one in find_addresses(text)] == ["2031-05-02", None]
    assert [(one.kind, one.symbol, text[one.start : one.end]) for one in find_addresses(text)] == [
        ("document", "S/2031/7", "S/2031/7"),
        ("resolution", "A/RES/46/182", "A/RES/46/182"),
    ]


def wrapped(text: str) -> str:
    """Break the line at every blank that no rule of print forbids."""
    return re.sub(r"(?<! ) (?! )", "\n", text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "change",
    [
        wrapped,
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: re.sub(r"([()\[\].-])", r"\\\1", text),
        lambda text: f"\u200e{text}\u200f".replace("(", "\u2068("),
    ],
    ids=["hard line breaks", "no-break blanks", "markdown escapes", "marks of direction"],
)
def test_the_same_is_read_however_it_was_set(text: str, change: object) -> None:
    if "https://" in text or "\n" in text:
        pytest.skip("an address is never broken; a broken line is what the case is about")
    assert callable(change)
    assert facts(change(text)) == facts(text)


@pytest.mark.parametrize("text", TEXTS)
def test_every_reference_is_in_the_words_printed_and_masked(text: str) -> None:
    places = masks(text)
    for one in find_references(text):
        assert 0 <= one.start < one.end <= len(text)
        assert any(start <= one.start and one.end <= end for start, end in places)
        assert _digits(one) <= set(re.findall(r"\d+", _ascii(text)))


def _ascii(text: str) -> str:
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


def _digits(one: FoundReference) -> set[str]:
    """Return the numbers of a reference that its own words print."""
    if one.symbol is None or re.search(r"\([IVXES-]+\)", one.symbol):
        return set()
    if one.symbol.startswith(("S/PRST", "A/60/6", "S/2031/4/Add", "E/CN.4")) or one.doubts:
        return set()  # lists in short, a series by its organ, a slip put right
    return set(re.findall(r"\d+", one.symbol))


@settings(max_examples=60, deadline=None)
@example(["the Charter, in particular its Article 51", "in response to his letter (S/2031/9)"])
@example(["《联合国宪章》第五十一条", "in response to the letter dated 7 May 2031 (S/2031/9)"])
@example(["under Article 51\n of the Charter", "резолюция 2253 (2015)"])
@given(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=4))
def test_paragraphs_do_not_change_what_each_other_refers_to(texts: list[str]) -> None:
    joint = "\n\n".join(texts)
    alone = {(one.kind, one.symbol) for text in texts for one in find_references(text)}
    together = {(one.kind, one.symbol) for one in find_references(joint)}
    short = {symbol.partition(" (")[0] for _, symbol in alone if symbol}
    assert {one for one in alone if one[1] not in short} <= together
    assert len(together) <= len(alone)
