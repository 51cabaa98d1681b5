"""What a document says of itself as a United Nations document, and what it refers to."""

from pathlib import Path

import pytest

from allegata.model.document import Document, TextLayer
from allegata.model.span import Span
from allegata.model.un import Part, UnRecord
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.anatomy import read_anatomy
from allegata.text.cleaning import reading_view

TITLE = (
    "Letter dated 6 May 2031 from the Permanent Representative of Chad to the United Nations "
    "addressed to the President of the Security Council"
)
WITH_ANNEXES = f"""SPECIMEN: invented.

United Nations
S/2031/77
Security Council

Distr.: General
8 May 2031
English
Original: French

{TITLE}

I have the honour to transmit herewith a letter and a list (see annex).

(Signed) Nescio Nomen
Ambassador

Annex I
[Original: Arabic]

Three people were hurt, and I say so.

(Signed) Alius Nomen
Minister for Foreign Affairs of Mali

Enclosure

A list of names, held back.
"""


def read(text: str, *, markdown: bool = False) -> Document:
    layer = TextLayer("t0", LayerKind.NATIVE, "test", text)
    doc = Document("sha256:0", "letter", "text/plain", (layer,))
    return read_anatomy(doc, *reading_view(text, markdown=markdown))


def record(doc: Document) -> UnRecord:
    assert doc.un is not None
    return doc.un


def test_the_seed_letter_is_read_exactly(seed_letter: Path) -> None:
    doc = read(seed_letter.read_text(encoding="utf-8"), markdown=True)
    un = record(doc)
    assert (un.symbol, un.symbol_basis, un.job_number) == (None, None, None)
    assert (un.kind, un.dated, un.issued) == ("identical_letters", "2017-08-06", "2017-08-08")
    assert (un.distribution, un.organ, un.original_language) == ("general", "S", "ar")
    (sender,) = un.senders
    assert (sender.office, sender.state) == ("permanent_representative", "SYR")
    assert (sender.signatory, sender.title) == ("Bashar Ja'afari", "Ambassador")
    assert sender.span is not None
    assert doc.quote(sender.span) == sender.raw
    assert un.addressees == ("secretary_general", "president_of_the_security_council")
    assert un.parts == (Part("letter", "SYR", "en", 0, len(doc.layers[0].text)),)
    assert doc.doubts == ()


def test_the_references_of_the_seed_letter_are_exactly_two(seed_letter: Path) -> None:
    doc = read(seed_letter.read_text(encoding="utf-8"), markdown=True)
    previous, cited = doc.references
    assert (previous.kind, previous.symbol, previous.dated, previous.relation) == (
        "document",
        "S/2017/675",
        "2017-08-02",
        "previous",
    )
    assert [(doubt.code, doubt.message, doubt.span) for doubt in previous.doubts] == [
        (
            "reference.series_unidentified",
            "earlier letters of the series, unidentified",
            previous.span,
        )
    ]
    assert doc.quote(previous.span) == "S/2017/675"
    assert (cited.kind, cited.symbol, cited.dated, cited.relation, cited.doubts) == (
        "resolution",
        "S/RES/2253 (2015)",
        None,
        "cites",
        (),
    )
    assert doc.quote(cited.span) == r"2253 \(2015\)"


def test_spans_lie_in_the_layer_though_markdown_marks_were_removed() -> None:
    doc = read(
        f"Distr.: General\n\n{TITLE}\n\nSee [S/2031/7](#), I have the honour.", markdown=True
    )
    (reference,) = doc.references
    text = doc.layers[0].text
    assert reference.span == Span("t0", text.index("S/2031/7"), text.index("](#)"))


def test_annexes_are_parts_with_their_own_author_and_language() -> None:
    doc = read(WITH_ANNEXES)
    un = record(doc)
    text = doc.layers[0].text
    annex, enclosure = text.index("Annex I\n"), text.index("Enclosure")
    assert un.parts == (
        Part("letter", "TCD", "en", 0, annex),
        Part("annex", "MLI", "en", annex, enclosure, "ar", None, "Annex I"),
        Part("enclosure", None, "en", enclosure, len(text), None, None, "Enclosure"),
    )
    assert (un.symbol, un.symbol_basis) == ("S/2031/77", "masthead")
    assert un.senders[0].signatory == "Nescio Nomen"
    assert doc.references == ()


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("Secretary-General", "secretary_general"),
        ("Permanent Representative of Nowhere to the United Nations", None),
        ("Permanent Representatives of Chad and Mali to the United Nations", None),
    ],
)
def test_an_author_is_one_state_or_an_office_of_the_house(sender: str, author: str | None) -> None:
    title = f"Letter dated 6 May 2031 from the {sender} addressed to the Secretary-General"
    un = record(read(f"{title}\n\nI have the honour to report.\n"))
    assert [part.author for part in un.parts] == [author]
    assert {one.raw for one in un.senders} == {f"the {sender}"}


def test_a_report_has_a_masthead_and_no_sender() -> None:
    un = record(
        read(
            "Security Council\nDistr.: General\n8 May 2031\nOriginal: English\n\n"
            "Report of the Secretary-General on an invented mission\n\nAll was quiet.\n"
        )
    )
    assert (un.kind, un.senders, un.addressees, un.dated) == ("report", (), (), None)
    assert [part.kind for part in un.parts] == ["document"]


def test_a_letter_dated_after_its_distribution_raises_a_doubt() -> None:
    doc = read(
        f"Security Council\nDistr.: General\n2 May 2031\n\n{TITLE}\n\nI have the honour to report."
    )
    assert [doubt.code for doubt in doc.doubts] == ["un.dated_after_issue"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Five people were hurt in the valley on Monday, the ministry said.",
        (
            "SC/14982\n3 May 2031\nSecurity Council\n\nThe Security Council deplores the attack "
            "and recalls resolution 2253 (2015)."
        ),
        "Quarterly report of a human rights group\n\nSources\n\n" + TITLE + "\n" + TITLE,
        f"A blog on letters\n\nThe ambassador sent a letter ({TITLE}, S/2031/7). Signed N. N.",
    ],
)
def test_press_releases_reports_of_others_and_prose_are_no_united_nations_documents(
    text: str,
) -> None:
    assert read(text).un is None


def test_any_document_keeps_what_it_refers_to() -> None:
    doc = read("The Council recalled resolution 2253 (2015) in its document S/2031/7.")
    assert doc.un is None
    assert [one.symbol for one in doc.references] == ["S/RES/2253 (2015)", "S/2031/7"]
