"""``allegata search`` as a person types it."""

import json
from pathlib import Path

import pytest
import typer
from tests.store.casekit import OTHER, read
from typer.testing import CliRunner, Result

from allegata import wiring
from allegata.cli import case as case_commands
from allegata.cli import search as search_commands
from allegata.cli.search_text import harmless, isolated, result_lines

ARABIC = "SPECIMEN. قُتل ٢٣ مدنيًا في مستشفى ترنيل."
HOSTILE = "SPECIMEN clinic \x1b[31mred\x1b]0;title\x07 \u202egnirts\u202c and more."


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Tell":
    """A program with a case of three texts."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "note.txt").write_text(OTHER)
    (tmp_path / "texts" / "خبر.txt").write_text(ARABIC)
    (tmp_path / "texts" / "hostile.txt").write_text(HOSTILE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wiring, "read", read)
    program = typer.Typer()
    case_commands.register(program)
    search_commands.register(program)
    told = Tell(program)
    told("new", "road.case")
    told("add", "road.case", "texts")
    return told


class Tell:
    """Runs commands and checks their exit codes."""

    def __init__(self, program: typer.Typer) -> None:
        self._program = program

    def __call__(self, *arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(self._program, list(arguments))
        assert result.exit_code == code, (result.output, result.exception)
        return result


def test_a_hit_is_its_document_and_its_words(tell: Tell) -> None:
    told = tell("search", "road.case", "tarnel", "injured")
    place, words = told.stdout.splitlines()
    assert place.startswith("note.txt  ")
    assert words == f"    {OTHER}"
    assert told.stderr == "1 place found.\n"


def test_words_kept_out_are_no_options(tell: Tell) -> None:
    assert tell("search", "road.case", "specimen", "-tarnel").stdout.count("\n") == 4
    assert tell("search", "road.case", '-"clinic says"', "specimen").stdout.count("\n") == 4


def test_arabic_is_found_by_other_spellings_and_isolated(tell: Tell) -> None:
    place, words = tell("search", "road.case", "المستشفي 23").stdout.splitlines()
    assert place.startswith("\u2068خبر.txt\u2069  ")
    assert words == f"    \u2068{ARABIC}\u2069"


def test_what_steers_a_terminal_is_left_out(tell: Tell) -> None:
    told = tell("search", "road.case", "gnirts")
    assert "\x1b" not in told.stdout
    assert "\x07" not in told.stdout
    assert "\u202e" not in told.stdout
    assert "clinic [31mred]0;title gnirts and" in told.stdout


def test_programs_get_json_with_offsets(tell: Tell) -> None:
    (line,) = tell("search", "road.case", "مدنيا", "--format", "jsonl").stdout.splitlines()
    hit = json.loads(line)
    assert (hit["name"], hit["layer"], hit["kind"], hit["language"]) == (
        "خبر.txt",
        "t0",
        "native",
        "en",
    )
    start, end = hit["marks"][0]
    assert hit["snippet"][start:end] == ARABIC[hit["start"] : hit["end"]] == "مدنيًا"


def test_how_many_there_are_is_told(tell: Tell) -> None:
    told = tell("search", "road.case", "specimen", "--limit", "2")
    assert told.stderr == "3 places found, 2 of them shown (--limit shows more).\n"
    assert tell("search", "road.case", "nowhere").stderr == "No places found.\n"


def test_a_search_for_nothing_ends_with_two(tell: Tell) -> None:
    assert "[search.no_words]" in tell("search", "road.case", "-x", code=2).stderr
    assert "[search.no_kind]" in tell("search", "road.case", "x kind:y", code=2).stderr


def test_the_index_is_made_anew(tell: Tell) -> None:
    told = tell("reindex", "road.case").stderr
    assert told == "The search index was made anew from 3 texts.\n"


def test_marks_are_styled_on_a_terminal_only(tmp_path: Path) -> None:
    from tests.store.casekit import new_case, source_of

    with new_case(tmp_path / "case") as case:
        case.add([source_of("note.txt", OTHER)], reviewer="r1")
        result = case.search("clinic")
    styled, plain = (list(result_lines(result, styled=x))[1] for x in (True, False))
    assert styled == f"    {OTHER.replace('clinic', chr(27) + '[1;4mclinic' + chr(27) + '[0m')}"
    assert plain == f"    {OTHER}"


def test_joiners_that_belong_to_words_stay() -> None:
    assert harmless("می\u200cشود\u200f") == "می\u200cشود"
    assert isolated("plain") == "plain"
