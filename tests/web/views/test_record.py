"""A record as the Incident room gets it."""

import json
from dataclasses import replace

from tests.app.statuskit import contested
from tests.web import records

from allegata.model.record import Origin, OriginRow
from allegata.web.views.record import document_ids, origin_view, record_view
from allegata.web.views.told import Sight

VIEW = record_view(records.record(), Sight(records.documents()))


def rows() -> list[dict[str, object]]:
    found = VIEW["rows"]
    assert isinstance(found, list)
    return [dict(row) for row in found if isinstance(row, dict)]


def told(row: int) -> list[dict[str, object]]:
    counts = rows()[row]["counts"]
    assert isinstance(counts, list)
    return counts


def test_there_is_a_row_for_each_origin_with_its_name_as_it_is_said() -> None:
    names = [row["origin"]["name"] for row in rows()]  # type: ignore[index]
    assert names == ["The Syrian Arab Republic", "Oster Monitor"]


def test_each_count_says_why_it_is_counted_or_not() -> None:
    assert [(each["key"], each["used"], each["reason"]) for each in told(0)] == [
        ("b/c1", True, ""),
        ("c/c1", False, "same origin: SYR"),
        ("a/c1", False, "superseded by 45 on 2031-04-20"),
    ]


def test_running_totals_are_set_apart() -> None:
    assert [each["apart"] for each in told(1)] == [False, True]


def test_rules_come_with_the_project_s_first_and_what_each_leaves_out() -> None:
    rules = VIEW["rules"]
    assert isinstance(rules, list)
    assert [rule["rule"] for rule in rules if isinstance(rule, dict)] == [
        "added@1",
        "median@1",
        "acled@1",
    ]
    (tally,) = VIEW["tallies"]  # type: ignore[misc, str-unpack]
    assert isinstance(tally, dict)
    assert (tally["low"], tally["high"], tally["used"]) == (38, 45, ["b/c1", "d/c1"])
    assert tally["left_out"]["c/c1"] == "same origin: SYR"  # type: ignore[index, call-overload]


def test_names_are_counted_and_not_told() -> None:
    assert (VIEW["named_dead"], VIEW["names_held"], VIEW["names_shown"]) == (1, 1, False)
    assert records.VICTIM not in json.dumps(VIEW)


def test_neither_confidence_nor_scores_are_sent() -> None:
    text = json.dumps(VIEW)
    assert "confidence" not in text
    assert "score" not in text


def test_a_position_takes_no_side() -> None:
    (position,) = VIEW["positions"]  # type: ignore[misc, str-unpack]
    assert isinstance(position, dict)
    assert (position["party"], position["value"]) == ("Northern Coalition", "denies_act")


def test_every_document_that_is_spoken_of_is_told() -> None:
    assert document_ids(records.record()) == tuple("abcdef")
    reprint = OriginRow(Origin("x", "", "unknown", via=("z",)), (), ())
    more = replace(records.record(), rows=(reprint,))
    assert "z" in document_ids(more)


def test_an_origin_that_nobody_voices_has_no_name() -> None:
    assert origin_view(Origin("x", "", "no such kind"))["name"] == ""


def test_a_tally_by_status_comes_with_why_it_is_contested() -> None:
    view = record_view(contested(), Sight(records.documents()))
    assert isinstance(view["by_status"], list)
    first = view["by_status"][0]
    assert isinstance(first, dict)
    assert (first["status"], first["contested"]) == ("civilian", True)
    assert first["why"] == (
        "contested: Northern Coalition tells of fighters alone, "
        "The Syrian Arab Republic of civilians"
    )
