import io
import zipfile
from pathlib import Path

import docx
import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, check
from allegata.stages.convert.docx import convert_docx

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body: str, **parts: str) -> bytes:
    """Return a DOCX of this body; ``footnotes="…"`` adds a part, related from the document."""
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_KINDS}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Id="a" Type="{_KINDS}/officeDocument" '
        'Target="word/document.xml"/></R>',
        "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<R>{links}</R>",
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return target.getvalue()


def read(content: bytes) -> Converted:
    found = convert_docx(SourceFile("sha256:0", "report.docx", content, MEDIA))
    check(found)
    return found


def pieces(found: Converted) -> list[tuple[str | None, str, str]]:
    """Return path, kind and text of each block."""
    layer = found.layers[0]
    return [
        (region.path, block.kind, layer.text[block.start : block.end])
        for region, block in zip(layer.regions, found.blocks, strict=True)
    ]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_and_cells_keep_their_place() -> None:
    document = docx.Document()
    document.add_heading("Report", 1)
    document.add_paragraph("Two were hurt.")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Hurt"
    table.cell(1, 1).text = "2"
    document.add_paragraph("A child", style="List Bullet")
    document.sections[0].header.paragraphs[0].text = "S/2031/1"
    document.sections[0].footer.paragraphs[0].text = "Page"
    target = io.BytesIO()
    document.save(target)
    assert pieces(read(target.getvalue())) == [
        ("header[1]/p[1]", "furniture", "S/2031/1"),
        ("body/p[1]", "heading", "Report"),
        ("body/p[2]", "paragraph", "Two were hurt."),
        ("body/tbl[1]/tr[1]/tc[1]/p[1]", "cell", "Hurt"),
        ("body/tbl[1]/tr[2]/tc[2]/p[1]", "cell", "2"),
        ("body/p[3]", "list_item", "A child"),
        ("footer[1]/p[1]", "furniture", "Page"),
    ]


def test_tracked_insertions_are_text_and_deletions_are_not() -> None:
    body = (
        f"<w:p>{run('Killed: ')}<w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
        f"<w:ins>{run('7')}</w:ins></w:p>"
    )
    found = read(package(body))
    assert found.layers[0].text == "Killed: 7"
    assert [(doubt.code, doubt.message) for doubt in found.doubts] == [
        ("convert.docx.insertions", "1 insertions are still tracked: read as text."),
        ("convert.docx.deletions", "1 tracked deletions were left out."),
    ]


def test_a_deleted_row_is_left_out() -> None:
    kept = f"<w:tr><w:tc><w:p>{run('7')}</w:p></w:tc></w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('9')}</w:p></w:tc></w:tr>"
    found = read(package(f"<w:tbl>{gone}{kept}</w:tbl>"))
    assert pieces(found) == [("body/tbl[1]/tr[2]/tc[1]/p[1]", "cell", "7")]
    assert [doubt.code for doubt in found.doubts] == ["convert.docx.deletions"]


def test_hidden_text_is_left_out_with_a_doubt() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Nine</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Two</w:t></w:r>'
    found = read(package(f"<w:p>{hidden}{shown}</w:p>"))
    assert found.layers[0].text == "Two"
    assert [doubt.code for doubt in found.doubts] == ["convert.docx.hidden_text"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent>"
    twice = f"<mc:Choice><x>{box}</x></mc:Choice><mc:Fallback><y>{box}</y></mc:Fallback>"
    body = (
        f"<w:p><w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>{run('Before')}</w:p>"
    )
    assert pieces(read(package(body + f"<w:p>{run('After')}</w:p>"))) == [
        ("body/p[1]", "paragraph", "Before"),
        ("body/p[1]/txbx[1]/p[1]", "paragraph", "In a box"),
        ("body/p[2]", "paragraph", "After"),
    ]


def test_notes_follow_the_body_and_comments_are_furniture() -> None:
    found = read(
        package(
            f'<w:p>{run("Body")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
            footnotes=f"<w:footnotes {W}><w:footnote><w:p>{run('Note')}</w:p></w:footnote>"
            "</w:footnotes>",
            endnotes=f"<w:endnotes {W}><w:endnote><w:p>{run('End')}</w:p></w:endnote></w:endnotes>",
            comments=f"<w:comments {W}><w:comment><w:p>{run('Really?')}</w:p></w:comment>"
            "</w:comments>",
        )
    )
    assert pieces(found) == [
        ("body/p[1]", "paragraph", "Body"),
        ("footnotes/footnote[1]/p[1]", "footnote", "Note"),
        ("endnotes/endnote[1]/p[1]", "footnote", "End"),
        ("comments/comment[1]/p[1]", "furniture", "Really?"),
    ]
    assert [doubt.code for doubt in found.doubts] == ["convert.docx.comments"]


def test_fields_links_controls_and_signs_are_read_as_shown() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink>{run('S/2031/1')}</w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>7</w:t><w:noBreakHyphen/>"
        "<w:t>8</w:t><w:br/><w:t>end</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert pieces(read(package(body))) == [("body/p[1]", "paragraph", "S/2031/1\t7\u20118\nend")]


def test_a_strict_file_of_word_is_read_too() -> None:
    content = package(f"<w:p>{run('Two')}</w:p>")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text.replace(W[9:-1].encode(), strict))
    assert read(target.getvalue()).layers[0].text == "Two"


def test_a_docx_without_text_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        read(package("<w:p/>"))
    assert refused.value.code == "convert.docx.empty"


def test_a_docx_without_a_body_is_damaged(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/other.xml", "<a/>")
    with pytest.raises(InputError) as refused:
        read(target.getvalue())
    assert refused.value.code == "convert.docx.damaged"
