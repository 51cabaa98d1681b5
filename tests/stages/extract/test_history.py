"""What is told as history, in our own words about invented events."""

from allegata.model.claim import Claim
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.vocabularies import Scope
from allegata.wiring import read


def claims(text: str) -> list[Claim]:
    content = text.encode()
    result = read(
        SourceFile(
            content_id(content),
            "n.txt",
            content,
            "text/plain",
            "utf-8",
            "en",
            published="2013-02-21",
        )
    )
    assert isinstance(result, Reading)
    return list(result.claims)


def test_a_year_long_past_is_background_and_of_no_incident() -> None:
    old, new = claims(
        "In 1974 the army killed 300 people. On 18 February 2013 a shell killed two dockers."
    )
    assert (old.scope, old.incident) == (Scope.BACKGROUND, None)
    assert new.scope is Scope.INCIDENT


def test_years_ago_is_background() -> None:
    (claim,) = claims("Ten years ago, soldiers killed 12 villagers in Elmet.")
    assert claim.scope is Scope.BACKGROUND


def test_a_year_just_past_is_none() -> None:
    (claim,) = claims("In 2012 soldiers killed 12 villagers in Elmet.")
    assert claim.scope is Scope.INCIDENT


def test_a_date_has_its_clock_time() -> None:
    (claim,) = claims("At 0415 hours on 17 February 2013 a shell killed two men.")
    assert claim.when is not None
    assert (claim.when.edtf, claim.when.time) == ("2013-02-17", "04:15")
