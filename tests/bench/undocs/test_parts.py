"""A part is right with kind, author, date and language; naming the wrong State never is."""

import pytest
from bench.undocs.gold import GoldDocument, GoldPart, as_document
from bench.undocs.parts import PartRead, matched, score_parts

LETTER = GoldPart("letter", ("TCD",))
REPORT = GoldPart("document", ("secretary_general",))


def gold() -> GoldDocument:
    return as_document(
        {
            "file": "specimen.pdf",
            "outcome": "read",
            "text": "layer",
            "parts": [
                {"kind": "letter", "author": "TCD"},
                {"kind": "annex", "author": "PER", "dated": "2031-05-01"},
                {"kind": "annex", "author": "other", "original_language": "ru"},
            ],
        }
    )


RIGHT = (
    PartRead("letter", "TCD"),
    PartRead("annex", "PER", "2031-05-01"),
    PartRead("annex", None, None, "ru"),
)


def right_and_of(read: tuple[PartRead, ...]) -> tuple[int, int]:
    share, _ = score_parts(gold(), read)
    return share.right, share.of


def test_right_parts_are_right() -> None:
    assert right_and_of(RIGHT) == (3, 3)


@pytest.mark.parametrize(
    "wrong",
    [
        PartRead("enclosure", "PER", "2031-05-01"),
        PartRead("annex", "TCD", "2031-05-01"),
        PartRead("annex", "PER", "2031-05-02"),
        PartRead("annex", "PER", None),
        PartRead("annex", "PER", "2031-05-01", "fr"),
    ],
)
def test_one_wrong_thing_makes_a_part_wrong(wrong: PartRead) -> None:
    assert right_and_of((RIGHT[0], wrong, RIGHT[2])) == (2, 3)


def test_an_invented_part_lowers_the_share_without_shifting_the_others() -> None:
    assert right_and_of((RIGHT[0], PartRead("annex"), *RIGHT[1:])) == (3, 4)


def test_a_missed_part_lowers_the_share() -> None:
    assert right_and_of(RIGHT[:1] + RIGHT[2:]) == (2, 3)


def test_mistakes_name_what_was_missed_and_what_was_invented() -> None:
    _, mistakes = score_parts(gold(), (RIGHT[0], PartRead("annex", "TCD"), RIGHT[2]))
    assert [(one.wanted, one.got) for one in mistakes] == [
        ("annex by PER of 2031-05-01 (-)", ""),
        ("", "annex by TCD of - (-)"),
    ]


@pytest.mark.parametrize(
    ("author", "is_right"),
    [(None, True), ("a party", True), ("TCD", False), ("secretary_general", False)],
)
def test_an_author_without_a_code_is_no_state_and_no_officer(
    author: str | None, is_right: bool
) -> None:
    annex = GoldPart("annex", ("other",))
    found = matched(
        (REPORT, annex), (PartRead("document", "secretary_general"), PartRead("annex", author))
    )
    assert (1 in found) is is_right


def test_an_unsigned_annex_of_a_report_may_be_its_authors() -> None:
    read = (PartRead("report", "secretary_general"), PartRead("annex", "secretary_general"))
    assert matched((REPORT, GoldPart("annex")), read) == (0, 1)


def test_an_unsigned_annex_of_a_letter_is_not_its_senders() -> None:
    read = (PartRead("letter", "TCD"), PartRead("annex", "TCD"))
    assert matched((LETTER, GoldPart("annex")), read) == (0,)


def test_a_letter_is_no_document() -> None:
    assert matched((REPORT,), (PartRead("letter", "secretary_general"),)) == ()
