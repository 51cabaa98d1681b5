"""Confidence comes from signs with a measured table, and a doubt can only lower it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.claim import Claim, is_weighed
from allegata.model.count import Count
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.stages.resolve.confidence import load_model, looked_up, model_label, read_model
from allegata.stages.resolve.signs import DOUBTS
from allegata.wiring import read

MODEL = load_model()
PLAIN = sorted(set(MODEL.weights) - DOUBTS)
LEAD = "Shells hit the village of Harazi on 4 March 2031. "


def reading_of(text: str) -> Reading:
    content = text.encode()
    reading = read(
        SourceFile(
            id=content_id(content),
            name="specimen.txt",
            content=content,
            media_type="text/plain",
            encoding="utf-8",
            language="en",
            published="2031-03-05",
        )
    )
    assert isinstance(reading, Reading)
    return reading


def counted(text: str) -> list[tuple[Claim, Count]]:
    return [(claim, count) for claim in reading_of(text).claims for count in claim.counts]


@given(st.sets(st.sampled_from(PLAIN), max_size=25), st.sampled_from(sorted(DOUBTS)))
def test_a_sign_of_doubt_always_lowers_confidence(signs: set[str], doubt: str) -> None:
    plain, doubtful = MODEL.score(sorted(signs)), MODEL.score(sorted({*signs, doubt}))
    assert doubtful < plain
    for table in (MODEL.counts, MODEL.claims):
        # what is shown has three places, and small differences of the sum are lost in them
        assert looked_up(table, doubtful) <= looked_up(table, plain)


@given(st.floats(-30, 30), st.floats(-30, 30))
def test_a_larger_sum_is_never_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    for table in (MODEL.counts, MODEL.claims):
        assert 0 < looked_up(table, low) <= looked_up(table, high) < 1


@pytest.mark.parametrize(
    "doubtful",
    [
        "Two men were allegedly killed.",
        "Two men may have been killed.",
        "About two men were killed.",
        "Several men were killed.",
        "A man was killed.",
        "The militia threatened to kill two men.",
        "If the dam broke, two men would be killed.",
        "The claim that two men were killed cannot be confirmed.",
        "Since the beginning of the year two men have been killed.",
    ],
)
def test_a_doubtful_reading_is_less_sure_than_a_plain_one(doubtful: str) -> None:
    ((plain_claim, plain),) = counted(LEAD + "Two men were killed.")
    claim, count = counted(LEAD + doubtful)[0]
    assert count.confidence < plain.confidence
    assert claim.confidence < plain_claim.confidence


def test_what_is_only_supposed_is_not_likely() -> None:
    ((_, count),) = counted(LEAD + "If the dam broke, two men would be killed.")
    assert count.confidence < 0.4


def test_the_signs_that_weigh_most_are_told_in_words() -> None:
    ((claim, _),) = counted(LEAD + "If the dam broke, two men would be killed.")
    weighed = [reason for reason in claim.reasons if is_weighed(reason)]
    assert weighed[0] == "against: planned, threatened or only supposed"
    assert len(weighed) == 3
    assert claim.reasons[0] == "harm.passive"


def test_the_run_names_the_model() -> None:
    assert reading_of("Two men were killed.").run.model == model_label()
    assert model_label().startswith("confidence@")


def test_signs_are_kept_for_each_count() -> None:
    reading = reading_of(LEAD + "Two men were killed and three women were wounded.")
    assert set(reading.signs) == {c.id for claim in reading.claims for c in claim.counts}
    assert "rule.harm.passive" in reading.signs["c1"]
    assert "distance.near" in reading.signs["c1"]


def test_a_model_is_read_from_its_file() -> None:
    model = read_model(
        b'{"bias": -50, "weights": {"size.one": 150}, "counts": [[0, 0.5], [1, 0.7]],'
        b' "claims": [[0, 0.4], [1, 0.6]], "words": {"size.one": "one person"}}'
    )
    assert model.score(["size.one", "size.many"]) == 1.0
    assert model.reasons(["size.one", "size.many"]) == ("for: one person",)
