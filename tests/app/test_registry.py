"""What people say of documents and sources."""

from dataclasses import replace

import pytest

from allegata.app.case import Case
from allegata.model.errors import InputError
from allegata.model.source import Source
from allegata.model.vocabularies import Sensitivity, SourceKind


def test_what_people_say_of_a_document_beats_what_was_read(case: Case, letter: str) -> None:
    case.set_fields(
        letter,
        {
            "symbol": "S/2031/12",
            "url": "https://example.org/a",
            "published": "2031-04-08",
            "sensitivity": "secret",
            "may_publish": True,
        },
        reviewer="r1",
    )
    shown = case.document(letter)
    assert shown.document is not None
    assert shown.document.un is not None
    assert (shown.document.un.symbol, shown.document.un.symbol_basis) == ("S/2031/12", "external")
    assert shown.document.provenance.url == "https://example.org/a"
    assert (shown.row.symbol, shown.row.published) == ("S/2031/12", "2031-04-08")
    assert (shown.row.sensitivity, shown.row.may_publish) == (Sensitivity.SECRET, True)
    case.set_fields(letter, {"symbol": "", "url": None}, reviewer="r1")
    again = case.document(letter).document
    assert again is not None
    assert (again.un, again.provenance.url) == (None, None)
    assert case.verify().problems == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "javascript:alert(1)"),
        ("published", "5 April"),
        ("published", "2031-13-01"),
        ("language", "English"),
        ("symbol", "<b>"),
        ("sensitivity", "low"),
        ("may_publish", "perhaps"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_refused(
    case: Case, letter: str, field: str, value: str
) -> None:
    with pytest.raises(InputError) as caught:
        case.set_fields(letter, {field: value}, reviewer="r1")
    assert caught.value.code == "case.field_value"


@pytest.mark.parametrize("value", ["2031", "2031-04", "2031-04-08"])
def test_dates_may_be_as_coarse_as_they_are_known(case: Case, letter: str, value: str) -> None:
    case.set_fields(letter, {"published": value}, reviewer="r1")
    assert case.document(letter).row.published == value


def test_a_field_that_does_not_exist_is_refused(case: Case, letter: str) -> None:
    with pytest.raises(InputError) as caught:
        case.set_fields(letter, {"colour": "red"}, reviewer="r1")
    assert caught.value.code == "case.no_field"


def test_sources_are_registered_and_replaced(case: Case) -> None:
    watch = Source("watch", "The Watch", SourceKind.NGO, alias="Bluebird")
    case.add_source(watch, reviewer="r1")
    case.add_source(replace(watch, may_publish=True), reviewer="r1")
    assert case.sources() == (replace(watch, may_publish=True),)
    assert case.verify().problems == ()
