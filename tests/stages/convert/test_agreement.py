import dataclasses

import pytest

from allegata.model.document import Document, Metadata, TextLayer
from allegata.model.un import Part, UnRecord
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.agreement import compare_with_labels

SPANISH = "El consejo dijo que dos personas resultaron heridas cerca del mercado de Dorval. " * 6
ENGLISH = "The council said that two people were hurt near the market in Dorval. " * 6
RUSSIAN = "Совет сообщил, что возле рынка в Дорвале пострадали два человека. " * 6


def document(
    name: str = "x.txt",
    text: str = ENGLISH,
    language: str | None = "en",
    un: UnRecord | None = None,
    metadata: Metadata | None = None,
) -> Document:
    layer = TextLayer("t0", LayerKind.NATIVE, "test", text)
    return Document(
        "sha256:0",
        name,
        "text/plain",
        (layer,),
        language=language,
        un=un,
        metadata=metadata or Metadata(),
    )


def doubts(doc: Document) -> list[tuple[str, str]]:
    return [(doubt.code, doubt.message) for doubt in compare_with_labels(doc).doubts]


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("2031/Russian/SC_9967_2031-R.xml", SPANISH, "es"),
        ("letter.ru.md", SPANISH, "es"),
        ("fr/letter.txt", ENGLISH, "en"),
        ("S_2031_684-E.pdf", RUSSIAN, "ru"),
        ("S_2031_684-EN.docx", RUSSIAN, "ru"),
    ],
)
def test_a_misfiled_language_is_doubted_and_the_text_stands(
    name: str, text: str, language: str
) -> None:
    doc = document(name, text, language)
    compared = compare_with_labels(doc)
    assert compared.language == language
    (doubt,) = compared.doubts
    assert doubt.code == "convert.language_disagrees"
    assert doubt.message.startswith(f"The text is in {language}, but its name (")


def test_a_folder_that_contradicts_the_name_is_named() -> None:
    doc = document("2031/Russian/SC_9967_2031-S.xml", SPANISH, "es")
    assert doubts(doc) == [
        (
            "convert.language_disagrees",
            "The text is in es, but its name (Russian) says ru. It was read as es.",
        )
    ]


def test_metadata_may_tell_another_language_too() -> None:
    doc = document(text=SPANISH, language="es", metadata=Metadata(language="ru"))
    assert doubts(doc) == [
        (
            "convert.language_disagrees",
            "The text is in es, but its metadata says ru. It was read as es.",
        )
    ]


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Spanish/SC_9967_2031-S.xml", SPANISH, "es"),
        ("letter.en.md", ENGLISH, "en"),
        ("letter.fr.md", "Dorval, 3.", "en"),  # too little text
        ("plan-A.txt", ENGLISH, "en"),
        ("letter.ru.md", ENGLISH, None),
    ],
)
def test_a_name_that_fits_or_a_text_that_is_short_raises_no_doubt(
    name: str, text: str, language: str | None
) -> None:
    assert doubts(document(name, text, language)) == []


@pytest.mark.parametrize(
    ("name", "record", "message"),
    [
        (
            "S_2031_684.pdf",
            UnRecord(symbol="S/2031/685"),
            (
                "The file is named after S/2031/684, and the document is S/2031/685. "
                "It was read as S/2031/685."
            ),
        ),
        (
            "N3113576.pdf",
            UnRecord(symbol="S/2031/685", job_number="31-13577"),
            (
                "The file is named after job number 31-13576, and the document is "
                "job number 31-13577. It was read as job number 31-13577."
            ),
        ),
    ],
)
def test_a_name_of_another_document_is_doubted(name: str, record: UnRecord, message: str) -> None:
    compared = compare_with_labels(document(name, un=record))
    assert compared.un == record
    assert [(d.code, d.message) for d in compared.doubts] == [("un.file_name_disagrees", message)]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("S_2031_684.pdf", UnRecord(symbol="S/2031/684*")),
        ("S_2031_684.pdf", UnRecord()),  # an absent symbol stays unknown
        ("S_2031_684.pdf", None),
        ("letter.pdf", UnRecord(symbol="S/2031/684")),
        ("S_2031_684-3113576E.xml", UnRecord(symbol="S/2031/684", job_number="31-13576")),
    ],
)
def test_a_name_that_fits_or_says_nothing_raises_none(name: str, record: UnRecord | None) -> None:
    compared = compare_with_labels(document(name, un=record))
    assert compared.doubts == ()
    assert compared.un == record


def test_metadata_that_disagree_are_doubted_and_the_text_stands() -> None:
    record = UnRecord(symbol="S/RES/9964 (2031)", symbol_basis="masthead", issued="2031-05-08")
    told = Metadata(symbol="S/RES/9965 (2031)", issued="2031-05-09")
    compared = compare_with_labels(document(un=record, metadata=told))
    assert compared.un == record
    assert [(doubt.code, doubt.message) for doubt in compared.doubts] == [
        (
            "un.metadata_disagrees",
            (
                "The metadata of the file say the symbol S/RES/9965 (2031), the text "
                "S/RES/9964 (2031). The text was kept."
            ),
        ),
        (
            "un.metadata_disagrees",
            (
                "The metadata of the file say that it was issued on 2031-05-09, the text on "
                "2031-05-08. The text was kept."
            ),
        ),
    ]


def test_metadata_fill_in_where_the_text_is_silent() -> None:
    told = Metadata(symbol="S/RES/9964 (2031)", issued="2031-05-08")
    filled = compare_with_labels(document(un=None, metadata=told)).un
    assert filled is not None
    assert (filled.symbol, filled.symbol_basis) == ("S/RES/9964 (2031)", "metadata")
    assert filled.issued == "2031-05-08"
    assert [(part.kind, part.start, part.end) for part in filled.parts] == [
        ("document", 0, len(ENGLISH))
    ]
    half = UnRecord(organ="S", issued="2031-05-07")
    filled = compare_with_labels(document(un=half, metadata=Metadata(symbol="S/2031/7"))).un
    assert filled == dataclasses.replace(half, symbol="S/2031/7", symbol_basis="metadata")


def test_an_annex_that_only_the_markup_tells_becomes_a_part() -> None:
    whole = Part("document", "CHD", "en", 0, len(ENGLISH))
    record = UnRecord(parts=(whole,))
    found = compare_with_labels(document(un=record, metadata=Metadata(annexes=(300,)))).un
    assert found is not None
    assert [(p.kind, p.author, p.start, p.end) for p in found.parts] == [
        ("document", "CHD", 0, 300),
        ("annex", None, 300, len(ENGLISH)),
    ]
    known = UnRecord(
        parts=(
            dataclasses.replace(whole, end=310),
            Part("annex", "MLI", "en", 310, len(ENGLISH)),
        )
    )
    again = compare_with_labels(document(un=known, metadata=Metadata(annexes=(300,))))
    assert again.un == known


@pytest.mark.parametrize(
    ("symbol", "issued", "agrees"),
    [
        ("S/2031/684", "2031-12-31", True),
        ("S/2031/684", "2032-01-20", True),
        ("S/2031/684", "2032-02-17", False),
        ("S/2031/684", "2030-12-31", False),
        ("S/PRST/2031/10", "2032-02-17", False),
        ("S/2031/684/Corr.1", "2032-02-17", True),
        ("S/2031/684*", "2032-02-17", True),
        ("A/71/1024", "2017-02-17", True),
        ("S/24900/Add.90", "1993-02-17", True),
    ],
)
def test_the_year_of_the_symbol_and_of_the_issue(symbol: str, issued: str, agrees: bool) -> None:
    found = doubts(document(un=UnRecord(symbol=symbol, issued=issued)))
    assert [code for code, _ in found] == ([] if agrees else ["un.year_disagrees"])
