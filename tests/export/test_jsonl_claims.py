"""JSON Lines: each line reads back as what was written."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from allegata.export.jsonl_claims import line, write_jsonl

texts = st.text(st.characters(codec=None), max_size=30)


@given(text=texts)
def test_a_record_is_one_line_whatever_it_says(text: str) -> None:
    written = line({"quote": text})
    assert len(written.split("\n")) == 1
    assert json.loads(written) == {"quote": text}


def test_half_a_pair_survives_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_jsonl(path, [{"quote": "cut \ud83d"}], tmp_path / "about.json", lambda: {"notes": []})
    assert json.loads(path.read_text("utf-8")) == {"quote": "cut \ud83d"}
    assert json.loads((tmp_path / "about.json").read_text()) == {"notes": []}
