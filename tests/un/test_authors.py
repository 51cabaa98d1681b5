"""Who a part is by."""

import pytest

from allegata.un.authors import Authorship, author_in_title, authorship, sponsors_in_title


def of(text: str) -> Authorship:
    return authorship(text, 0, len(text))


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("Statement by the Ministry of Defence of Chad", "TCD", "state"),
        ("Joint statement issued by the Government of Chad on 3 May 2031", "TCD", "state"),
        ("Press release of the Ministry of Foreign Affairs of Mali", "MLI", "state"),
        (
            "Report of the European Union High Representative",
            "European Union High Representative",
            "unknown",
        ),
        ("Report of the Secretary-General", "secretary_general", "international_organisation"),
        ("Message from the Secretary-General", "secretary_general", "international_organisation"),
        ("REPORT OF THB SECRETARY-GENERAL", "secretary_general", "international_organisation"),
        (
            "Report of the Security Council mission to Haiti",
            "Security Council mission to Haiti",
            "unknown",
        ),
        ("Déclaration du Ministère des affaires étrangères du Mali", "MLI", "state"),
        ("Informe del Secretario General", "secretary_general", "international_organisation"),
        ("Заявление Министерства обороны Мали", "MLI", "state"),
        ("马里外交部的声明", "MLI", "state"),
        ("秘书长的报告", "secretary_general", "international_organisation"),
    ],
)
def test_a_title_names_its_author(title: str, name: str, kind: str) -> None:
    author = author_in_title(title, 0, len(title))
    assert author is not None
    assert (author.name, author.kind) == (name, kind)


@pytest.mark.parametrize(
    "title",
    [
        "Information on flights in the airspace of Chad",
        "Chronology of events",
        "List of victims of the strike",
        "Composition of the mission",
    ],
)
def test_what_an_annex_is_about_is_not_who_it_is_by(title: str) -> None:
    assert author_in_title(title, 0, len(title)) is None


def test_a_letter_is_by_its_sender_and_dated() -> None:
    found = of(
        "Letter dated 3 May 2031 from the Minister for Foreign Affairs of Mali addressed to the "
        "Secretary-General\n\nI write to you.\n\n(Signed) A. Nomen\n"
    )
    assert found.author is not None
    assert (found.author.name, found.dated) == ("MLI", "2031-05-03")
    assert [one.name for one in found.signatures] == ["A. Nomen"]


def test_the_signature_tells_where_no_title_does() -> None:
    found = of("Three were hurt, and I say so.\n\n(Signed) A. Nomen\nMinister of Defence of Mali\n")
    assert found.author is not None
    assert (found.author.name, found.author.kind) == ("MLI", "state")


def test_place_and_day_at_the_end_date_a_part() -> None:
    assert of("The parties agree.\n\nAlma Ata, 21 December 2031\n").dated == "2031-12-21"
    assert of("They met on 21 December 2031 and agreed.\n").dated is None


def test_a_part_that_says_nothing_has_no_author() -> None:
    found = of("A list of names, held back.\n")
    assert (found.author, found.dated, found.title) == (None, None, None)


def test_the_sponsors_of_a_draft_are_one_author() -> None:
    author = sponsors_in_title("Chad and Mali: draft resolution", 0)
    assert author is not None
    assert (author.name, author.is_joint) == ("TCD, MLI", True)
    assert sponsors_in_title("A valley: draft resolution", 0) is None
