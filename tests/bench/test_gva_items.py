"""Parts of the set of news: by incident, none in two."""

import json
from pathlib import Path

from bench.gva_items import CHECK, LEARN, READ, articles, copy_gva, incidents, part_of_incident
from bench.parts import hash_of
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(1, 10**6).map(str))
def test_what_the_other_sets_read_and_check_is_read_and_checked_here(incident: str) -> None:
    digit = hash_of(incident)[0]
    assert (part_of_incident(incident) == READ) is (digit <= "5")
    assert part_of_incident(incident) == CHECK or digit not in "67ef"
    assert part_of_incident(incident) != LEARN or digit in "89abcd"


def test_a_copy_holds_a_parts_articles_and_incidents_alone(tmp_path: Path) -> None:
    source = tmp_path / "gva"
    source.mkdir()
    names = [str(number) for number in range(40)]
    docs = [{"doc_id": f"d{name}", "incident_ids": [name]} for name in names]
    records = [{"incident_id": name} for name in names]
    for stem, rows in (("docs_dev", docs), ("incidents_dev", records)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (source / f"{stem}.jsonl").write_text(text, encoding="utf-8")
    wanted = [name for name in names if part_of_incident(name) == CHECK]
    assert copy_gva(tmp_path, tmp_path / "copy", part=CHECK) == len(wanted) > 0
    assert [one["incident_ids"] for one in articles(tmp_path / "copy")] == [[n] for n in wanted]
    assert [one["incident_id"] for one in incidents(tmp_path / "copy")] == wanted
