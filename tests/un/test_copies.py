"""Documents without a symbol: matched where nothing speaks against it, else left alone."""

from tests.un.workkit import cites, codes, forms, grouped, letter, outline

from allegata.model.un import Sender
from allegata.un.copies import MOST_ALIKE
from allegata.un.works import group_works

EARLIER = cites("S/2031/1", "previous", "2031-05-02")


def test_a_copy_without_symbol_finds_the_letter_of_its_title() -> None:
    (work,) = group_works(
        [
            letter("S_2031_7-R.pdf", "S/2031/7", "ru", EARLIER, kind="identical_letters"),
            letter("blog.md", None, "en", EARLIER),
        ]
    )
    assert forms(work) == [("ru", "version", "S_2031_7-R.pdf"), ("en", "copy", "blog.md")]
    copy = work.expressions[1]
    assert copy.symbol is None
    assert copy.reason == (
        "no symbol; kind, date (2031-05-06), senders and addressees are those of S/2031/7, "
        "and it refers to the same documents"
    )
    assert [doubt.code for doubt in copy.doubts] == ["work.matched_without_symbol"]


def test_language_versions_without_symbol_find_each_other_under_a_doubt() -> None:
    (work,) = group_works([letter("a.md", None, "en"), letter("b.md", None, "fr")])
    assert (work.symbol, work.label) == (None, "a.md")
    assert forms(work) == [("en", "version", "a.md"), ("fr", "version", "b.md")]
    assert codes(work) == {"work.matched_without_symbol"}


def test_another_day_sender_addressee_or_kind_is_another_letter() -> None:
    mine = letter("a", "S/2031/7", "ru")
    for other in (
        letter("b", dated="2031-05-07"),
        letter("b", state="FRA"),
        letter("b", kind="note_verbale"),
        letter("b", dated=None),
        letter("b", state=None),  # a copy that lost the name of the state
    ):
        assert grouped(mine, other) == [["a"], ["b"]]


def test_a_letter_of_the_secretary_general_needs_no_state() -> None:
    sender = (Sender("secretary_general", None, "the Secretary-General"),)
    files = [
        outline(
            name, None, name, kind="letter", dated="2031-05-06", senders=sender, addressees=("x",)
        )
        for name in ("en", "fr")
    ]
    assert grouped(*files) == [["en", "fr"]]


def test_two_letters_of_one_day_leave_a_copy_alone_with_both_named() -> None:
    works = group_works(
        [letter("a", "S/2031/7"), letter("b", "S/2031/8"), letter("copy.md", None, "fr")]
    )
    assert [work.label for work in works] == ["S/2031/7", "S/2031/8", "copy.md"]
    (doubt,) = works[2].expressions[0].doubts
    assert doubt.code == "work.ambiguous"
    assert "S/2031/7, S/2031/8" in doubt.message
    assert codes(works[0]) | codes(works[1]) == set()


def test_references_tell_which_of_two_letters_of_one_day_it_is() -> None:
    assert grouped(
        letter("a", "S/2031/7", "en", cites("S/2031/1")),
        letter("b", "S/2031/8", "en", cites("S/2031/2")),
        letter("copy.md", None, "fr", cites("S/2031/2")),
    ) == [["a"], ["b", "copy.md"]]


def test_what_speaks_against_a_match_is_told() -> None:
    for spoken, other in (
        ("they refer to other documents", letter("b", None, "fr", cites("S/2031/2"))),
        ("they were issued on different days", letter("b", None, "fr", issued="2031-05-09")),
        (
            "one names the other as another document",
            letter("b", None, "fr", cites("S/2031/7", "previous")),
        ),
    ):
        mine = letter("a", "S/2031/7", "en", cites("S/2031/1"), issued="2031-05-08")
        works = group_works([mine, other])
        assert [work.label for work in works] == ["S/2031/7", "b"]
        assert (
            works[1].expressions[0].reason == f"no symbol; of the same title as S/2031/7: {spoken}"
        )


def test_in_one_language_the_title_is_not_enough() -> None:
    works = group_works([letter("a.md"), letter("b.md")])
    assert [work.label for work in works] == ["a.md", "b.md"]
    assert works[0].expressions[0].reason == (
        "no symbol; of the same title as b.md: in one language, the title alone is not enough"
    )
    assert grouped(letter("a.md", None, "en", EARLIER), letter("b.md", None, "en", EARLIER)) == [
        ["a.md", "b.md"]
    ]


def test_a_third_text_that_fits_both_leaves_all_open() -> None:
    works = group_works(
        [
            letter("a.md", None, "en", cites("S/2031/1")),
            letter("b.md", None, "fr", cites("S/2031/2")),
            letter("c.md", None, "es"),
        ]
    )
    assert [work.label for work in works] == ["a.md", "b.md", "c.md"]
    assert {code for work in works for code in codes(work)} == {"work.ambiguous"}


def test_a_form_letter_is_no_heap_of_copies() -> None:
    files = [letter(f"{at:03}", None, None) for at in range(MOST_ALIKE + 1)]
    works = group_works(files)
    assert len(works) == MOST_ALIKE + 1
    (doubt,) = works[0].expressions[0].doubts
    assert doubt.message.endswith(f"001, 002, 003, 004, 005 and {MOST_ALIKE - 5} more: left alone")


def test_the_same_words_are_the_same_letter_without_doubt() -> None:
    (work,) = group_works(
        [letter("a.txt", "S/2031/7", text="t1"), letter("b.txt", None, "en", text="t1")]
    )
    assert forms(work) == [("en", "version", "a.txt"), ("en", "copy", "b.txt")]
    assert work.expressions[1].reason == "the same text, word for word, as a.txt"
    assert codes(work) == set()
    assert grouped(letter("a", text="t1", dated=None), letter("b", text="t1", dated=None)) == [
        ["a", "b"]
    ]


def test_posts_with_the_same_words_stay_two() -> None:
    assert grouped(outline("a", text="t1"), outline("b", text="t1")) == [["a"], ["b"]]


def test_the_same_words_under_two_symbols_leave_a_third_file_open() -> None:
    works = group_works(
        [
            outline("a", "S/2031/7", text="t1"),
            outline("b", "S/2031/8", text="t1"),
            outline("c", text="t1"),
        ]
    )
    assert [work.label for work in works] == ["S/2031/7", "S/2031/8", "c"]
    assert codes(works[2]) == {"work.ambiguous"}


def test_what_is_no_letter_is_known_by_day_organ_and_all_its_references() -> None:
    both = (cites("S/2031/1"), cites("S/RES/2564 (2031)"))

    def report(name: str, *cited: object, issued: str = "2031-05-08") -> list[object]:
        return [name, None, name, *cited, {"kind": "report", "organ": "S", "issued": issued}]

    def made(*parts: object) -> object:
        *rest, record = parts
        return outline(*rest, **record)  # type: ignore[arg-type]

    en, fr = made(*report("en", *both)), made(*report("fr", *both))
    assert grouped(en, fr) == [["en", "fr"]]  # type: ignore[arg-type]
    fewer = made(*report("fr", both[0]))
    assert grouped(en, fewer) == [["en"], ["fr"]]  # type: ignore[arg-type]
    later = made(*report("fr", *both, issued="2031-05-09"))
    assert grouped(en, later) == [["en"], ["fr"]]  # type: ignore[arg-type]
