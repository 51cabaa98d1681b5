"""The bundled documents: marked, complete, rebuildable, and true to their expected counts."""

import csv
import importlib.util
import io
import json
import re
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import pypdfium2
import pytest
from lxml import html

from allegata.model.vocabularies import Basis, Outcome, PositionValue, Qualifier, Scope, Stance
from allegata.runners.inputs import iter_inputs
from allegata.store.case_store import create
from allegata.wiring import open_case

REPOSITORY = Path(__file__).resolve().parents[1]
DOCUMENTS = REPOSITORY / "examples" / "documents"
NAMES = sorted(path.name for path in DOCUMENTS.iterdir())
EXPECTED: dict[str, dict[str, Any]] = {  # Any: TOML tables, checked value by value below
    document["file"]: document
    for document in tomllib.loads(
        (REPOSITORY / "examples" / "expected.toml").read_text(encoding="utf-8")
    )["document"]
}


def plain_text(path: Path) -> str:
    """The words of a document, read without any code of the product, white space made single."""
    if path.suffix == ".pdf":
        text = " ".join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)
        )
    elif path.suffix == ".docx":
        document = docx.Document(str(path))
        rows = [
            " ".join(cell.text for cell in row.cells)
            for table in document.tables
            for row in table.rows
        ]
        footer = document.sections[0].footer.paragraphs[0].text
        text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows, footer])
    elif path.suffix == ".html":
        text = "".join(str(words) for words in html.fromstring(path.read_bytes()).itertext())
    else:
        text = path.read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", text)


def rows_of(path: Path) -> dict[str, str]:
    """The texts of a table by row id."""
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        return {row["id"]: row["text"] for row in csv.DictReader(io.StringIO(content))}
    return {row["id"]: row["text"] for row in map(json.loads, content.splitlines())}


def builder() -> ModuleType:
    """The build script as a module."""
    script = REPOSITORY / "tools" / "build_examples.py"
    spec = importlib.util.spec_from_file_location("build_examples", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", NAMES)
def test_every_document_says_that_it_is_a_specimen(name: str) -> None:
    assert "SPECIMEN" in plain_text(DOCUMENTS / name)


@pytest.mark.parametrize("name", [n for n in NAMES if n.endswith((".csv", ".jsonl"))])
def test_every_row_of_a_table_says_that_it_is_a_specimen(name: str) -> None:
    assert [key for key, text in rows_of(DOCUMENTS / name).items() if "SPECIMEN" not in text] == []


def test_every_format_is_there() -> None:
    suffixes = {Path(name).suffix for name in NAMES}
    assert suffixes == {".txt", ".md", ".html", ".pdf", ".docx", ".jsonl", ".csv"}


def test_every_language_is_there_and_declared() -> None:
    assert {document["language"] for document in EXPECTED.values()} == {"en", "ar", "fr"}
    for name, document in EXPECTED.items():
        letters = plain_text(DOCUMENTS / name)
        arabic = len(re.findall(r"[\u0621-\u064a]", letters))
        assert (arabic > 100) == (document["language"] == "ar"), name


def test_every_document_has_its_expected_counts_and_its_line_in_the_readme() -> None:
    assert sorted(EXPECTED) == NAMES
    readme = (REPOSITORY / "examples" / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("name", NAMES)
def test_expected_words_stand_in_the_document(name: str) -> None:
    document = EXPECTED[name]
    texts = (
        {key: re.sub(r"\s+", " ", text) for key, text in rows_of(DOCUMENTS / name).items()}
        if name.endswith((".csv", ".jsonl"))
        else {}
    )
    whole = "\n".join(texts.values()) or plain_text(DOCUMENTS / name)
    stated = [*document["claims"], *document.get("positions", [])]
    absent = [
        entry["quote"]
        for entry in stated
        if entry["quote"] not in (texts[entry["row"]] if "row" in entry else whole)
    ]
    assert absent == []
    assert [words for words in document["nothing"] if words not in whole] == []


@pytest.mark.parametrize("name", NAMES)
def test_expected_counts_use_the_code_lists_and_keep_their_order(name: str) -> None:
    for claim in EXPECTED[name]["claims"]:
        Outcome(claim["outcome"])
        Basis(claim["basis"])
        Scope(claim.get("scope", "incident"))
        Stance(claim.get("stance", "asserts"))
        numbers = [claim[key] for key in ("low", "best", "high") if key in claim]
        assert numbers == sorted(numbers), claim["quote"]
        given = {key for key in ("low", "best", "high") if key in claim}
        assert given == BOUNDS[Qualifier(claim["qualifier"])], claim["quote"]
        assert claim["said_by"], claim["quote"]
        assert re.fullmatch(r"(\.\./)?\d{4}-\d\d(-\d\d)?(/\d{4}-\d\d-\d\d)?", claim["when"])
    for position in EXPECTED[name].get("positions", []):
        PositionValue(position["value"])


BOUNDS = {  # which numbers a qualifier states: docs/explain/numbers.md
    Qualifier.STATED: {"low", "best", "high"},
    Qualifier.AT_LEAST: {"low"},
    Qualifier.MORE_THAN: {"low"},
    Qualifier.UP_TO: {"high"},
    Qualifier.FEWER_THAN: {"high"},
    Qualifier.ABOUT: {"best"},
    Qualifier.RANGE: {"low", "high"},
    Qualifier.VAGUE: set[str](),
    Qualifier.PRESENCE: set[str](),
}


@pytest.mark.parametrize("name", ["03-watch-release.pdf", "07-letter-airspace.pdf"])
def test_a_rebuilt_pdf_has_the_same_bytes(name: str) -> None:
    assert builder().BUILDERS[name]() == (DOCUMENTS / name).read_bytes()


def test_a_rebuilt_docx_has_the_same_parts() -> None:
    # The compressed bytes depend on the zlib at hand, so the parts are compared instead.
    name = "06-monthly-note.docx"
    rebuilt = zipfile.ZipFile(io.BytesIO(builder().BUILDERS[name]()))
    kept = zipfile.ZipFile(DOCUMENTS / name)
    assert rebuilt.namelist() == kept.namelist()
    for part in kept.namelist():
        assert rebuilt.read(part) == kept.read(part), part
        assert rebuilt.getinfo(part).date_time == (1980, 1, 1, 0, 0, 0)


def test_the_letter_breaks_a_sentence_at_the_foot_of_its_first_page() -> None:
    pages = [
        page.get_textpage().get_text_range()
        for page in pypdfium2.PdfDocument(DOCUMENTS / "07-letter-airspace.pdf")
    ]
    assert len(pages) == 2
    assert pages[0].rstrip().count("call upon the Federation") == 0
    assert "call upon the Federation of Ostovia" in re.sub(r"\s+", " ", pages[1])


def test_the_six_accounts_of_one_strike_are_one_incident(tmp_path: Path) -> None:
    create(tmp_path / "case", at="2031-04-09T10:00:00Z", reviewer="r1")
    with open_case(tmp_path / "case") as case:
        name = str(DOCUMENTS / "16-market-accounts.jsonl")
        case.add(iter_inputs([name]), reviewer="r1")
        case.link(reviewer="r1")
        (record,) = case.incidents()
    assert len({ref.document for ref, _ in record.claims}) == 6
    assert record.when is not None
    assert record.when.edtf == "2023-05-05/2023-05-06"
    killed = next(tally for tally in record.tallies if tally.outcome is Outcome.KILLED)
    assert (killed.low, killed.high) == (30, 45)
    reasons = {
        told.reason
        for row in record.rows
        if row.origin.name == "Ministry of Health"
        for told in row.counts
        if told.count.raw == "43"
    }
    assert reasons == {
        "superseded by 45 on 2023-05-20",
        "passed on by others; the origin says it itself",
    }
    (position,) = record.positions
    assert (position.party, position.value) == ("Northern Coalition", PositionValue.DENIES_ACT)
