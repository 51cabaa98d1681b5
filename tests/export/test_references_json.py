"""The collection as JSON, in the shape that programs and the workbench read."""

import json
from pathlib import Path

from tests.app import unkit

from allegata.export.references_json import references_json


def test_the_whole_collection_has_the_agreed_shape(tmp_path: Path) -> None:
    with unkit.series_case(tmp_path / "case") as case:
        shown = references_json(case.references())
    text = json.dumps(shown, ensure_ascii=False)
    again = json.loads(text)
    assert again["counts"] == {"documents": 6, "works": 3, "missing": 2, "unread": 1, "others": 1}
    work = again["works"][2]
    assert {key: work[key] for key in ("id", "symbol", "kind", "dated", "issued", "senders")} == {
        "id": "w3",
        "symbol": "S/2031/7",
        "kind": "letter",
        "dated": "2031-05-06",
        "issued": None,
        "senders": ["TCD"],
    }
    assert work["languages"] == ["ar", "en", "fr"]
    copy = work["expressions"][2]
    assert (copy["name"], copy["language"], copy["form"], copy["symbol"]) == (
        "رسالة.txt",
        "ar",
        "copy",
        None,
    )
    assert copy["document"].startswith("sha256:")
    assert copy["reason"].startswith("no symbol; kind, date (2031-05-06)")
    assert [doubt["code"] for doubt in copy["doubts"]] == ["work.matched_without_symbol"]
    (previous,) = (link for link in again["links"] if link["relation"] == "previous")
    assert previous.pop("documents") == sorted(text["document"] for text in work["expressions"])
    assert previous == {
        "from": "w3",
        "to": "w1",
        "symbol": "S/2031/4",
        "relation": "previous",
        "dated": "2031-05-02",
        "provisions": [],
        "doubts": [],
    }
    assert again["chains"] == [
        {
            "works": ["w1", "w3"],
            "steps": [
                {"work": "w1", "symbol": "S/2031/4", "dated": "2031-05-02"},
                {"work": "w3", "symbol": "S/2031/7", "dated": "2031-05-06"},
            ],
            "doubts": [],
        }
    ]
    missing = {one["symbol"]: one for one in again["missing"]}
    assert missing["S/RES/2564 (2031)"] == {
        "symbol": "S/RES/2564 (2031)",
        "kind": "resolution",
        "dated": None,
        "url": "https://undocs.org/en/S/RES/2564(2031)",
        "relations": ["cites"],
        "cited_by": ["w3"],
        "here": None,
        "doubts": [],
    }
    assert again["charter"] == [{"provision": "Article 51", "cited_by": ["w3"]}]
