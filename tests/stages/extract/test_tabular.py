"""Rows of tables as claims, in our own words about invented events."""

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.vocabularies import Scope
from allegata.wiring import read

TABLE = (
    "| Date | Place | Event | Killed | Wounded |\n|---|---|---|---|---|\n"
    "| 3 August 2017 | Elmet | Shelling | 2 | 1 |\n| 9 August 2017 | Corun | Air strike | 1 | 0 |\n"
)


def reading(text: str) -> Reading:
    content = text.encode()
    result = read(SourceFile(content_id(content), "n.txt", content, "text/plain", "utf-8", "en"))
    assert isinstance(result, Reading)
    return result


def test_a_row_with_a_day_is_an_incident() -> None:
    found = reading(TABLE)
    first, second = found.claims
    assert [(c.outcome.value, c.best) for c in first.counts] == [("killed", 2), ("injured", 1)]
    assert (first.event.value, second.event.value) == ("shelling", "air_strike")
    assert first.when is not None
    assert first.when.edtf == "2017-08-03"
    assert [place.raw for place in second.where] == ["Corun"]
    assert first.incident != second.incident
    assert len(found.incidents) == 2


def test_a_row_of_a_district_is_a_sum() -> None:
    (claim,) = reading("| District | Killed |\n|---|---|\n| North Vale | 41 |\n").claims
    assert (claim.scope, claim.incident) == (Scope.AGGREGATE, None)
    assert [count.raw for count in claim.counts] == ["41"]
