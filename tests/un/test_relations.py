"""The relation and the date of a cited document, by the words around it."""

import pytest

from allegata.un.clearing import clear
from allegata.un.relations import Surroundings
from allegata.un.symbol_lists import read_symbols


def around(text: str) -> Surroundings:
    cleared = clear(text)
    return Surroundings(cleared, read_symbols(cleared.text))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Further to our letter (S/2031/7)", "previous"),
        ("my latest report (S/2031/7)", "cites"),
        ("my report (S/2031/7)", "cites"),
        ("our aim. The report (S/2031/7)", "cites"),
        ("our letter and the report of another (S/2031/7)", "previous"),
        ("in reply to the note of Chad (S/2031/7)", "replies_to"),
        ("in reply to events (S/2031/7)", "cites"),
        ("a correction to S/2031/7", "corrects"),
        ("the text transmitted herewith (S/2031/7)", "annexed"),
        ("comme suite à nos lettres (S/2031/7)", "previous"),
        ("ссылаясь на наши письма (S/2031/7)", "previous"),
        ("我先前的信(S/2031/7)", "previous"),
        ("S/2031/7", "cites"),
    ],
)
def test_the_nearest_cue_in_the_sentence_counts(text: str, relation: str) -> None:
    assert around(text).relation(0)[0] == relation


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("In my report to the Security Council of 12 June 2031 (S/2031/7), I told", "2031-06-12"),
        ("the statement dated 12 June 2031 (S/2031/7)", "2031-06-12"),
        ("the 12 June 2031 report (S/2031/7)", "2031-06-12"),
        ("document S/2031/7 of 12 June 2031", "2031-06-12"),
        ("letter dated 12 June 2031 from the Minister of Chad (S/2031/7)", "2031-06-12"),
        ("le rapport du 12 juin 2031 (S/2031/7)", "2031-06-12"),
        ("el informe de 12 de junio de 2031 (S/2031/7)", "2031-06-12"),
        ("доклад от 12 июня 2031 года (S/2031/7)", "2031-06-12"),
        ("den Bericht vom 12. Juni 2031 (S/2031/7)", "2031-06-12"),
        ("the raid of 12 June 2031 (S/2031/7)", None),
        ("le 12 juin 2031, comme dit dans le document paru sous la cote S/2031/7", None),
        ("on 31 June 2031, my report of 31 June 2031 (S/2031/7)", None),
    ],
)
def test_the_day_of_a_document_is_read_and_that_of_an_event_is_not(
    text: str, dated: str | None
) -> None:
    assert around(text).date(0, None)[0] == dated


def test_a_day_between_two_symbols_is_that_of_the_one_it_introduces() -> None:
    found = around("statements of 15 January 2031 (S/2031/1), of 28 July 2031 (S/2031/4)")
    assert [found.date(at, None)[0] for at in (0, 1)] == ["2031-01-15", "2031-07-28"]
