"""Files to works: what is grouped, under which form, with which reason and doubt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.un.workkit import cites, codes, forms, grouped, letter, outline

from allegata.model.works import DocumentOutline
from allegata.un.works import group_works

SIX = ("ar", "en", "es", "fr", "ru", "zh")


def test_language_versions_are_one_work_whatever_their_job_numbers() -> None:
    files = [
        outline(f"{code}.xml", "S/2031/773", code, job_number=f"31-1000{at}", kind="draft")
        for at, code in enumerate(SIX)
    ]
    (work,) = group_works(files)
    assert (work.id, work.symbol, work.kind, work.languages) == ("w1", "S/2031/773", "draft", SIX)
    assert {text.form.value for text in work.expressions} == {"version"}
    assert {text.reason for text in work.expressions} == {"same symbol S/2031/773"}
    assert codes(work) == set()


def test_the_original_is_in_the_language_that_the_masthead_names() -> None:
    files = [
        outline(f"{code}.pdf", "S/2031/7", code, original_language="ar") for code in ("fr", "ar")
    ]
    (work,) = group_works(files)
    assert forms(work) == [("ar", "original", "ar.pdf"), ("fr", "version", "fr.pdf")]


def test_nobody_is_the_original_where_files_name_different_ones() -> None:
    files = [outline(f"{code}.pdf", "S/2031/7", code, original_language=code) for code in SIX[:2]]
    (work,) = group_works(files)
    assert [text.form.value for text in work.expressions] == ["version", "version"]


def test_revision_reissue_and_corrigendum_are_editions_of_one_work_in_order() -> None:
    symbols = ["S/2031/7/Corr.2", "S/2031/7/Rev.10", "S/2031/7*", "S/2031/7/Rev.2", "S/2031/7"]
    (work,) = group_works([outline(symbol, symbol) for symbol in symbols])
    assert [(text.form.value, text.symbol) for text in work.expressions] == [
        ("version", "S/2031/7"),
        ("reissue", "S/2031/7*"),
        ("corrigendum", "S/2031/7/Corr.2"),
        ("revision", "S/2031/7/Rev.2"),
        ("revision", "S/2031/7/Rev.10"),
    ]
    assert work.symbol == "S/2031/7"
    assert codes(work) == set()
    reasons = [text.reason for text in work.expressions]
    assert reasons[2] == "same symbol S/2031/7/Corr.2, a corrigendum of S/2031/7"


def test_an_addendum_is_a_work_of_its_own_with_its_own_editions() -> None:
    works = group_works(
        [
            outline("main", "S/2031/7"),
            outline("add", "S/2031/7/Add.1"),
            outline("add-fr", "S/2031/7/Add.1", "fr"),
            outline("corr", "S/2031/7/Add.1/Corr.1"),
            outline("rev-add", "S/2031/7/Rev.1/Add.1"),
        ]
    )
    assert [(work.symbol, forms(work)) for work in works] == [
        ("S/2031/7", [("en", "version", "main")]),
        (
            "S/2031/7/Add.1",
            [
                ("en", "addendum", "add"),
                ("fr", "addendum", "add-fr"),
                ("en", "corrigendum", "corr"),
            ],
        ),
        ("S/2031/7/Rev.1/Add.1", [("en", "addendum", "rev-add")]),
    ]


def test_either_half_of_a_double_symbol_finds_the_other() -> None:
    (work,) = group_works(
        [
            outline("both", "A/85/3-S/2031/7", "ru"),
            outline("scan", "A/85/3", "en"),
            outline("council", "S/2031/7", "fr"),
        ]
    )
    assert work.symbol == "A/85/3-S/2031/7"
    assert work.languages == ("en", "fr", "ru")
    assert codes(work) == set()


def test_files_that_disagree_on_the_second_half_stay_together_under_a_doubt() -> None:
    (work,) = group_works([outline("a", "A/85/3-S/2031/7"), outline("b", "A/85/3-S/2031/1", "fr")])
    (doubt,) = work.doubts
    assert doubt.code == "work.symbols_disagree"
    assert doubt.message.endswith("A/85/3-S/2031/1, A/85/3-S/2031/7")


def test_a_lost_suffix_does_not_make_an_addendum_of_the_main_document() -> None:
    assert grouped(outline("add", "A/47/12/Add.1-S/26416"), outline("main", "S/26416", "en")) == [
        ["add"],
        ["main"],
    ]


def test_a_council_resolution_is_known_by_its_number() -> None:
    (work,) = group_works(
        [outline("a", "S/RES/2564", "ar"), outline("b", "S/RES/2564 (2031)", "en")]
    )
    assert work.symbol == "S/RES/2564 (2031)"
    assert codes(work) == set()


def test_a_second_text_in_one_language_is_a_copy_under_a_doubt() -> None:
    (work,) = group_works(
        [
            outline("S_2031_7-E.xml", "S/2031/7", "en"),
            outline("S_2031_7-R.xml", "S/2031/7", "en"),  # filed as Russian
            outline("S_2031_7-F.xml", "S/2031/7", "fr"),
        ]
    )
    assert forms(work) == [
        ("en", "version", "S_2031_7-E.xml"),
        ("fr", "version", "S_2031_7-F.xml"),
        ("en", "copy", "S_2031_7-R.xml"),
    ]
    (doubt,) = work.expressions[2].doubts
    assert doubt.code == "work.language_twice"
    assert "S_2031_7-E.xml" in doubt.message


@pytest.mark.parametrize(
    ("first", "second"),
    [({"job_number": "31-1000"}, {"job_number": "31-1000"}), ({"text": "ab12"}, {"text": "ab12"})],
)
def test_the_same_print_in_another_format_is_a_copy_without_doubt(
    first: dict[str, str], second: dict[str, str]
) -> None:
    (work,) = group_works(
        [
            outline("a.pdf", "S/2031/7", "en", **first),
            outline("b.html", "S/2031/7", "en", **second),
        ]
    )
    assert forms(work) == [("en", "version", "a.pdf"), ("en", "copy", "b.html")]
    assert codes(work) == set()


def test_a_symbol_that_a_person_supplied_counts_and_says_so() -> None:
    works = group_works(
        [outline("a", "S/2031/7", "ar"), outline("b", "S/2031/7", "en", basis="external")]
    )
    (work,) = works
    assert [text.reason for text in work.expressions] == [
        "same symbol S/2031/7",
        "same symbol S/2031/7 (supplied by a person)",
    ]


def test_a_symbol_of_an_unknown_series_stands_for_itself() -> None:
    assert grouped(outline("a", "XY/1 bis"), outline("b", "XY/1  bis"), outline("c", "XY/2")) == [
        ["a", "b"],
        ["c"],
    ]


def test_records_that_contradict_each_other_carry_a_doubt_and_stay() -> None:
    (work,) = group_works(
        [letter("a", "S/2031/7", "ar"), letter("b", "S/2031/7", "fr", dated="2031-05-07")]
    )
    (doubt,) = work.doubts
    assert doubt.code == "work.records_disagree"
    assert doubt.message == "the date of the document differs: 2031-05-06 (a), 2031-05-07 (b)"


def test_a_state_that_was_not_understood_contradicts_none() -> None:
    files = [letter("a", "S/2031/7", "ar", state=None), letter("b", "S/2031/7", "fr")]
    (work,) = group_works(files)
    assert (work.senders, codes(work)) == (("TCD",), set())
    (other,) = group_works([*files, letter("c", "S/2031/7", "en", state="FRA")])
    assert [doubt.message for doubt in other.doubts] == ["the sender differs: FRA (c), TCD (b)"]


def test_a_revision_may_be_issued_on_another_day() -> None:
    (work,) = group_works(
        [
            outline("a", "S/2031/7", issued="2031-05-08"),
            outline("b", "S/2031/7/Rev.1", issued="2031-06-01"),
        ]
    )
    assert (work.issued, codes(work)) == ("2031-05-08", set())


def test_the_same_document_twice_is_one_text() -> None:
    one = outline("a.pdf", "S/2031/7")
    twin = DocumentOutline(one.id, "b.pdf", one.language, one.text_sha256, one.un)
    assert grouped(one, twin, one) == [["a.pdf"]]


def test_works_stand_in_the_order_of_symbols_and_nameless_ones_by_day() -> None:
    works = group_works(
        [
            outline("post"),
            letter("later", dated="2031-06-01"),
            letter("sooner", dated="2031-05-01"),
            outline("c", "S/2031/100"),
            outline("b", "S/2031/20"),
            outline("a", "S/26360"),
        ]
    )
    assert [work.label for work in works] == [
        "S/26360",
        "S/2031/20",
        "S/2031/100",
        "sooner",
        "later",
        "post",
    ]
    assert [work.id for work in works] == ["w1", "w2", "w3", "w4", "w5", "w6"]


def test_a_post_is_a_work_alone_and_its_own_original() -> None:
    (work,) = group_works([outline("post.txt", None, None)])
    assert forms(work) == [(None, "original", "post.txt")]


SYMBOLS = [
    "S/2031/7",
    "S/2031/7/Rev.1",
    "S/2031/7/Corr.1",
    "S/2031/7/Add.1",
    "S/2031/7*",
    "A/85/3",
    "A/85/3-S/2031/7",
    "A/85/3-S/2031/8",
    "S/2031/8",
    "S/RES/2564",
    "S/RES/2564 (2031)",
]
REFERENCES = [cites("S/2031/1", "previous"), cites("S/2031/2"), cites("S/2031/7", "previous")]


@st.composite
def documents(draw: st.DrawFn, *, symbols: list[str | None]) -> list[DocumentOutline]:
    """Some documents out of small pools, so that they meet often."""
    found = []
    for at in range(draw(st.integers(1, 8))):
        made = letter(
            f"{draw(st.sampled_from('abc'))}{at}",
            draw(st.sampled_from(symbols)),
            draw(st.sampled_from(["en", "fr", "ar", None])),
            *draw(st.lists(st.sampled_from(REFERENCES), max_size=2, unique=True)),
            state=draw(st.sampled_from(["TCD", "TCD", "FRA", None])),
            dated=draw(st.sampled_from(["2031-05-06", "2031-05-06", "2031-05-07", None])),
            kind=draw(st.sampled_from(["letter", "identical_letters", "note_verbale"])),
            text=draw(st.sampled_from([None, None, None, "t1", "t2"])),
            issued=draw(st.sampled_from([None, None, "2031-05-08", "2031-05-09"])),
        )
        found.append(made)
    return found


@settings(deadline=None)
@given(documents(symbols=[None, None, *SYMBOLS]), st.randoms(use_true_random=False))
def test_any_order_of_documents_gives_the_same_works(
    files: list[DocumentOutline], shuffling: object
) -> None:
    shuffled = list(files)
    shuffling.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group_works(shuffled) == group_works(files)


@settings(deadline=None)
@given(documents(symbols=[None, None, *SYMBOLS]))
def test_every_document_is_a_text_of_one_work_with_a_reason(files: list[DocumentOutline]) -> None:
    texts = [text for work in group_works(files) for text in work.expressions]
    assert sorted(text.document for text in texts) == sorted(one.id for one in files)
    assert all(text.reason for text in texts)


@settings(deadline=None)
@given(documents(symbols=[*SYMBOLS]), documents(symbols=[None, *SYMBOLS]))
def test_documents_of_one_symbol_are_never_split_by_what_is_added(
    files: list[DocumentOutline], more: list[DocumentOutline]
) -> None:
    added = [DocumentOutline(f"+{one.id}", one.name, one.language, None, one.un) for one in more]
    after = {
        text.document: work.id
        for work in group_works([*files, *added])
        for text in work.expressions
    }
    for work in group_works(files):
        assert len({after[text.document] for text in work.expressions}) == 1


@settings(max_examples=200, deadline=None)
@given(documents(symbols=[None, None, None, *SYMBOLS]), documents(symbols=[None, *SYMBOLS]))
def test_what_is_split_by_an_addition_says_why(
    files: list[DocumentOutline], more: list[DocumentOutline]
) -> None:
    added = [
        DocumentOutline(f"+{one.id}", one.name, one.language, one.text_sha256, one.un, one.cited)
        for one in more
    ]
    after = {
        text.document: (work.id, text)
        for work in group_works([*files, *added])
        for text in work.expressions
    }
    for work in group_works(files):
        first, *others = [after[text.document] for text in work.expressions]
        for other in others:
            if other[0] != first[0]:
                said = [other[1], first[1]]
                assert any(
                    "work.ambiguous" in {doubt.code for doubt in text.doubts}
                    or "of the same title as" in text.reason
                    or "those of" in text.reason  # it found a document that it is more like
                    or "the same text" in text.reason
                    for text in said
                )
