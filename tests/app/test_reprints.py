"""Copies of one text are one origin; likeness alone of what is told is none."""

from allegata.app.reprints import copied_from, likeness, sketches_of
from allegata.model.linking import ClaimRef
from allegata.stages.resolve.wording import sketch

AGENCY = (
    "On the night of 5 to 6 April missiles hit the grain market of Tarnel and 43 people were "
    "killed while sixty others were taken to the hospital of the town by their neighbours"
)
OTHER = "A monitoring group counted between 38 and 41 dead in the market of Tarnel after a strike"
SKETCHES = {
    "agency": [sketch(AGENCY)],
    "reprint": [sketch(f"{AGENCY} late at night")],
    "second": [sketch(f"Tarnel: {AGENCY}")],
    "monitor": [sketch(OTHER)],
}


def test_a_copy_is_of_the_earliest_text() -> None:
    assert copied_from(["agency", "monitor", "reprint", "second"], SKETCHES) == {
        "reprint": "agency",
        "second": "agency",
    }


def test_who_comes_first_is_no_copy() -> None:
    assert copied_from(["reprint", "agency"], SKETCHES) == {"agency": "reprint"}
    assert copied_from(["monitor", "agency"], SKETCHES) == {}


def test_texts_too_short_to_compare_are_no_copies() -> None:
    assert likeness((), ()) == 0.0
    assert copied_from(["x", "y"], {"x": [()], "y": [()]}) == {}


def test_sketches_are_those_of_the_accounts_of_claims() -> None:
    words = {ClaimRef("a", "c1"): (1, 2), ClaimRef("a", "c2"): (1, 2), ClaimRef("b", "c3"): ()}
    assert sketches_of(list(words), words) == {"a": [(1, 2)]}
