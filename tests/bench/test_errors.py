"""Pages of errors show read items, the dearest first, with every count's words marked."""

from pathlib import Path

import pytest
from bench.judging import JUDGES, Judged
from bench.parts import Item

from bench import errors, gate

RELEASES: list[Item] = [
    {"id": "a", "text": "Two insurgents were killed in a clash.", "gold": {"min_killed": 2}},
    {"id": "b", "text": "Nine insurgents were killed & two wounded.", "gold": {"min_killed": 1}},
    {"id": "c", "text": "Four insurgents were killed.", "gold": {"min_killed": 3}},
]
GOLD: dict[str, object] = {
    "min_captured": 0,
    "start_date": None,
    "province": [],
    "airstrike": False,
}


@pytest.fixture
def items(monkeypatch: pytest.MonkeyPatch) -> list[errors.Item]:
    releases = [{**one, "gold": {**GOLD, **one["gold"]}} for one in RELEASES]  # type: ignore[dict-item]
    monkeypatch.setattr(errors, "items_of", lambda _: releases)
    return errors.judge_items("isaf")


def test_the_dearest_error_comes_first(items: list[errors.Item]) -> None:
    assert [item.key for item in items] == ["b", "c", "a"]
    assert [judged.field for judged in items[0].fields if not judged.right] == ["killed"]


def test_a_number_costs_by_how_far_off_it_is() -> None:
    assert Judged("killed", 1, 9).cost > Judged("killed", 8, 9).cost > 0
    assert Judged("killed", 0, None).cost == 1.0


def test_the_words_of_a_count_are_marked_and_the_text_is_escaped(items: list[errors.Item]) -> None:
    shown = errors.marked(items[0])
    assert ">Nine<sub>c1</sub></mark> insurgents were killed &amp; " in shown


def test_fields_gained_and_lost_are_told_item_by_item(items: list[errors.Item]) -> None:
    before = {"a": ["captured"], "b": ["killed", "captured", "date", "province", "airstrike"]}
    gained, lost = errors.compare(before, items)
    assert gained["a"] == ["killed", "date", "province", "airstrike"]
    assert lost == {"b": ["killed"]}


def test_a_later_page_is_compared_with_the_accepted_run(
    items: list[errors.Item], tmp_path: Path
) -> None:
    assert "gained 0, lost 0" in errors.write_page("isaf", items, tmp_path)
    errors.accept("isaf", tmp_path)
    kept = [item for item in items if item.key != "a"]
    assert "gained 0, lost 0" in errors.write_page("isaf", kept, tmp_path)
    assert "<h2 id='b'>" in (tmp_path / "isaf.errors.html").read_text("utf-8")


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(JUDGES))
def test_items_of_check_are_never_judged(name: str) -> None:
    try:
        items = gate.items_of(name)
    except FileNotFoundError:
        pytest.skip("needs the development data")
    digest_of = gate.SETS[name].digest_of
    assert {digest_of(item)[0] for item in items} <= set("012345")
