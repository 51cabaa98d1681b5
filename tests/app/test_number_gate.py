"""A count of a number that OCR read in Arabic script stands once the number was seen."""

from dataclasses import replace

import pytest
from tests.app.ocrkit import SCAN, read_as, scanned
from tests.app.test_ocr_numbers import seen
from tests.store.casekit import source_of

from allegata.app.number_gate import Standing, settled, standing, with_number_doubts
from allegata.app.ocr_numbers import ocr_numbers
from allegata.app.views import OcrNumber
from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.errors import InputError
from allegata.model.number import NumberSeen
from allegata.model.reading import Refusal
from allegata.model.span import Span
from allegata.model.vocabularies import Qualifier

LAYER = scanned(SCAN)


def numbers(*told: NumberSeen) -> tuple[OcrNumber, ...]:
    return ocr_numbers([LAYER], None, told)


@pytest.fixture
def claims() -> tuple[Claim, ...]:
    reading = read_as()(source_of("scan.pdf", SCAN))
    assert not isinstance(reading, Refusal)
    return reading.claims


@pytest.fixture
def count(claims: tuple[Claim, ...]) -> Count:
    """43 killed."""
    return claims[0].counts[0]


def test_proposals_carry_the_doubt_until_their_number_is_seen(claims: tuple[Claim, ...]) -> None:
    assert [[doubt.code for doubt in claim.doubts] for claim in claims] == [
        ["count.number_unseen"],
        ["count.number_unseen"],
        [],  # the English page
    ]
    start = SCAN.index("43")
    assert claims[0].doubts[0].span == Span("t0", start, start + 2)
    after = with_number_doubts(claims, numbers(seen(LAYER, "43"), seen(LAYER, "12", "17")))
    assert [[doubt.code for doubt in claim.doubts] for claim in after] == [
        [],
        ["count.number_differs"],
        [],
    ]
    assert "17" in after[1].doubts[0].message


@pytest.mark.parametrize(
    ("bounds", "qualifier", "value", "found"),
    [
        ((43, 43, 43), Qualifier.STATED, "43", Standing.STANDS),
        ((43, 43, 43), Qualifier.STATED, "٤٣", Standing.STANDS),
        ((43, 43, 43), Qualifier.STATED, "48", Standing.DIFFERS),
        ((43, 43, 43), Qualifier.STATED, "", Standing.DIFFERS),
        ((43, 43, 43), Qualifier.STATED, None, Standing.UNSEEN),
        ((43, None, None), Qualifier.AT_LEAST, "43", Standing.STANDS),
        ((44, None, None), Qualifier.MORE_THAN, "43", Standing.STANDS),
        ((44, None, None), Qualifier.AT_LEAST, "43", Standing.DIFFERS),
        ((None, None, 42), Qualifier.FEWER_THAN, "43", Standing.STANDS),
        ((None, None, None), Qualifier.VAGUE, None, Standing.STANDS),
    ],
)
def test_a_count_stands_where_its_bounds_were_seen(
    count: Count,
    bounds: tuple[int | None, int | None, int | None],
    qualifier: Qualifier,
    value: str | None,
    found: Standing,
) -> None:
    low, best, high = bounds
    counted = replace(count, low=low, best=best, high=high, qualifier=qualifier)
    assert standing(counted, numbers(seen(LAYER, "43", value))) is found


def test_every_number_within_the_words_of_a_count_must_be_seen(count: Count) -> None:
    both = replace(count, span=Span("t0", SCAN.index("43"), SCAN.index("12") + 2))
    assert standing(both, numbers(seen(LAYER, "43"))) is Standing.UNSEEN
    told = (seen(LAYER, "43"), seen(LAYER, "12", "12"))
    assert standing(both, numbers(*told)) is Standing.STANDS


@pytest.mark.parametrize(
    ("told", "code"),
    [((), "review.number_unseen"), ((seen(LAYER, "43", "48"),), "review.number_differs")],
)
def test_what_does_not_stand_is_not_accepted(
    claims: tuple[Claim, ...], told: tuple[NumberSeen, ...], code: str
) -> None:
    for before in (claims[0], None):
        with pytest.raises(InputError) as caught:
            settled(claims[0], before, numbers(*told))
        assert caught.value.code == code
        assert caught.value.hint


def test_a_person_may_say_against_the_picture_what_the_count_is(claims: tuple[Claim, ...]) -> None:
    edited = replace(claims[0], counts=(replace(claims[0].counts[0], low=40),))
    told = numbers(seen(LAYER, "43", "48"))
    judged = settled(edited, claims[0], told)
    assert judged.counts == edited.counts
    assert [doubt.code for doubt in judged.doubts] == ["count.number_differs"]
    with pytest.raises(InputError):
        settled(edited, claims[0], numbers())
    agreeing = settled(claims[0], claims[0], numbers(seen(LAYER, "43")))
    assert agreeing.doubts == ()
