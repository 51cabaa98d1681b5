"""A paragraph of a translation is found by its place, or not at all."""

from allegata.app.translations import paragraphs, translation_of
from allegata.model.document import Document, TextLayer
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind

ARABIC = "عنوان\n\nقُتل 5 أشخاص في ترنيل.\n\nنهاية"
ENGLISH = "Title\n\n5 people were killed\nin Tarnel.\n\nEnd"


def document(translation: str, *, of: str = "t0") -> Document:
    layers = (
        TextLayer("t0", LayerKind.NATIVE, "specimen@1", ARABIC, language="ar"),
        TextLayer("t1", LayerKind.TRANSLATION, "r1", translation, language="en", of=of),
    )
    return Document("d", "d.txt", "text/plain", layers)


def of_five(held: Document) -> str | None:
    at = ARABIC.index("5")
    return translation_of(held, Span("t0", at, at + 1))


def test_the_paragraph_in_the_same_place_stands_for_the_words() -> None:
    assert of_five(document(ENGLISH)) == "5 people were killed\nin Tarnel."


def test_no_paragraph_is_told_where_their_numbers_differ() -> None:
    assert of_five(document("All in one paragraph.")) is None


def test_a_translation_of_another_layer_is_none_of_these_words() -> None:
    assert of_five(document(ENGLISH, of="t9")) is None
    assert translation_of(document(ENGLISH), Span("t9", 0, 1)) is None


def test_paragraphs_are_where_they_stand() -> None:
    for start, end, text in paragraphs(ARABIC):
        assert ARABIC[start:end] == text
