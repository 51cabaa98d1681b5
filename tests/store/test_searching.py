"""A question at the index: which passages answer, and in which order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.casekit import new_case, source_of

from allegata.model.search import PassagesFound, SearchQuestion
from allegata.model.store_port import CaseReader
from allegata.store import searching
from allegata.text.search_query import parse_query

TEXTS = {
    "a": "clinic",
    "b": "The clinic, the clinic and the clinic again.",
    "c": "bridge\n\nclinic bridge\n\nclinic",
    "d": "clinic\n\nbridge\n\nmill",
    "e": "mill bridge\n\nclinic\n\nclinic mill",
}


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[CaseReader]:
    with new_case(tmp_path / "case") as case:
        case.add([source_of(name, text) for name, text in TEXTS.items()], reviewer="r1")
        with case._store.read() as reader:
            yield reader


def ask(reader: CaseReader, query: str, most: int = 20, **more: object) -> PassagesFound:
    documents = more.get("documents")
    assert documents is None or isinstance(documents, frozenset)
    return reader.search(parse_query(query), documents=documents, most=most)


def found(reader: CaseReader, query: str, most: int = 20) -> list[tuple[str, str, bool]]:
    titles = reader.titles()
    return [
        (titles[hit.document_id].name, hit.layer.slice(hit.place), hit.whole)
        for hit in ask(reader, query, most).hits
    ]


def test_the_passage_that_says_least_else_comes_first(reader: CaseReader) -> None:
    assert found(reader, "mill") == [
        ("d", "mill", True),
        ("e", "mill bridge", True),
        ("e", "clinic mill", True),
    ]
    assert ask(reader, "clinic").total == 7


def test_of_documents_with_the_words_apart_the_fullest_passage_is_found(
    reader: CaseReader,
) -> None:
    assert found(reader, "clinic bridge") == [
        ("c", "clinic bridge", True),
        ("d", "clinic", False),
        ("e", "mill bridge", False),
    ]
    assert found(reader, "clinic bridge mill") == [
        ("e", "mill bridge", False),
        ("d", "clinic", False),
    ]
    assert ask(reader, "clinic bridge", most=1).total == 1  # enough that hold them together
    assert ask(reader, "clinic bridge mill", most=1).total == 2
    assert len(ask(reader, "clinic bridge mill", most=1).hits) == 1


def test_only_the_documents_named_are_searched(reader: CaseReader) -> None:
    ids = {title.name: title.id for title in reader.titles().values()}
    some = frozenset({ids["a"], ids["d"]})
    assert ask(reader, "clinic", documents=some).total == 2
    assert ask(reader, "clinic bridge", documents=some).total == 1
    assert ask(reader, "clinic", documents=frozenset()).total == 0
    assert ask(reader, "clinic", documents=frozenset({"sha256:no"})).total == 0


def test_where_very_many_answer_the_first_of_them_are_ranked(
    reader: CaseReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST_RANKED", 2)
    result = ask(reader, "clinic")
    assert (result.total, len(result.hits)) == (7, 2)


def test_a_question_that_wants_nothing_finds_nothing(reader: CaseReader) -> None:
    assert reader.search(SearchQuestion(()), documents=None, most=9) == PassagesFound(0, ())


def test_titles_tell_what_a_person_said(tmp_path: Path) -> None:
    with new_case(tmp_path / "other") as case:
        case.add([source_of("a.txt", "clinic", row_id="7")], reviewer="r1")
        document = case.documents()[0].id
        case.set_fields(document, {"symbol": "S/2031/12", "language": "fr"}, reviewer="r1")
        with case._store.read() as reader:
            (title,) = reader.titles({document}).values()
            assert reader.titles({"sha256:no"}) == {}
    assert (title.name, title.row_id, title.symbol, title.language) == (
        "a.txt",
        "7",
        "S/2031/12",
        "fr",
    )
