"""The commands on a case file, as a person types them."""

import json
import zipfile
from pathlib import Path

import pytest
import typer
from tests.app.linkkit import LINKER
from tests.store.casekit import LETTER, OTHER, read
from typer.testing import CliRunner, Result

from allegata import wiring
from allegata.cli.case import register


@pytest.fixture
def program() -> typer.Typer:
    app = typer.Typer()
    register(app)
    return app


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two texts, a locked one, and the stand-in for the reader."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text(LETTER)
    (tmp_path / "letters" / "note.txt").write_text(OTHER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wiring, "read", read)
    return tmp_path


@pytest.fixture
def tell(program: typer.Typer, here: Path) -> "Tell":
    """Run a command on the program."""
    return Tell(program)


class Tell:
    """Runs commands and checks their exit codes."""

    def __init__(self, program: typer.Typer) -> None:
        self._program = program
        self._runner = CliRunner()

    def __call__(self, *arguments: str, code: int = 0) -> Result:
        result = self._runner.invoke(self._program, list(arguments))
        assert result.exit_code == code, (result.output, result.exception)
        return result


def test_from_a_new_case_to_an_export(tell: Tell, here: Path) -> None:
    tell("new", "road.case")
    assert "2 added, 0 here already, 0 refused." in tell("add", "road.case", "letters").stderr
    assert "0 added, 2 here already, 0 refused." in tell("add", "road.case", "letters").stderr
    listed = tell("list", "road.case").stdout
    assert [line.split()[-1] for line in listed.splitlines()] == ["name", "letter.txt", "note.txt"]
    tell("set", "road.case", "letter.txt", "symbol=S/2031/12", "may_publish=yes")
    shown = tell("show", "road.case", "letter.txt").stdout
    assert "S/2031/12 (external)" in shown
    assert "killed 43/43/43 civilians (43)" in shown
    assert "It holds together." in tell("verify", "road.case").stdout
    told = tell("export", "road.case", "-o", "out.csv").stderr
    assert "3 claims of 1 documents in out.csv." in told
    assert "left out: documents not marked may_publish: 1" in told
    assert len((here / "out.csv").read_text().splitlines()) == 4
    tell("export", "road.case", "--format", "jsonl")
    assert len((here / "road-claims.jsonl").read_text().splitlines()) == 3


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("csv", "road-incidents.csv"),
        ("xlsx", "road-incidents.xlsx"),
        ("jsonl", "road-incidents.jsonl"),
        ("geojson", "road-incidents.geojson"),
        ("ucdp-ged", "road-incidents.ucdp-ged.csv"),
        ("airwars", "road-incidents.airwars.csv"),
        ("acled", "road-incidents.acled.csv"),
    ],
)
def test_incidents_are_exported_in_every_format(
    tell: Tell, here: Path, form: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "linker", lambda _case=None: LINKER)
    tell("new", "road.case")
    tell("add", "road.case", "letters")
    with wiring.open_case(here / "road.case") as case:
        case.link(reviewer="r1")
    told = tell("export", "road.case", "--incidents", "--format", form, "--all").stderr
    assert f"3 incidents of 2 documents in {name}." in told
    assert (here / name).stat().st_size > 0
    assert (here / f"{name}.about.json").exists()


def test_confidence_is_not_shown_before_a_decision(tell: Tell) -> None:
    tell("new", "road.case")
    tell("add", "road.case", "letters")
    assert "0.9" not in tell("show", "road.case", "letter.txt").stdout


def test_refused_inputs_are_told_and_end_with_one(tell: Tell, here: Path) -> None:
    (here / "letters" / "locked.txt").write_text("LOCKED")
    tell("new", "road.case")
    told = tell("add", "road.case", "letters", "nowhere.txt", code=1).stderr
    assert "refused: locked.txt: It is locked. Unlock it. [convert.locked]" in told
    assert "[acquire.missing]" in told
    assert "2 added, 0 here already, 2 refused." in told
    assert "[convert.locked]" in tell("list", "road.case").stdout
    assert "It is locked. Unlock it." in tell("show", "road.case", "locked.txt").stdout


def test_a_bug_ends_with_three_and_the_rest_is_done(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(source: object) -> object:
        if getattr(source, "name", "") == "letter.txt":
            raise ZeroDivisionError("a bug")
        return read(source)  # type: ignore[arg-type]

    monkeypatch.setattr(wiring, "read", fragile)
    tell("new", "road.case")
    told = tell("add", "road.case", "letters", code=3).stderr
    assert "failed: letter.txt: ZeroDivisionError: a bug [bug]" in told
    assert "Traceback (most recent call last)" in told
    assert "1 added" in told


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", "nowhere"], "store.not_a_case"),
        (["new", "letters"], "store.exists"),
        (["show", "road.case", "nothing.txt"], "case.no_document"),
        (["set", "road.case", "letter.txt", "colour=red"], "case.no_field"),
        (["set", "road.case", "letter.txt", "url=javascript:x"], "case.field_value"),
        (["forget", "road.case", "--source", "s9", "--why", "x"], "case.no_source"),
        (["forget", "road.case", "--entry", "1", "--why", "x"], "case.no_decision_entry"),
        (["export", "road.case", "--include", "all"], "export.no_field"),
        (["export", "road.case", "--format", "pdf"], "export.no_format"),
        (["source", "add", "road.case", "a", "A", "--kind", "angel"], "case.source_value"),
    ],
)
def test_a_command_that_cannot_be_done_says_why_and_ends_with_two(
    tell: Tell, arguments: list[str], code: str
) -> None:
    tell("new", "road.case")
    tell("add", "road.case", "letters")
    result = tell(*arguments, code=2)
    assert f"[{code}]" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["set", "road.case", "letter.txt"],
        ["set", "road.case", "letter.txt", "publisher"],
        ["forget", "road.case", "letter.txt"],
        ["forget", "road.case", "--why", "x"],
        ["forget", "road.case", "letter.txt", "--entry", "4", "--why", "x"],
    ],
)
def test_a_command_used_wrongly_ends_with_two(tell: Tell, arguments: list[str]) -> None:
    tell("new", "road.case")
    tell("add", "road.case", "letters")
    tell(*arguments, code=2)


def test_a_case_that_does_not_hold_ends_with_one(tell: Tell, here: Path) -> None:
    tell("new", "road.case")
    tell("add", "road.case", "letters")
    original = next((here / "road.case" / "originals").iterdir())
    original.chmod(0o644)
    original.write_bytes(b"other")
    told = tell("verify", "road.case", code=1).stdout
    assert "first      The original" in told
    assert "It does not hold together." in told


def test_a_head_that_was_noted_is_checked(tell: Tell) -> None:
    tell("new", "road.case")
    head = tell("verify", "road.case").stdout.split("head")[1].split()[0]
    tell("add", "road.case", "letters")
    tell("verify", "road.case", "--head", head)
    assert "ledger.head_not_found" in tell("verify", "road.case", "--head", "0f", code=1).stdout


def test_a_forgotten_document_stays_as_a_tombstone(tell: Tell) -> None:
    tell("new", "road.case")
    tell("add", "road.case", "letters")
    told = tell("forget", "road.case", "letter.txt", "--why", "no consent").stderr
    assert "Forgotten, with the content of 1 ledger entries and 0 backups." in told
    assert "(forgotten)" in tell("list", "road.case").stdout
    assert "It holds together." in tell("verify", "road.case").stdout
    assert "[case.forgotten]" in tell("add", "road.case", "letters", code=1).stderr


def test_the_reviewer_is_a_pseudonym_from_the_option_or_the_environment(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("new", "road.case")
    tell("add", "road.case", "letters/letter.txt", "--as", "heron")
    monkeypatch.setenv("ALLEGATA_REVIEWER", "egret")
    tell("add", "road.case", "letters/note.txt")
    rows = [
        json.loads(line)
        for line in tell("list", "road.case", "--format", "jsonl").stdout.splitlines()
    ]
    assert [row["added_by"] for row in rows] == ["heron", "egret"]


def test_sources_are_listed_with_the_name_that_may_leave(tell: Tell) -> None:
    tell("new", "road.case")
    tell(
        "source", "add", "road.case", "w", "The Watch", "--kind", "ngo", "--published-as", "An NGO"
    )
    assert tell("source", "list", "road.case").stdout == "w  ngo  The Watch (published as An NGO)\n"


def test_reading_again_says_how_decisions_stand(tell: Tell) -> None:
    tell("new", "road.case")
    tell("add", "road.case", "letters")
    told = tell("reread", "road.case", "letter.txt").stderr
    assert "1 documents read again, 0 refused." in told
    assert "new: 3" in told


def test_each_command_shows_an_example(tell: Tell) -> None:
    for command in ("new", "add", "list", "show", "set", "reread", "verify", "forget", "export"):
        assert f"Example: allegata {command}" in tell(command, "--help").stdout.replace("\n", " ")


def test_a_table_is_added_by_its_columns_and_told_its_language(tell: Tell, here: Path) -> None:
    row = {"words": "9 people were killed", "nr": "T-7", "day": "2031-04-05"}
    (here / "t.jsonl").write_text(json.dumps(row))
    tell("new", "road.case")
    columns = ["--text-field", "words", "--id-field", "nr", "--published-field", "day"]
    tell("add", "road.case", "t.jsonl", *columns, "--language", "fr")
    (listed,) = tell("list", "road.case", "--format", "jsonl").stdout.splitlines()
    found = json.loads(listed)
    assert (found["row_id"], found["published"], found["language"]) == ("T-7", "2031-04-05", "fr")
    assert found["claims"] == 1


MAIL = b"""From: Adam Brel <b@example.org>
Date: Mon, 5 May 2031 01:30:00 +0300
Message-ID: <1@example.org>
Subject: Losses
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

SPECIMEN. Two people were killed in Dorval.
--b
Content-Type: text/plain; name=note.txt
Content-Disposition: attachment

SPECIMEN. Three people were injured in Dorval.
--b--
"""


def test_a_mail_and_an_archive_are_kept_whole_and_verified(
    program: typer.Typer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile("in.zip", "w") as archive:
        archive.writestr("mail.eml", MAIL)
        archive.writestr("clinic.txt", "SPECIMEN. One person was killed.")
    tell = Tell(program)
    tell("new", "mail.case")
    assert "3 added, 0 here already, 0 refused." in tell("add", "mail.case", "in.zip").stderr
    assert "0 added, 3 here already, 0 refused." in tell("add", "mail.case", "in.zip").stderr
    listed = tell("list", "mail.case").stdout
    assert [line.split()[-1] for line in listed.splitlines()[1:]] == [
        "in.zip/clinic.txt",
        "in.zip/mail.eml",
        "in.zip/mail.eml/note.txt",
    ]
    assert "It holds together." in tell("verify", "mail.case").stdout
    with wiring.open_case(tmp_path / "mail.case", read_only=True) as case:
        mail = next(row for row in case.documents() if row.name == "in.zip/mail.eml")
        note = next(row for row in case.documents() if row.name == "in.zip/mail.eml/note.txt")
        document = case.document(note.id).document
        assert document is not None
        assert document.provenance.container == mail.id
        letter = case.document(mail.id).document
        assert letter is not None
        assert letter.provenance.posted == "2031-05-04T22:30:00Z"
