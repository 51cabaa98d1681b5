"""``allegata read`` as a person runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegata.cli.main import app

RUN = CliRunner()
TEXT = "On 5 May 2031, shells hit a market in Aleppo. Three people were killed."


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_json_object_for_each_input(letter: Path) -> None:
    done = RUN.invoke(app, ["read", str(letter), "--format", "jsonl"])
    assert done.exit_code == 0
    (line,) = done.stdout.splitlines()
    claims = json.loads(line)["claims"]
    assert [count["best"] for claim in claims for count in claim["counts"]] == [3]


def test_text_for_people_shows_who_says_what(letter: Path) -> None:
    done = RUN.invoke(app, ["read", str(letter)])
    assert done.exit_code == 0
    assert "killed: 3 people [stated, c1]" in done.stdout
    assert "“Three people were killed.”" in done.stdout


def test_a_refused_input_leaves_a_stub_in_its_place(letter: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    done = RUN.invoke(app, ["read", str(missing), str(letter), "--format", "jsonl"])
    assert done.exit_code == 1
    refused, read = (json.loads(line) for line in done.stdout.splitlines())
    assert refused["refused"]["code"] == "acquire.missing"
    assert read["document"]["name"] == "note.txt"


def test_rows_of_a_table_keep_their_ids(tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(f'case,story\nA-1,"{TEXT}"\nA-2,Nothing happened.\n', encoding="utf-8")
    arguments = ["--format", "jsonl", "--text-field", "story", "--id-field", "case"]
    done = RUN.invoke(app, ["read", str(table), *arguments, "--language", "en"])
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["document"]["row_id"] for row in rows] == ["A-1", "A-2"]
    assert [len(row["claims"]) for row in rows] == [1, 0]


def test_with_text_the_layer_is_the_input(letter: Path) -> None:
    done = RUN.invoke(app, ["read", str(letter), "--format", "jsonl", "--with-text"])
    assert json.loads(done.stdout)["document"]["layers"][0]["text"] == TEXT


VAGUE = "On 5 May 2031, shells killed at least three people and wounded dozens in Aleppo."


Tallied = tuple[str, list[str], list[tuple[str, int | None, int | None, str, str]]]


def _incident(tmp_path: Path, *options: str) -> Tallied:
    path = tmp_path / "vague.txt"
    path.write_text(VAGUE, encoding="utf-8")
    done = RUN.invoke(app, ["read", str(path), "--format", "jsonl", *options])
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    (incident,) = told["incidents"]
    counts = [count["qualifier"] for claim in told["claims"] for count in claim["counts"]]
    tallies = [
        (one["outcome"], one["low"], one["high"], one["rule"], one["vague_words"])
        for one in incident["tallies"]
    ]
    return told["run"]["codebook"], counts, tallies


def test_the_usual_tally_gives_vague_words_no_number(tmp_path: Path) -> None:
    codebook, counts, tallies = _incident(tmp_path)
    assert codebook == "allegata@1"
    assert counts == ["at_least", "vague"]
    assert tallies == [
        ("killed", 3, None, "added@1", "none"),
        ("injured", None, None, "added@1", "none"),
    ]


def test_rule_and_table_are_switched_and_named_and_claims_stay(tmp_path: Path) -> None:
    switched = _incident(tmp_path, "--rule", "ibc@1", "--vague-words", "airwars")
    codebook, counts, tallies = switched
    assert codebook == "allegata@1, ibc@1, vague words airwars"
    assert counts == ["at_least", "vague"]
    assert tallies == [
        ("killed", 3, 3, "ibc@1", "airwars"),
        ("injured", 12, 24, "ibc@1", "airwars"),
    ]


def test_text_for_people_shows_what_a_tally_is_made_of(letter: Path) -> None:
    letter.write_text(VAGUE, encoding="utf-8")
    done = RUN.invoke(app, ["read", str(letter), "--vague-words", "acled"])
    assert "incident i1  shelling  2031-05-05  Aleppo" in done.stdout
    assert "injured: 12–? by added@1, vague words by acled, from c2" in done.stdout


@pytest.mark.parametrize(
    ("option", "code"), [("--rule", "tallying.rule"), ("--vague-words", "tallying.vague_words")]
)
def test_an_unknown_rule_or_table_is_refused_with_the_known_ones(
    letter: Path, option: str, code: str
) -> None:
    done = RUN.invoke(app, ["read", str(letter), option, "guess"])
    assert done.exit_code == 2
    assert f"[{code}]" in done.stderr
    assert "acled" in done.stderr


def test_an_unknown_format_is_wrong_use(letter: Path) -> None:
    assert RUN.invoke(app, ["read", str(letter), "--format", "xml"]).exit_code == 2


def test_the_schema_is_printed() -> None:
    done = RUN.invoke(app, ["schema"])
    assert json.loads(done.stdout)["$id"] == "allegata/read/1"
