"""The nouns of the collection."""

from allegata.model.document import Document, TextLayer
from allegata.model.doubt import Doubt
from allegata.model.span import Span
from allegata.model.un import Part, Reference, UnRecord
from allegata.model.vocabularies import LayerKind
from allegata.model.works import (
    Chain,
    ChainStep,
    Cited,
    DocumentOutline,
    Work,
    outlines_of,
)


def test_an_outline_says_what_a_document_is_without_its_text() -> None:
    layer = TextLayer("t0", LayerKind.NATIVE, "x", "Text.")
    doubt = Doubt("reference.year_unstated", "no year", Span("t0", 0, 2))
    reference = Reference("resolution", "S/RES/1", None, "cites", None, Span("t0", 0, 2), (doubt,))
    un = UnRecord("S/2031/7", parts=(Part("letter", None, "en", 0, 5),))
    document = Document("d1", "a.txt", "text/plain", (layer,), un=un, references=(reference,))
    (outline,) = outlines_of([document])
    said = Cited("resolution", "S/RES/1", doubts=(Doubt("reference.year_unstated", "no year"),))
    assert outline == DocumentOutline(
        "d1", "a.txt", None, layer.sha256, UnRecord("S/2031/7"), (said,)
    )


def test_a_document_without_layers_has_no_hash_of_its_text() -> None:
    assert DocumentOutline.of(Document("d1", "a.txt", "text/plain", ())).text_sha256 is None


def test_a_work_is_called_by_its_symbol_else_by_its_file() -> None:
    assert [Work("w1", symbol, "a.txt").label for symbol in ("S/2031/7", None)] == [
        "S/2031/7",
        "a.txt",
    ]


def test_the_works_of_a_chain_leave_out_its_gaps() -> None:
    steps = (ChainStep("w2", None, None), ChainStep(None, "S/2031/4", None))
    assert Chain(steps).works == ("w2",)
