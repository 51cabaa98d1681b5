import io
import tracemalloc
import zipfile

import pytest

from allegata.model.errors import InputError
from allegata.stages.convert.packages import ForbiddenXmlError, Package, parse_xml

LAUGHS = b"""<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<a b="&d;">&d;</a>"""


def packed(files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def refusal(content: bytes, part: str = "word/document.xml") -> InputError:
    with pytest.raises(InputError) as refused:
        Package(content, "report.docx").part(part)
    assert "report.docx" in refused.value.message
    assert refused.value.hint
    return refused.value


def test_a_bomb_is_refused_before_anything_is_unpacked() -> None:
    content = packed({"word/document.xml": b" " * 300_000_000})
    tracemalloc.start()
    assert refusal(content).code == "convert.docx.bomb"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_bomb_of_many_files_is_refused() -> None:
    content = packed({f"word/{n}.xml": b"" for n in range(5_001)})
    assert refusal(content).code == "convert.docx.bomb"


def test_a_bomb_that_declares_too_many_bytes_is_refused() -> None:
    files = {f"word/{n}.xml": bytes(9) for n in range(3)}
    content = bytearray(packed(files, method=zipfile.ZIP_STORED))
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        content[at + 20 : at + 28] = (200_000_000).to_bytes(4, "little") * 2
    assert refusal(bytes(content)).code == "convert.docx.bomb"


def test_a_small_part_may_be_packed_tightly() -> None:
    xml = b"<a>" + b" " * 900_000 + b"</a>"
    found = Package(packed({"word/document.xml": xml}), "report.docx").part("word/document.xml")
    assert found is not None
    assert found.tag == "a"


def test_an_archive_that_lies_about_its_size_is_damaged() -> None:
    content = bytearray(packed({"word/document.xml": b"<a>" + b" " * 5000 + b"</a>"}))
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(content)).code == "convert.docx.damaged"


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing", b""])
def test_a_broken_archive_is_damaged(content: bytes) -> None:
    assert refusal(content).code == "convert.docx.damaged"


def test_a_truncated_archive_is_damaged() -> None:
    content = packed({"word/document.xml": b"<a/>"})
    assert refusal(content[:-30]).code == "convert.docx.damaged"


def test_a_part_that_is_no_xml_is_damaged() -> None:
    assert refusal(packed({"word/document.xml": b"<a><b>"})).code == "convert.docx.damaged"


def test_a_locked_archive_is_refused() -> None:
    content = bytearray(packed({"word/document.xml": b"<a/>"}))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(content)).code == "convert.docx.encrypted"


@pytest.mark.parametrize(
    "xml",
    [
        LAUGHS,
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
        LAUGHS.decode().encode("utf-16"),
    ],
)
def test_xml_with_a_dtd_is_refused_and_no_entity_is_replaced(xml: bytes) -> None:
    assert refusal(packed({"word/document.xml": xml})).code == "convert.docx.entities"
    with pytest.raises(ForbiddenXmlError):
        parse_xml(xml)


def test_links_are_resolved_inside_the_package_only() -> None:
    rels = (
        b'<R><Relationship Id="a" Type="x/footnotes" Target="../word/notes.xml"/>'
        b'<Relationship Id="b" Type="x/image" TargetMode="External" Target="http://127.0.0.1/"/>'
        b'<Relationship Id="c" Type="x/header" Target="/../../etc/passwd"/></R>'
    )
    found = Package(packed({"word/_rels/document.xml.rels": rels}), "report.docx")
    assert found.related("word/document.xml") == {
        "a": ("footnotes", "word/notes.xml"),
        "c": ("header", "etc/passwd"),
    }
    assert found.part("etc/passwd") is None
