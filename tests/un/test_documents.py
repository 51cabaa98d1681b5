"""Whole documents: their parts, in whose name each speaks."""

import pytest

from allegata.un.documents import read_document

HEAD = (
    "United Nations S/2031/7\nSecurity Council Distr.: General\n8 May 2031\nOriginal: English\n\n"
)
TITLE = (
    "Letter dated 6 May 2031 from the Permanent Representative of Chad to the United Nations "
    "addressed to the President of the Security Council\n\n"
)
REPORT = "Report of the Secretary-General on an invented mission\n\n"


def parts(text: str) -> list[tuple[str, str | None, str | None]]:
    doc = read_document(text)
    assert doc is not None
    return [(one.kind, one.label, one.author.name if one.author else None) for one in doc.parts]


def test_an_annex_is_by_its_own_author_and_not_by_who_transmits_it() -> None:
    text = (
        f"{HEAD}{TITLE}I have the honour to transmit three texts.\n\n(Signed) A. Nomen\n\n"
        "Annex I\n\nStatement by the Ministry of Defence of Mali\n\nThree were hurt.\n\n"
        "Annex II\n\nA list of names.\n\n"
        "Enclosure\n\nLetter dated 3 May 2031 from the Secretary-General to the President of the "
        "Security Council\n\nI write to you.\n"
    )
    assert parts(text) == [
        ("letter", None, "TCD"),
        ("annex", "Annex I", "MLI"),
        ("annex", "Annex II", None),
        ("enclosure", "Enclosure", "secretary_general"),
    ]


def test_the_annex_of_a_report_is_the_reports_own_unless_it_says_otherwise() -> None:
    text = (
        f"{HEAD}{REPORT}1. All was quiet.\n\nAnnex I\n\nComposition of the mission\n\n"
        "Annex II\n\nLetter dated 3 May 2031 from the Head of delegation of the Opposition "
        "addressed to the Secretary-General\n\nWe protest.\n"
    )
    assert parts(text) == [
        ("document", None, "secretary_general"),
        ("annex", "Annex I", "secretary_general"),
        ("annex", "Annex II", None),
    ]


def test_running_heads_and_contents_open_no_parts() -> None:
    text = (
        f"{HEAD}{REPORT}Contents\nAnnex\nMap of the valley ....... 12\n\n1. All was quiet.\n\n"
        "S/2031/7\nEnglish\nPage 2\nAnnex\n\nA table\n\n"
        "S/2031/7\nEnglish\nPage 3\nAnnex\n\nMore\n"
    )
    assert [kind for kind, _, _ in parts(text)] == ["document", "annex"]


def test_parts_follow_each_other_to_the_end() -> None:
    text = f"{HEAD}{TITLE}I have the honour.\n\nAnnex I\n\nOne.\n\nAnnex II\n\nTwo.\n"
    doc = read_document(text)
    assert doc is not None
    assert [one.start for one in doc.parts[1:]] == [one.end for one in doc.parts[:-1]]
    assert doc.parts[-1].end == len(text)
    for part in doc.parts:
        assert part.start <= part.body_start <= part.body_end <= part.end


def test_a_resolution_is_its_organs_whatever_letter_its_agenda_names() -> None:
    doc = read_document(
        "United Nations A/RES/86/1\nGeneral Assembly Distr.: General\n18 March 2031\n"
        f"Agenda item 5\n{TITLE.strip()} (S/2031/136)\n"
        "Resolution adopted by the General Assembly on 2 March 2031\n"
    )
    assert doc is not None
    assert (doc.kind, doc.letter, doc.dated) == ("resolution", None, "2031-03-02")
    author = doc.parts[0].author
    assert author is not None
    assert author.called == "General Assembly"


def test_another_document_in_the_same_text_is_a_part_with_its_own_author() -> None:
    other = (
        "United Nations S/RES/2999 (2031)\nSecurity Council Distr.: General\n9 May 2031\n\n"
        "Resolution 2999 (2031)\nAdopted by the Security Council on 9 May 2031\n"
    )
    text = f"{HEAD}{TITLE}I have the honour to write. {'All was quiet. ' * 60}\n\n{other}"
    assert parts(text) == [
        ("letter", None, "TCD"),
        ("document", "S/RES/2999 (2031)", "security_council"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Five people were hurt in the valley on Monday, the ministry said.",
        "SC/14982\n3 May 2031\nSecurity Council\n\nThe Security Council deplores the attack.",
        "S/2031/7 was issued late, and the United Nations said why.\nMore of it.",
        f"A blog on letters\n\nThe ambassador sent a letter ({TITLE.strip()}, S/2031/7).",
        "Resolution 999 (1989)\n\nWhat the Security Council should do now\n",
    ],
)
def test_other_texts_are_no_documents_of_the_house(text: str) -> None:
    assert read_document(text) is None
