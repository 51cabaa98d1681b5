import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen import canvas
from tests.ocrkit import LINES, need_tesseract, picture, saved

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.vocabularies import LayerKind
from allegata.runners import worker
from allegata.runners.frames import Frame
from allegata.runners.limits import Limits
from allegata.runners.ocr_engine import find_engine
from allegata.runners.worker import convert_isolated
from allegata.stages.acquire.zip_kinds import DOCX
from allegata.stages.convert.convert import convert


def pdf_bytes() -> bytes:
    target = io.BytesIO()
    page = canvas.Canvas(target)
    page.drawString(72, 700, "Two people were hurt in Dorval on 3 May 2031.")
    page.save()
    return target.getvalue()


def docx_bytes() -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Two people were hurt in Dorval on 3 May 2031.")
    document.save(target)
    return target.getvalue()


SOURCES = {
    "application/pdf": pdf_bytes(),
    DOCX: docx_bytes(),
    "text/html": b"<p>Two people were hurt in Dorval on 3 May 2031.</p>",
    "message/rfc822": b"From: a@x.org\n\nTwo people were hurt in Dorval on 3 May 2031.",
    "application/akn+xml": (
        b"<akomaNtoso><doc><meta><identification><FRBRWork>"
        b"<FRBRuri value='/akn/un/x/unsc/2031-05-06/7-2031/'/></FRBRWork><FRBRExpression>"
        b"<FRBRlanguage language='fra'/></FRBRExpression>"
        b"</identification></meta><p>Two people were hurt in Dorval on 3 May 2031.</p></doc>"
        b"</akomaNtoso>"
    ),
    "text/plain": b"Two people were hurt in Dorval on 3 May 2031.",
    "text/markdown": b"Two people were hurt in Dorval on 3 May 2031.",
}


@pytest.mark.parametrize("media_type", SOURCES)
def test_the_locked_process_reads_what_this_one_reads(media_type: str) -> None:
    source = SourceFile("sha256:0", "report", SOURCES[media_type], media_type, row_id="7")
    found = convert_isolated(source)
    assert found == convert(source)
    assert found.layer("t0").text == "Two people were hurt in Dorval on 3 May 2031."
    assert (found.id, found.name, found.row_id, found.language) == ("sha256:0", "report", "7", "en")


def test_a_refusal_comes_through_with_its_code_and_hint() -> None:
    source = SourceFile("x", "cut.pdf", pdf_bytes()[:400], "application/pdf")
    with pytest.raises(InputError) as refused:
        convert_isolated(source)
    assert refused.value.code == "convert.pdf.damaged"
    assert "cut.pdf" in refused.value.message
    assert refused.value.hint


def test_a_file_that_takes_too_long_is_stopped() -> None:
    rows = b"<p>Two <b>hurt</b> here.</p>" * 150_000
    source = SourceFile("x", "long.html", b"<html><body>" + rows, "text/html", "utf-8")
    with pytest.raises(InputError) as refused:
        convert_isolated(source, Limits(cpu_seconds=1))
    assert refused.value.code == "convert.limit.time"


def test_a_file_that_needs_too_much_memory_is_stopped() -> None:
    content = b"<html><body><p>" + b"wide " * 12_000_000
    source = SourceFile("x", "wide.html", content, "text/html", "utf-8")
    with pytest.raises(InputError) as refused:
        convert_isolated(source, Limits(memory_bytes=400 << 20))
    assert refused.value.code == "convert.limit.memory"


def test_an_answer_longer_than_allowed_is_refused() -> None:
    source = SourceFile("x", "a.html", SOURCES["text/html"] * 50, "text/html", "utf-8")
    with pytest.raises(InputError) as refused:
        convert_isolated(source, Limits(output_bytes=200))
    assert refused.value.code == "convert.limit.output"


Answer = Callable[[SourceFile, Limits], Frame]


def answering(kind: str, answer: object) -> Answer:
    return lambda _source, _limits: Frame({"kind": kind}, json.dumps(answer).encode())


LAYER: dict[str, object] = {
    "id": "t0",
    "kind": "native",
    "tool": "x",
    "text": "Two",
    "regions": [],
    "language": None,
    "of": None,
}


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("converted", "no object"),
        ("converted", {}),
        ("converted", {"layers": []}),
        ("converted", {"layers": [LAYER], "blocks": [{"layer": "t0", "start": 0, "end": 9}]}),
        ("converted", {"layers": [LAYER | {"regions": [{"start": 2, "end": 1}]}]}),
        ("converted", {"layers": [LAYER | {"extra": 1}]}),
        ("refused", {"code": "rm -rf", "message": "", "hint": ""}),
        ("refused", {"code": "convert.pdf.odd"}),
        ("pixels", {"layers": [LAYER]}),
    ],
)
def test_an_answer_that_breaks_the_laws_counts_as_a_crash(
    kind: str, answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_run", answering(kind, answer))
    with pytest.raises(InputError) as refused:
        convert_isolated(SourceFile("x", "a.pdf", b"", "application/pdf"))
    assert refused.value.code == "convert.crashed"


def test_a_message_from_the_locked_process_is_cut_and_cleaned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    message = "It is \u202esafe\x1b[2J " + "x" * 9000
    refused = {"code": "convert.pdf.odd", "message": message, "hint": ""}
    monkeypatch.setattr(worker, "_run", answering("refused", refused))
    with pytest.raises(InputError) as caught:
        convert_isolated(SourceFile("x", "a.pdf", b"", "application/pdf"))
    assert caught.value.message.startswith("It is safe[2J x")
    assert len(caught.value.message) == 400


def test_a_process_that_dies_is_a_coded_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nkill -SEGV $$\n")
    python.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(python))
    with pytest.raises(InputError) as refused:
        convert_isolated(SourceFile("x", "a.pdf", pdf_bytes(), "application/pdf"))
    assert refused.value.code == "convert.crashed"
    assert "a.pdf" in refused.value.message


def test_a_scan_is_read_behind_the_locks() -> None:
    need_tesseract("eng", "osd")
    scan = SourceFile("sha256:0", "scan.png", saved(picture(LINES), "PNG"), "image/png")
    found = convert_isolated(scan)
    layer = found.layer("t0")
    assert (layer.kind, layer.text) == (LayerKind.OCR, "\n".join(LINES))
    assert layer.tool.endswith(" eng")
    assert (found.pages, found.language) == (1, "en")
    three = next(r for r in layer.regions if layer.text[r.start : r.end] == "3")
    assert three.page == 1
    assert three.confidence is not None
    assert three.confidence > 0.5
    assert three.box is not None
    assert 150 < three.box.x0 < 250  # "on 3 May": the second word, in pixels of the picture
    assert convert_isolated(scan) == found


def test_a_told_language_without_its_data_is_refused_with_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    need_tesseract("eng")
    found = find_engine()
    assert found is not None
    english = replace(found, languages=frozenset({"eng"}))
    monkeypatch.setattr(worker, "find_engine", lambda: english)
    content = saved(picture(LINES), "PNG")
    with pytest.raises(InputError) as refused:
        convert_isolated(SourceFile("x", "scan.png", content, "image/png", language="ar"))
    assert refused.value.code == "convert.image.no_ocr"
    assert "apt install tesseract-ocr-ara" in refused.value.hint


def test_without_the_program_a_scan_is_refused_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "find_engine", lambda: None)
    with pytest.raises(InputError) as refused:
        convert_isolated(SourceFile("x", "s.png", saved(picture(LINES), "PNG"), "image/png"))
    assert refused.value.code == "convert.image.no_ocr"
    assert "apt install tesseract-ocr tesseract-ocr-eng" in refused.value.hint
