"""Which figures of a recorder's list have words in the documents held."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.app.ownkit import SOURCE, TARNEL, mapping, own_case, row, sheet

from allegata.app.case import Case
from allegata.model.importing import FigureCheck, OwnCheck, Support
from allegata.model.vocabularies import Outcome


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with own_case(tmp_path / "road.case") as made:
        yield made


def checks(case: Case, *rows: dict[str, str], text: str = "") -> tuple[OwnCheck, ...]:
    case.import_table(sheet(*rows), mapping(text) if text else mapping(), reviewer="r1")
    return case.unsupported()


def told(figures: tuple[FigureCheck, ...]) -> list[tuple[str, int, str]]:
    return [(each.outcome.value, each.number, each.support.value) for each in figures]


def test_each_number_is_said_said_otherwise_or_not_at_all(case: Case) -> None:
    found, unheld = checks(case)
    assert told(found.figures) == [
        ("killed", 4, "said"),
        ("killed", 6, "otherwise"),
        ("injured", 9, "said"),
    ]
    assert told(unheld.figures) == [("killed", 1, "unheld")]
    assert unheld.figures[0].bounds == ("low", "high")


def test_the_words_are_told_with_their_place_and_speaker(case: Case) -> None:
    (words,) = checks(case)[0].figures[0].words
    assert words.fits
    assert (words.quote, words.numbers, words.name) == ("4 people were killed", (4,), "letter.txt")
    document = case.document(words.document).document
    assert document is not None
    assert document.layers[0].text[words.start : words.end] == words.raw == "4"
    assert words.published == "2031-04-08"


def test_an_incident_that_is_told_without_the_number_is_silent(case: Case) -> None:
    lost = 'of = "incidents"\n[columns]\nid = "code"\nplace = "town"\nlat = "lat"\nlon = "lon"\n'
    lost += '[[figures]]\noutcome = "missing"\nbest = "hurt"\n'
    (found,) = checks(case, TARNEL, text=lost)
    assert told(found.figures) == [("missing", 9, "silent")]


def test_a_number_of_children_is_not_supported_by_a_number_of_people(case: Case) -> None:
    young = 'of = "incidents"\n[columns]\nid = "code"\nplace = "town"\nlat = "lat"\nlon = "lon"\n'
    young += '[[figures]]\noutcome = "killed"\ngroup = "children"\nbest = "least"\n'
    young += '[[figures]]\noutcome = "killed"\ngroup = "civilians"\nbest = "least"\n'
    (found,) = checks(case, TARNEL, text=young)
    assert [each.support for each in found.figures] == [Support.SILENT, Support.SAID_OF_OTHERS]


def test_addresses_of_sources_are_held_or_missing(case: Case) -> None:
    both = f"{SOURCE}; https://example.org/other"
    (found,) = checks(case, {**TARNEL, "links": both})
    assert (found.held, found.missing) == ((SOURCE,), ("https://example.org/other",))


def test_an_incident_without_figures_is_told_without_any(case: Case) -> None:
    (found,) = checks(case, row(code="M9"))
    assert (found.id, found.when, found.where, found.figures) == ("M9", "", "", ())
    assert Outcome.KILLED not in {each.outcome for each in found.figures}
