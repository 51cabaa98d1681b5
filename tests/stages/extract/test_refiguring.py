"""A figure told alone, in our own words about invented events."""

from allegata.model.claim import Claim
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.wiring import read


def claims(text: str) -> list[Claim]:
    content = text.encode()
    result = read(SourceFile(content_id(content), "n.txt", content, "text/plain", "utf-8", "en"))
    assert isinstance(result, Reading)
    return [claim for claim in result.claims if claim.counts]


def test_a_correct_figure_takes_the_place_of_the_one_before() -> None:
    old, new = claims("Nine people were killed at the crossing. The correct figure is seven.")
    assert (old.attribution.stance.value, new.attribution.stance.value) == ("retracts", "corrects")
    assert [count.best for count in new.counts] == [7]
    assert new.counts[0].outcome.value == "killed"
    assert new.incident == old.incident


def test_another_version_is_a_claim_of_its_own() -> None:
    first, second = claims("Six guards were wounded. The mayor put the number at four.")
    assert [count.best for count in (*first.counts, *second.counts)] == [6, 4]
    assert second.counts[0].outcome.value == "injured"


def test_a_figure_of_other_things_counts_nobody() -> None:
    assert claims("The city has many schools. The number has reached 21.") == []
    (claim,) = claims("Two men were killed. The number stands at 40 schools.")
    assert [count.best for count in claim.counts] == [2]
