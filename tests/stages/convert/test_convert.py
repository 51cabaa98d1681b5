from pathlib import Path

from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.source import Provenance
from allegata.stages.acquire.source import acquire
from allegata.stages.convert.convert import convert


def test_a_document_keeps_what_was_told_of_its_source() -> None:
    source = SourceFile(
        id="sha256:0",
        name="posts.jsonl",
        content="Deux blessés à Mérac.".encode(),
        media_type="text/plain",
        row_id="7",
        published="2031-05-03",
        country="XX",
        provenance=Provenance(url="https://example.org/"),
        doubts=(Doubt("acquire.encoding_guessed", "…"),),
    )
    doc = convert(source)
    assert (doc.id, doc.name, doc.row_id, doc.pages) == ("sha256:0", "posts.jsonl", "7", None)
    assert (doc.language, doc.published, doc.country) == ("fr", "2031-05-03", "XX")
    assert doc.layer("t0").language == "fr"
    assert doc.provenance.url == "https://example.org/"
    assert [doubt.code for doubt in doc.doubts] == ["acquire.encoding_guessed"]


def test_furniture_does_not_decide_the_language() -> None:
    page = (
        "<nav><p>Home World Politics Sport Weather Contact us today for the news</p></nav>"
        "<p>Deux personnes ont été blessées à Mérac.</p>"
    )
    assert convert(acquire(page.encode(), "page.html")).language == "fr"


def test_the_letter_is_markdown_and_unchanged(seed_letter: Path) -> None:
    content = seed_letter.read_bytes()
    doc = convert(acquire(content, seed_letter.name))
    assert (doc.media_type, doc.language) == ("text/markdown", "en")
    assert doc.layer("t0").text == content.decode().removeprefix("\ufeff")
    assert doc.doubts == ()
