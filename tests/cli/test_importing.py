"""``allegata import`` and ``allegata unsupported``, as a person types them."""

import csv
import io
import json
from pathlib import Path

import pytest
import typer
from tests.app.ownkit import HEADS, MAPPING, OSTER, TARNEL, own_case
from typer.testing import CliRunner, Result

from allegata import wiring
from allegata.app.case import Case
from allegata.cli import importing, incidents, linking
from allegata.cli.main import app as allegata

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "tables"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a case, a table and its mapping; every case is opened with the stand-ins."""
    own_case(tmp_path / "road.case").close()
    (tmp_path / "mine.toml").write_text(MAPPING, encoding="utf-8")
    save(tmp_path, TARNEL, OSTER)

    def opened(path: Path, *, read_only: bool = False) -> Case:
        assert isinstance(read_only, bool)
        return own_case(path)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wiring, "open_case", opened)
    return tmp_path


def save(folder: Path, *rows: dict[str, str]) -> None:
    with (folder / "mine.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, HEADS)
        writer.writeheader()
        writer.writerows(rows)


def run(*words: str) -> Result:
    program = typer.Typer()
    for group in (importing, incidents, linking):
        group.register(program)
    return CliRunner().invoke(program, list(words))


def take(*words: str) -> Result:
    return run("import", "road.case", "mine.csv", "--mapping", "mine.toml", *words)


@pytest.mark.usefixtures("folder")
def test_an_import_tells_its_log_and_how_to_take_it_back() -> None:
    found = take()
    assert found.exit_code == 0, found.output
    first, last, held = found.stdout.splitlines()
    assert first == "mine (incidents): 2 rows: 2 new, 0 changed, 0 unchanged, 0 refused"
    assert held.startswith("  rows of this list stand in the ledger's entries ")
    decision = last.split()[3].rstrip("`")
    assert run("undo", "road.case", decision).exit_code == 0
    assert "2 new" in take().stdout
    assert "nothing was new" in take().stdout


def test_what_changed_is_told_cell_by_cell(folder: Path) -> None:
    take()
    save(folder, {**TARNEL, "most": "8", "hurt": "some"}, OSTER)
    lines = take().stdout.splitlines()
    assert "    most: 6 → 8" in lines
    assert "    hurt = some: no number of people [import.bad_number]" in lines


def test_a_refused_row_ends_with_one(folder: Path) -> None:
    save(folder, TARNEL, {**OSTER, "code": ""})
    found = take()
    assert found.exit_code == 1
    assert "1 new, 0 changed, 0 unchanged, 1 refused" in found.stdout


@pytest.mark.usefixtures("folder")
def test_figures_without_words_are_told_after_an_import() -> None:
    lines = take("--check").stdout.splitlines()
    assert "4 figures of 2 incidents in your lists:" in lines
    assert "       2  said, word for word" in lines
    assert "  at most 6 killed: the documents say another number" in lines
    assert "           4  VES, 2031-04-08, letter.txt" in lines
    assert "              “4 people were killed”" in lines
    assert "  1 killed: no document held tells of the incident" in lines


@pytest.mark.usefixtures("folder")
def test_figures_are_a_table_with_the_place_of_every_quote() -> None:
    take()
    rows = list(
        csv.DictReader(io.StringIO(run("unsupported", "road.case", "--format", "csv").stdout))
    )
    assert [(row["id"], row["number"], row["support"]) for row in rows] == [
        ("M1", "6", "otherwise"),
        ("M2", "1", "unheld"),
    ]
    assert (rows[0]["said_number"], rows[0]["layer"], rows[0]["columns"]) == (
        "4",
        "t0",
        "least; most",
    )
    every = run("unsupported", "road.case", "--format", "csv", "--every").stdout
    assert len(list(csv.DictReader(io.StringIO(every)))) == 4


@pytest.mark.usefixtures("folder")
def test_json_lines_hold_an_incident_each() -> None:
    take()
    lines = run("unsupported", "road.case", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["M1", "M2"]


@pytest.mark.usefixtures("folder")
def test_a_record_shows_what_the_list_has_and_a_pair_is_decided_by_its_code() -> None:
    take("--check")
    shown = run("incident", "road.case", "M1").stdout
    own = "4 to 6 killed (outside the range, 4), 9 injured (the same as the range, 9)"
    assert f"in the list mine as M1: {own}\n" in shown
    assert run("decide", "road.case", "related", "M1", "M2").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told() -> None:
    both = run("import", "road.case", "mine.csv", "--mapping", "mine.toml", "--like", "acled")
    assert both.exit_code == 2
    assert run("import", "road.case", "mine.csv").exit_code == 2
    like = run("import", "road.case", "mine.csv", "--like", "mine")
    assert "acled, airwars, ucdp-ged" in like.stderr
    assert (
        "There is no file none.csv"
        in run("import", "road.case", "none.csv", "--like", "acled").stderr
    )


@pytest.mark.usefixtures("folder")
def test_without_imports_there_is_nothing_to_check() -> None:
    assert "no imported incidents" in run("unsupported", "road.case").stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("own-incidents", "5 rows: 4 new, 0 changed, 0 unchanged, 1 refused"),
        ("own-sources", "2 rows: 2 new"),
        ("own-victims", "1 rows: 1 new"),
    ],
)
def test_the_specimen_tables_are_understood_by_their_mappings(table: str, told: str) -> None:
    mapping = "own" if table == "own-incidents" else table
    files = (str(EXAMPLES / f"{table}.csv"), "--mapping", str(EXAMPLES / f"{mapping}.toml"))
    assert told in run("import", "road.case", *files).stdout


def test_a_figure_of_the_specimen_table_is_found_in_the_words_of_the_examples(
    tmp_path: Path,
) -> None:
    """With the real reader and linker: what the howto shows."""
    case = str(tmp_path / "zahr.case")
    accounts = EXAMPLES.parent / "documents" / "16-market-accounts.jsonl"
    table, mapping = str(EXAMPLES / "own-incidents.csv"), str(EXAMPLES / "own.toml")
    for words in (["new", case], ["add", case, str(accounts)]):
        assert CliRunner().invoke(allegata, words).exit_code == 0
    CliRunner().invoke(allegata, ["import", case, table, "--mapping", mapping])
    asked = ["unsupported", case, "--format", "csv", "--every"]
    found = csv.DictReader(io.StringIO(CliRunner().invoke(allegata, asked).stdout))
    told = {
        (row["bound"], row["said_number"], row["who"], row["support"])
        for row in found
        if row["id"] == "ZR-031"
    }
    assert ("low", "38 to 41", "Marenda Casualty Watch", "said") in told
    assert ("high", "45", "Ministry of Health", "said") in told
    assert {support for _, _, _, support in told} == {"said"}


def test_rows_in_a_town_without_a_point_are_linked_by_its_name_their_day_and_their_toll(
    tmp_path: Path,
) -> None:
    """Two rows of one town, of one day and the next: each goes to its own incident."""
    case = str(tmp_path / "zahr.case")
    documents = str(EXAMPLES.parent / "documents")
    table, mapping = str(EXAMPLES / "own-incidents.csv"), str(EXAMPLES / "own.toml")
    for words in (["new", case], ["add", case, documents]):
        CliRunner().invoke(allegata, words)
    CliRunner().invoke(allegata, ["import", case, table, "--mapping", mapping])
    asked = ["unsupported", case, "--format", "csv", "--every"]
    rows = list(csv.DictReader(io.StringIO(CliRunner().invoke(allegata, asked).stdout)))
    support = {(row["id"], row["outcome"], row["bound"]): row["support"] for row in rows}
    assert support["ZR-013", "killed", "low/high"] == "said"
    assert support["ZR-014", "killed", "high"] == "said"
    assert {row["support"] for row in rows if row["id"] == "ZR-020"} == {"unheld"}
    CliRunner().invoke(allegata, ["link", case])
    listed = CliRunner().invoke(allegata, ["incidents", case]).stdout.splitlines()
    (alone,) = [line for line in listed if "ZR-020" in line]
    assert "shelling in" in alone
    assert "at most 4 killed in zahr as ZR-020; no document held tells of it" in alone
    shown = CliRunner().invoke(allegata, ["incident", case, "ZR-020"]).stdout
    assert "in the list zahr as ZR-020: at most 4 killed" in shown
    assert "grade" not in shown  # there is nothing to weigh
    places = CliRunner().invoke(allegata, ["incidents", case, "--place", "deir oum"]).stdout
    assert "ZR-020" in places


def test_a_row_that_is_linked_to_nothing_names_the_documents_that_may_tell_of_it(
    tmp_path: Path,
) -> None:
    case = str(tmp_path / "zahr.case")
    accounts = EXAMPLES.parent / "documents" / "16-market-accounts.jsonl"
    heads, *_ = (EXAMPLES / "own-incidents.csv").read_text("utf-8").splitlines()
    table = tmp_path / "late.csv"
    told = "ZR-040,,07.05.2023,,Tell Asra,,,20.15,50.42,town,missiles,44,44,,,,weak,,SPECIMEN"
    table.write_text(f"{heads}\n{told}\n", encoding="utf-8")
    for words in (["new", case], ["add", case, str(accounts)]):
        assert CliRunner().invoke(allegata, words).exit_code == 0
    mapping = ["--mapping", str(EXAMPLES / "own.toml")]
    CliRunner().invoke(allegata, ["import", case, str(table), *mapping])
    found = CliRunner().invoke(allegata, ["unsupported", case]).stdout
    assert "44 killed: no document held tells of the incident" in found
    asked = [line for line in found.splitlines() if "perhaps told in" in line]
    assert 1 <= len(asked) <= 3
    assert "16-market-accounts.jsonl" in asked[0]
    assert "against: " in asked[0]
    claim = found.split("decide CASE same ZR-040 ")[1].split()[0]
    CliRunner().invoke(allegata, ["link", case])
    decided = ["decide", case, "same", "ZR-040", claim, "--why", "the night of the market"]
    done = CliRunner().invoke(allegata, decided)
    assert done.exit_code == 0, done.output
    after = CliRunner().invoke(allegata, ["unsupported", case]).stdout
    assert "perhaps" not in after
    assert "no document held tells" not in after
