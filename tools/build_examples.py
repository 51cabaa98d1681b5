"""Build the PDF and DOCX documents of `examples/documents` from the words beside this script.

In: `tools/example_texts.toml`. Out: two PDFs and one DOCX, the same on every run: fixed dates and
identifiers, PDF streams uncompressed, ZIP entries dated 1980.

    python tools/build_examples.py [FOLDER]
"""

import io
import sys
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
DOCUMENTS = HERE.parent / "examples" / "documents"
FIXED_TIME = datetime(2023, 4, 1, 12, 0)  # noqa: DTZ001  # DOCX properties take a naive time
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
A4 = (595, 842)  # points
LETTER = (612, 792)

Words = dict[str, Any]  # Any: a table of the TOML file, with strings and lists of strings


def read_words(section: str) -> Words:
    """Return one document's words."""
    with (HERE / "example_texts.toml").open("rb") as file:
        words: Words = tomllib.load(file)[section]
    return words


def wrap(paragraph: str, *, font: str, size: float, width: float) -> list[str]:
    """Return the lines of ``paragraph`` that fit ``width`` points."""
    lines: list[str] = []
    for word in paragraph.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def release_pdf() -> bytes:
    """Return the press release: A4, one column, one page."""
    words = read_words("release")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setTitle(words["title"])
    canvas.setAuthor("Marenda Casualty Watch (SPECIMEN)")
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(72, 770, words["head"])
    canvas.setFont("Helvetica", 9)
    canvas.drawString(72, 754, words["line"])
    y = 722.0
    canvas.setFont("Helvetica-Bold", 14)
    for line in wrap(words["title"], font="Helvetica-Bold", size=14, width=450):
        canvas.drawString(72, y, line)
        y -= 18
    canvas.setFont("Helvetica", 11)
    for paragraph in words["paragraphs"]:
        y -= 10
        for line in wrap(paragraph, font="Helvetica", size=11, width=450):
            canvas.drawString(72, y, line)
            y -= 15
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def letter_pdf() -> bytes:
    """Return the letter, laid out like a Council document: masthead, running head, page feet."""
    words = read_words("letter")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=1, pageCompression=0)
    canvas.setTitle(words["symbol"])
    _draw_masthead(canvas, words)
    y = 512.0
    for paragraph in words["paragraphs"]:
        for line in wrap(paragraph, font="Times-Roman", size=12, width=368):
            if y < 110:
                canvas.showPage()
                _draw_running_head(canvas, words)
                y = 700.0
            canvas.setFont("Times-Roman", 12)
            canvas.drawString(123, y, line)
            y -= 16
        y -= 10
    for line in words["signature"]:
        y -= 14
        canvas.drawRightString(491, y, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_masthead(canvas: Canvas, words: Words) -> None:
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(60, 738, "United Nations")
    canvas.setFont("Times-Bold", 14)
    canvas.drawRightString(552, 738, words["symbol"])
    canvas.line(60, 730, 552, 730)
    canvas.setFont("Times-Bold", 16)
    canvas.drawString(60, 706, "Security Council")
    canvas.setFont("Times-Roman", 10)
    for row, line in enumerate(words["masthead"]):
        canvas.drawString(430, 708 - 12 * row, line)
    canvas.line(60, 662, 552, 662)
    canvas.setFont("Times-Bold", 12)
    for row, line in enumerate(wrap(words["title"], font="Times-Bold", size=12, width=368)):
        canvas.drawString(123, 580 - 15 * row, line)
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(60, 72, words["job_line"])
    canvas.drawString(60, 60, words["bar_code"])


def _draw_running_head(canvas: Canvas, words: Words) -> None:
    canvas.setFont("Times-Bold", 9)
    canvas.drawString(60, 746, words["symbol"])
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(60, 60, "2/2")
    canvas.drawRightString(552, 60, words["job_number"])


def note_docx() -> bytes:
    """Return the monthly note: header, footer, heading, caption and a table."""
    words = read_words("note")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = words["header"]
    document.sections[0].footer.paragraphs[0].text = words["footer"]
    document.add_heading(words["title"], level=1)
    for paragraph in words["before"]:
        document.add_paragraph(paragraph)
    document.add_paragraph(words["caption"], style="Caption")
    table = document.add_table(rows=0, cols=len(words["table"][0]), style="Table Grid")
    for row in words["table"]:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value
    for paragraph in words["after"]:
        document.add_paragraph(paragraph)
    properties = document.core_properties
    properties.title = words["title"]
    properties.author = "Humanitarian Observer for Marenda (SPECIMEN)"
    properties.comments = ""
    properties.created = properties.modified = FIXED_TIME
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _with_fixed_times(archive: bytes) -> bytes:
    """Return the same ZIP with every entry dated 1980, in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


BUILDERS: dict[str, Callable[[], bytes]] = {
    "03-watch-release.pdf": release_pdf,
    "06-monthly-note.docx": note_docx,
    "07-letter-airspace.pdf": letter_pdf,
}


def main(arguments: Sequence[str]) -> None:
    """Write every built document into the folder named, or into `examples/documents`."""
    folder = Path(arguments[0]) if arguments else DOCUMENTS
    for name, build in BUILDERS.items():
        content = build()
        (folder / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
