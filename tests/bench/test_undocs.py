"""The set as a whole: the data that the floors belong to, and what happens without them."""

from pathlib import Path

import bench.__main__ as command
import pytest
from bench.figures import Figure, data_of, floors_of
from bench.undocs.gold import load_documents

from bench.sets import undocs


@pytest.mark.shared
def test_the_data_are_those_of_the_gold(shared: Path) -> None:
    folder = shared / "data" / "un-docs"
    assert undocs.digest_of(load_documents(), folder) == data_of("undocs")


@pytest.mark.shared
def test_no_file_of_the_data_is_left_out(shared: Path) -> None:
    folder = shared / "data" / "un-docs"
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert there - {"MANIFEST.tsv"} == {gold.file for gold in load_documents()}


def test_the_asked_figures_are_floors() -> None:
    assert {floor.figure: (floor.sense, floor.bound) for floor in floors_of("undocs")} == {
        "files_right": ("at_least", 79),
        "masthead_text": ("at_least", 98),
        "masthead_scans": ("at_least", 90),
        "references_precision": ("at_least", 98),
        "references_recall": ("at_least", 98),
        "works_asked_errors": ("at_most", 0),
        "claims_right": ("at_least", 1),
    }


@pytest.fixture
def without_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(undocs, "SHARED", tmp_path)


@pytest.mark.usefixtures("without_data")
def test_without_the_data_the_set_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert command.main(["run", "undocs"]) == 0
    assert "SKIPPED  needs the development data" in capsys.readouterr().out


@pytest.mark.usefixtures("without_data")
def test_in_ci_a_skip_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert command.main(["run", "undocs"]) == 1


def test_other_data_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "un-docs"
    for gold in load_documents():
        (folder / gold.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / gold.file).write_text("SPECIMEN")
    monkeypatch.setattr(undocs, "SHARED", tmp_path)
    with pytest.raises(ValueError, match="not those of the gold"):
        undocs.measure()


def test_a_part_of_a_set_is_measured_without_floors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def measure(only: str) -> list[Figure]:
        asked.append(only)
        return [Figure("masthead_text", 1.0, "%")]

    monkeypatch.setitem(command.IN_PARTS, "undocs", measure)
    assert command.main(["run", "undocs", "--only", "text"]) == 0
    assert asked == ["text"]
    assert "BELOW" not in capsys.readouterr().out


@pytest.mark.parametrize("sets", [[], ["speed"]])
def test_only_goes_with_sets_that_have_parts(sets: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        command.main(["run", *sets, "--only", "text"])
