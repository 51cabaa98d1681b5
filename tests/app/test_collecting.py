"""The case file as a collection, out of what the store keeps."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.app import unkit
from tests.store import casekit
from tests.un.workkit import cites, letter

from allegata.app.case import Case
from allegata.app.views import CaseReferences
from allegata.store.reader import SqlReader
from allegata.un.chains import find_chains
from allegata.un.links import link_works
from allegata.un.works import group_works


@pytest.fixture
def series(tmp_path: Path) -> Iterator[Case]:
    with unkit.series_case(tmp_path / "case") as opened:
        yield opened


def names(found: CaseReferences) -> list[tuple[str | None, list[str]]]:
    return [(work.symbol, [text.name for text in work.expressions]) for work in found.works]


def by_name(case: Case, name: str) -> str:
    return next(row.id for row in case.documents() if row.name == name)


def test_files_are_grouped_linked_chained_and_missing_ones_listed(series: Case) -> None:
    found = series.references()
    assert names(found) == [
        ("S/2031/4", ["letter-4.txt"]),
        ("S/2031/5/Add.1", ["add.txt"]),
        ("S/2031/7", ["letter-7.txt", "lettre-7.txt", "رسالة.txt"]),
    ]
    assert {(link.citing, link.cited, link.symbol) for link in found.links} == {
        ("w2", None, "S/2031/5"),
        ("w3", "w1", "S/2031/4"),
        ("w3", None, "S/RES/2564 (2031)"),
    }
    (chain,) = found.chains
    assert chain.works == ("w1", "w3")
    assert {one.symbol for one in found.missing} == {"S/RES/2564 (2031)", "S/2031/5"}
    assert [(one.provision, one.cited_by) for one in found.charter] == [("Article 51", ("w3",))]
    assert (found.documents, found.unread, found.others) == (6, 1, 1)


def test_a_symbol_that_a_person_supplies_groups_a_file(series: Case) -> None:
    before = series.references()
    assert before is series.references()
    series.set_fields(by_name(series, "رسالة.txt"), {"symbol": "S/2031/9"}, reviewer="r1")
    series.set_fields(by_name(series, "post.txt"), {"symbol": "S/2031/4"}, reviewer="r1")
    after = series.references()
    assert names(after) == [
        ("S/2031/4", ["letter-4.txt", "post.txt"]),
        ("S/2031/5/Add.1", ["add.txt"]),
        ("S/2031/7", ["letter-7.txt", "lettre-7.txt"]),
        ("S/2031/9", ["رسالة.txt"]),
    ]
    assert after.others == 0
    assert after.works[3].expressions[0].reason == "own symbol S/2031/9 (supplied by a person)"


def test_a_language_that_a_person_says_counts(series: Case) -> None:
    series.set_fields(by_name(series, "lettre-7.txt"), {"language": "en"}, reviewer="r1")
    work = series.references().works[2]
    assert [(text.language, text.form.value) for text in work.expressions] == [
        ("en", "version"),
        ("ar", "copy"),
        ("en", "copy"),
    ]


def test_a_forgotten_document_is_in_no_work(series: Case) -> None:
    assert len(series.references().works) == 3
    series.forget(by_name(series, "letter-4.txt"), why="asked to", reviewer="r1")
    found = series.references()
    assert [work.symbol for work in found.works] == ["S/2031/5/Add.1", "S/2031/7"]
    assert "S/2031/4" in {one.symbol for one in found.missing}
    assert (found.documents, found.unread) == (5, 1)


def test_the_same_words_in_another_place_are_a_copy_without_doubt(series: Case) -> None:
    text = unkit.SERIES["letter-4.txt"]
    series.add([casekit.source_of("table.csv", text, row_id="7")], reviewer="r1")
    work = series.references().works[0]
    assert [(text.name, text.form.value, text.doubts) for text in work.expressions] == [
        ("letter-4.txt", "version", ()),
        ("table.csv", "copy", ()),
    ]


def test_no_text_and_no_claim_is_read(series: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("read a text or claims")

    for name in ("layers", "reading", "claim_ids", "entries"):
        monkeypatch.setattr(SqlReader, name, never)
    assert len(series.references().works) == 3


def test_an_empty_case_holds_nothing(empty: Case) -> None:
    assert empty.references() == CaseReferences((), (), (), (), (), 0, 0, 0)


@contextmanager
def in_order(folder: Path, order: list[str]) -> Iterator[Case]:
    with casekit.new_case(folder, reader=unkit.read) as case:
        case.add([casekit.source_of(name, unkit.SERIES[name]) for name in order], reviewer="r1")
        yield case


def test_the_order_in_which_documents_are_added_does_not_matter(tmp_path: Path) -> None:
    order = list(unkit.SERIES)
    with in_order(tmp_path / "a", order) as one, in_order(tmp_path / "b", order[::-1]) as other:
        assert one.references() == other.references()


@pytest.mark.slow
def test_ten_thousand_documents_with_fifty_references_take_seconds() -> None:
    outlines = [
        letter(
            f"{at}.pdf",
            f"S/{2000 + at // 400}/{100 + at // 2 % 200}",
            ("en", "fr")[at % 2],
            *[
                cites(f"S/{2000 + (at // 2 + k) % 30}/{100 + (at * 7 + k) % 200}")
                for k in range(49)
            ],
            cites(f"S/{2000 + at // 400}/{99 + at // 2 % 200}", "previous"),
            dated=f"{2000 + at // 400}-01-{1 + at // 2 % 200 // 10:02}",
        )
        for at in range(10_000)
    ]
    started = time.process_time()
    works = group_works(outlines)
    found = link_works(works, outlines)
    find_chains(works, found.links, found.missing)
    assert len(works) == 5_000
    assert time.process_time() - started < 60  # some 5 seconds of a quiet core
