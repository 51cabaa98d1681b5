"""What a text refers to, in what relation, and which numbers are no counts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.un.references import find_references, masks


def found(text: str) -> list[tuple[str, str | None, str]]:
    return [(one.symbol, one.dated, one.relation) for one in find_references(text)]


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


def test_a_corrigendum_names_what_it_corrects() -> None:
    assert found("Corrigendum to document S/2031/4") == [("S/2031/4", None, "corrects")]


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


@pytest.mark.parametrize(
    "text",
    [
        "In my report to the Security Council of 12 June 2031 (S/2031/7), I told of it.",
        "the statement dated 12 June 2031 (S/2031/7)",
        "document S/2031/7 of 12 June 2031",
        "le rapport du 12 juin 2031 (S/2031/7)",
        "el informe de 12 de junio de 2031 (S/2031/7)",
        "доклад от 12 июня 2031 года (S/2031/7)",
    ],
)
def test_the_day_of_a_document_is_read(text: str) -> None:
    assert found(text) == [("S/2031/7", "2031-06-12", "cites")]


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
    assert found("Council resolution 2253, that is, resolution 2253 (2015)") == [
        ("S/RES/2253 (2015)", None, "cites")
    ]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("killed 43 (resolution 2253 (2015))", ["resolution 2253 (2015)"]),
        ("resolutions 1267 (1999) and 2253 (2015)", ["resolutions 1267 (1999) and 2253 (2015)"]),
        ("S/2031/7, 43 people", ["S/2031/7"]),
        ("Article 51 and 43 people", ["Article 51"]),
        ("Articles 2 (4) and 51 of the Charter", ["Articles 2 (4) and 51"]),
        ("paragraph 3, 43 civilians", ["paragraph 3"]),
        ("paragraphs 4, 5 and 7 of it", ["paragraphs 4, 5 and 7"]),
        ("Agenda items 35, 40, 86 and 135", ["Agenda items 35, 40, 86 and 135"]),
        ("at its 8018th meeting, 43 spoke", ["8018th meeting"]),
        ("31-01779 (E) 060231", ["31-01779 (E) 060231"]),
        ("les articles 2 et 51", ["articles 2 et 51"]),
        ("статья 51", ["статья 51"]),
        ("killed 43 civilians on 5 May", []),
    ],
)
def test_numbers_of_citations_are_masked_and_counts_are_not(text: str, masked: list[str]) -> None:
    assert [text[start:end] for start, end in masks(text)] == masked


@given(st.text(alphabet="S/A2017 (675)resolution.,\n-and", max_size=80))
def test_masks_are_ordered_apart_and_inside_the_text(text: str) -> None:
    places = masks(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    for reference in find_references(text):
        assert any(start <= reference.start and reference.end <= end for start, end in places)
