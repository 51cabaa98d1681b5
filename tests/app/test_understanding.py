"""Rows of a recorder's table: what is understood of them, and what is told and left alone."""

import pytest
from tests.app.ownkit import HEADS, OSTER, TARNEL, mapping, row

from allegata.app.mapping import known_mapping
from allegata.app.understanding import columns_of, understood
from allegata.model.errors import InputError
from allegata.model.importing import (
    Cell,
    CellProblem,
    ImportedFigure,
    ImportedPlace,
    ImportedRow,
    ImportedSource,
)
from allegata.model.vocabularies import DatePrecision, Event, Outcome, PlacePrecision


def rows_of(*rows: dict[str, str]) -> list[ImportedRow | CellProblem]:
    return [found for _, found in understood(rows, columns_of(HEADS, mapping(), "mine"))]


def one(**told: str) -> ImportedRow:
    (found,) = rows_of(row(code="M1", **told))
    assert isinstance(found, ImportedRow)
    return found


def test_a_row_is_understood_and_keeps_its_cells() -> None:
    (found,) = rows_of(TARNEL)
    assert isinstance(found, ImportedRow)
    assert (found.table, found.id, found.incident, found.problems) == ("mine", "M1", "M1", ())
    assert Cell("day", "05.04.2031") in found.cells
    told = found.told
    assert told is not None
    assert told.aliases == ("M0",)
    assert told.when is not None
    assert (told.when.edtf, told.when.precision) == ("2031-04-05", DatePrecision.DAY)
    assert told.where == ImportedPlace("Tarnel", "", 10.0, 20.0)
    assert told.event is Event.SHELLING
    assert told.figures == (
        ImportedFigure(Outcome.KILLED, "", 4, None, 6, ("least", "most")),
        ImportedFigure(Outcome.INJURED, "", None, 9, None, ("hurt",)),
    )
    assert found.sources == (ImportedSource("", ("https://example.org/tarnel",)),)


def test_unknown_is_not_zero() -> None:
    assert one(least="", hurt="unknown").told.figures == ()  # type: ignore[union-attr]
    (zero,) = one(hurt="0").told.figures  # type: ignore[union-attr]
    assert zero.told == (0,)


def test_several_days_are_an_interval_with_its_precision() -> None:
    when = one(day="05.04.2031", until="06.04.2031").told.when  # type: ignore[union-attr]
    assert when is not None
    assert (when.edtf, when.precision) == ("2031-04-05/2031-04-06", DatePrecision.DAYS_2_6)
    assert when.raw == "05.04.2031 / 06.04.2031"


@pytest.mark.parametrize(
    ("told", "code", "column"),
    [
        ({"least": "two"}, "import.bad_number", "least"),
        ({"least": "9", "most": "4"}, "import.bad_order", "least, most"),
        ({"day": "4/5/31"}, "import.bad_date", "day"),
        ({"day": "05.04.2031", "until": "04.04.2031"}, "import.bad_order", "until"),
        ({"lat": "95", "lon": "3"}, "import.bad_point", "lat"),
        ({"land": "Atlantis"}, "import.unknown_value", "land"),
        ({"kind": "rain"}, "import.unknown_value", "kind"),
    ],
)
def test_a_cell_that_is_not_understood_is_told_and_kept(
    told: dict[str, str], code: str, column: str
) -> None:
    found = one(**told)
    assert [(each.code, each.column) for each in found.problems] == [(code, column)]
    kept = {cell.column: cell.value for cell in found.cells}
    assert {name: kept[name] for name in told} == told


def test_a_row_without_an_id_or_with_a_taken_one_is_refused() -> None:
    found = rows_of(TARNEL, row(day="05.04.2031"), {**OSTER, "code": "M1"})
    assert [each.code for each in found if isinstance(each, CellProblem)] == [
        "import.no_id",
        "import.same_id",
    ]


def test_a_table_without_ids_is_refused_with_its_heads() -> None:
    with pytest.raises(InputError, match="It has day, town"):
        columns_of(("day", "town"), mapping(), "mine")


def test_ucdp_like_rows_have_low_best_high_and_codes_of_precision() -> None:
    cells = {
        "id": "77",
        "date_start": "2031-04-01",
        "date_end": "2031-04-30",
        "date_prec": "4",
        "where_coordinates": "Tarnel",
        "where_prec": "4",
        "latitude": "10",
        "longitude": "20",
        "low": "3",
        "best": "5",
        "high": "8",
        "deaths_civilians": "5",
    }
    columns = columns_of(tuple(cells), known_mapping("ucdp-ged"), "ged")
    ((_, found),) = understood([cells], columns)
    assert isinstance(found, ImportedRow)
    assert found.told is not None
    assert found.told.when is not None
    assert found.told.when.precision is DatePrecision.MONTH
    assert found.told.where is not None
    assert found.told.where.precision is PlacePrecision.ADM1
    assert [(each.group, each.low, each.best, each.high) for each in found.told.figures] == [
        ("", 3, 5, 8),
        ("civilians", None, 5, None),
    ]
