"""What the head of a document says of it, and what is not read from the body."""

import pytest

from allegata.un.kinds import read_kind
from allegata.un.masthead import Masthead, read_masthead

MODERN = """United Nations S/2031/77/Rev.1
Security Council Distr.: General
6 February 2031
Original: English
31-01779 (E) 060231
*3101779*
Report of the Secretary-General on a mission (S/2030/1)
"""
OLD = """UNITED
NATIONS AS
General Assembly
Security Council
Distr.
GENERAL
A/47/912/Add.1
S/26916/Add.1
27 October 1993
ENGLISH
ORIGINAL: SPANISH
GENERAL ASSEMBLY SECURITY COUNCIL
Forty-seventh session Forty-eighth year
Agenda item 36
THE SITUATION IN AN INVENTED LAND
"""


def test_a_modern_masthead_is_read_whole() -> None:
    head = read_masthead(MODERN)
    assert head == Masthead(
        organ="S",
        symbol="S/2031/77/Rev.1",
        distribution="general",
        issued="2031-02-06",
        language=None,
        original_language="en",
        job_number="31-01779",
        end=MODERN.index("Report"),
    )
    assert head.is_present


def test_a_masthead_of_the_nineties_with_two_symbols_is_read_whole() -> None:
    head = read_masthead(OLD)
    assert head == Masthead(
        organ="A",
        symbol="A/47/912/Add.1-S/26916/Add.1",
        distribution="general",
        issued="1993-10-27",
        language="en",
        original_language="es",
        end=OLD.index("THE SITUATION"),
        session="47",
        council_year=48,
        agenda_items=("36",),
    )


@pytest.mark.parametrize(
    ("text", "issued", "language", "original"),
    [
        (
            (
                "Nations Unies\nConseil de sécurité\nDistr. générale\n1er juillet 2031\n"
                "Français\nOriginal : arabe\nLettre"
            ),
            "2031-07-01",
            "fr",
            "ar",
        ),
        (
            (
                "Naciones Unidas\nConsejo de Seguridad\nDistr. general\n27 de abril de 2031\n"
                "Español\nOriginal: inglés\nCarta"
            ),
            "2031-04-27",
            "es",
            "en",
        ),
        (
            (
                "Организация Объединенных Наций\nСовет Безопасности\nDistr.: General\n"
                "27 April 2031\nRussian\nOriginal: Arabic\nПисьмо"
            ),
            "2031-04-27",
            "ru",
            "ar",
        ),
    ],
)
def test_other_languages_are_read_english_words_among_them(
    text: str, issued: str, language: str, original: str
) -> None:
    head = read_masthead(text)
    assert (head.organ, head.symbol, head.distribution) == ("S", None, "general")
    assert (head.issued, head.language, head.original_language) == (issued, language, original)


def test_a_symbol_in_the_body_is_never_the_documents_own() -> None:
    head = read_masthead("Security Council\nDistr.: General\nI refer to S/2031/5.\nS/2031/6\n")
    assert (head.symbol, head.distribution) == (None, "general")


def test_a_banner_before_the_masthead_is_passed_over() -> None:
    text = "SPECIMEN: an invented letter.\n\nSecurity Council\nDistr.: Limited\n1 May 2031\n"
    head = read_masthead(text)
    assert (head.organ, head.distribution, head.issued) == ("S", "limited", "2031-05-01")


def test_an_impossible_date_is_no_date() -> None:
    assert read_masthead("Security Council\nDistr.: General\n31 April 2031\n").issued is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Five people were hurt on 3 May 2031, the ministry said.",
        "SC/14982\n3 May 2031\nSecurity Council\nSecurity Council deplores an attack",
        "Security Council resolution 2253 (2015) was cited.",
        "General Assembly of the village council\n3 May 2031\n",
    ],
)
def test_press_releases_and_prose_have_no_masthead(text: str) -> None:
    assert not read_masthead(text).is_present


def test_a_job_number_joined_to_the_line_above_is_found() -> None:
    text = "Security Council\nDistr.: General\nA long title 31-90661 (E) 050431 050431\nThree of\n"
    assert read_masthead(text).job_number == "31-90661"
    assert read_masthead(text.replace(" (E) 050431 050431", "")).job_number is None


def test_the_masthead_ends_before_a_title_that_begins_with_the_houses_name() -> None:
    text = "Security Council\nDistr.: General\n1 May 2031\nUnited Nations Mission in the Valley\n"
    head = read_masthead(text)
    assert text[head.end :] == "United Nations Mission in the Valley\n"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Third progress report of the Secretary-General on a mission", "report"),
        ("Resolution 2253 (2031)", "resolution"),
        ("Statement by the President of the Security Council", "presidential_statement"),
        ("Rapport du Secrétaire général", "report"),
        ("An invented valley", None),
    ],
)
def test_the_kind_is_that_of_the_title(title: str, kind: str | None) -> None:
    text = f"Security Council\nDistr.: General\n1 May 2031\n\n{title}\n\nThe report of the day.\n"
    assert read_kind(text, read_masthead(text)) == kind
