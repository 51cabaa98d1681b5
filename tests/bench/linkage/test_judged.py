"""The judged pairs say what both readers said, and nothing of the texts."""

import re

from bench.linkage.judged import agreement, is_learned, judged, key_of, right, verdicts


def test_the_file_holds_pairs_of_rows_and_verdicts_alone() -> None:
    rows = judged()
    assert len({key_of(row) for row in rows}) == len(rows) == 500
    assert {row["case"] for row in rows} == {"nigeria_2011", "ssudan_2015"}
    for row in rows:
        assert re.fullmatch(r"[a-z]+:\d+", row["a"])
        assert re.fullmatch(r"[a-z]+:\d+", row["b"])
        assert {row["reader_1"], row["reader_2"]} <= {"same", "part", "different"}


def test_gold_is_what_both_readers_hold() -> None:
    for row in judged():
        agreed = row["reader_1"] == row["reader_2"]
        assert row["gold"] == (row["reader_1"] if agreed else "")
    told = [row["gold"] for row in judged()]
    assert len(verdicts()) == told.count("same") + told.count("different")


def test_about_half_is_learned_from() -> None:
    assert 200 < sum(is_learned(key_of(row)) for row in judged()) < 300


def test_a_pair_that_a_method_does_not_know_is_one_that_it_does_not_hold() -> None:
    gold = {("c", "a", "b"): True, ("c", "d", "e"): True, ("c", "f", "g"): False}
    assert right(gold, {("c", "a", "b"): True, ("c", "f", "g"): True}) == (50.0, 50.0)
    assert right(gold, {}) == (0.0, 0.0)


def test_readers_who_always_agree_have_a_kappa_of_one() -> None:
    assert agreement([("same", "same"), ("part", "part")]) == (100.0, 1.0)
    assert agreement([("same", "same"), ("same", "same")]) == (100.0, 1.0)
