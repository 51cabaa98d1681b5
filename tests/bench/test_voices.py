"""The gold of the set ``voices`` and how it is scored."""

import pytest
from bench.sets.voices import read_passage
from bench.voices.gold import Passage, bounds, load_passages, passage_of
from bench.voices.scoring import score


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("43", (43, 43, 43)),
        ("22+", (22, None, None)),
        ("-9", (None, None, 9)),
        ("~25", (None, 25, None)),
        ("15-20", (15, None, 20)),
        ("some", (None, None, None)),
    ],
)
def test_a_number_of_the_gold_has_the_bounds_of_a_count(
    said: str, expected: tuple[int | None, ...]
) -> None:
    assert bounds(said) == expected


def test_every_passage_has_an_id_of_its_own_and_both_parts_are_there() -> None:
    passages = load_passages()
    assert len(passages) >= 150
    assert len({passage.id for passage in passages}) == len(passages)
    assert {passage.part for passage in passages} == {"read", "check"}


def test_words_that_are_not_in_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="does not hold the words"):
        _passage("Two men were killed.", {"at": "three men"})


def test_a_missed_claim_and_an_invented_one_are_both_wrong() -> None:
    passage = _passage("Two men were killed in Oredan.", {"at": "in Oredan", "injured": "3"})
    tallies = score([(passage, read_passage(passage))])
    assert (tallies.right["harm_recall"], tallies.asked["harm_recall"]) == (0, 1)
    assert (tallies.right["harm_precision"], tallies.asked["harm_precision"]) == (0, 1)
    assert (tallies.right["counts_precision"], tallies.asked["counts_precision"]) == (0, 1)


def test_what_is_usual_is_not_asked_and_what_is_not_is() -> None:
    passage = _passage("Two men were killed.", {"at": "Two men were killed", "killed": "2"})
    tallies = score([(passage, read_passage(passage))])
    assert tallies.right["counts_recall"] == tallies.asked["counts_recall"] == 1
    assert tallies.asked["stance"] == 0
    said = {"at": "Two men were killed", "killed": "2", "modality": "possible"}
    passage = _passage("Two men were killed.", said)
    tallies = score([(passage, read_passage(passage))])
    assert (tallies.right["modality"], tallies.asked["modality"]) == (0, 1)


def _passage(text: str, claim: dict[str, str]) -> Passage:
    return passage_of({"id": "specimen", "text": text, "claim": [claim]})
