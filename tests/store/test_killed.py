"""A killed program leaves a case file that holds, and repeating the command finishes it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.store.casekit import new_case, open_case, source_of

from allegata.runners.inputs import iter_inputs

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENTS = 12
SECRET = "Tarnelia Quorn"

# Counts the calls into the store and dies at the one that was asked for, with no goodbye.
KILLED = """
import os, signal, sys
sys.path.insert(0, os.getcwd())
from pathlib import Path
from allegata.runners.inputs import iter_inputs
from tests.store.casekit import open_case
from tests.store.test_killed import sources

folder, what, deadline = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
case = open_case(folder)
calls = 0

def count(frame, event, argument):
    global calls
    inside = "allegata/store" in frame.f_code.co_filename
    if event in ("call", "c_call", "c_return") and inside:
        calls += 1
        if calls == deadline:
            os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(count)
if what == "add":
    case.add(sources(), reviewer="r1")
elif what == "add archive":
    case.add(iter_inputs([str(folder.parent / "in.zip")]), reviewer="r1")
else:
    case.forget(case.documents()[0].id, why="no consent", reviewer="r1")
sys.setprofile(None)
print(calls)
"""


def sources() -> list:  # type: ignore[type-arg]
    """Documents that name somebody."""
    return [
        source_of(f"{number}.txt", f"{number} people were killed, one named {SECRET}.")
        for number in range(1, DOCUMENTS + 1)
    ]


def make_archive(folder: Path) -> Path:
    """The documents in an archive beside the case, with a file among them that cannot be read."""
    path = folder.parent / "in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for source in sources():
            archive.writestr(source.name, source.content)
        archive.writestr("5 empty.txt", "")
    return path


def run(folder: Path, what: str, deadline: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), what, str(deadline)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY / "src")},
    )


def words_anywhere(folder: Path, words: str) -> list[str]:
    """The files of the folder in which the words stand, in any of their spellings."""
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and words.encode() in path.read_bytes()
    ]


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many calls into the store each command makes when nothing kills it."""
    found: dict[str, int] = {}
    for what, before in (("add", []), ("forget", sources()[:1])):
        folder = tmp_path_factory.mktemp("whole") / "case"
        with new_case(folder) as case:
            case.add(before, reviewer="r1")
        done = run(folder, what, 0)
        assert done.returncode == 0, done.stderr
        found[what] = int(done.stdout)
    assert words_anywhere(folder, SECRET) == []
    return found


@pytest.mark.parametrize("share", [0.02, 0.2, 0.37, 0.5, 0.66, 0.8, 0.97])
def test_an_add_that_was_killed_is_finished_by_repeating_it(
    tmp_path: Path, calls: dict[str, int], share: float
) -> None:
    folder = tmp_path / "case"
    new_case(folder).close()
    killed = run(folder, "add", int(calls["add"] * share))
    assert killed.returncode == -9, killed.stderr
    with open_case(folder) as case:
        before = len(case.documents())
        assert before < DOCUMENTS
        assert case.verify().problems == ()
        report = case.add(sources(), reviewer="r1")
        assert (len(report.already), len(report.added)) == (before, DOCUMENTS - before)
        assert case.verify().problems == ()
        assert case.info().documents == DOCUMENTS
    assert len(list((folder / "originals").iterdir())) == DOCUMENTS


@pytest.mark.parametrize("share", [0.1, 0.45, 0.9])
def test_an_archive_whose_adding_was_killed_is_finished_by_repeating_it(
    tmp_path: Path, calls: dict[str, int], share: float
) -> None:
    folder = tmp_path / "case"
    new_case(folder).close()
    archive = make_archive(folder)
    killed = run(folder, "add archive", int(calls["add"] * share))
    assert killed.returncode == -9, killed.stderr
    with open_case(folder) as case:
        assert case.verify().problems == ()
        report = case.add(iter_inputs([str(archive)]), reviewer="r1")
        assert (len(report.already) + len(report.added), report.failed) == (DOCUMENTS, ())
        assert [refusal.name for refusal in report.refused] == ["in.zip/5 empty.txt"]
        assert case.verify().problems == ()
        names = sorted(row.name for row in case.documents())
    whole = [f"in.zip/{number}.txt" for number in range(1, DOCUMENTS + 1)]
    assert names == sorted([*whole, "in.zip/5 empty.txt"])


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96])
def test_a_forgetting_that_was_killed_is_wholly_done_or_not_at_all(
    tmp_path: Path, calls: dict[str, int], share: float
) -> None:
    folder = tmp_path / "case"
    with new_case(folder) as case:
        case.add(sources()[:1], reviewer="r1")
    assert words_anywhere(folder, SECRET)
    killed = run(folder, "forget", int(calls["forget"] * share))
    assert killed.returncode == -9, killed.stderr
    with open_case(folder) as case:
        (row,) = case.documents()
        assert case.verify().problems == ()
    assert row.status in {"read", "forgotten"}
    assert (words_anywhere(folder, SECRET) == []) == (row.status == "forgotten")
