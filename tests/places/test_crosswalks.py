"""Every precision has its codes, and they grow coarser with it."""

from allegata.model.vocabularies import PlacePrecision
from allegata.places.crosswalks import codes_of


def test_every_precision_has_a_code_of_ucdp_that_never_gets_finer() -> None:
    codes = [codes_of(precision).ucdp for precision in PlacePrecision]
    assert None not in codes
    assert codes == sorted(codes, key=lambda code: code or 0)


def test_a_settlement_is_called_by_its_people_where_they_are_known() -> None:
    labels = [codes_of(PlacePrecision.SETTLEMENT, people=n).airwars for n in (200, 20_000, 900_000)]
    assert labels == ["Village", "Town", "City"]
    assert codes_of(PlacePrecision.SETTLEMENT).airwars is None
