"""How a person names a document, and what is shown of it."""

import pytest
from tests.store.casekit import OTHER, source_of

from allegata.app.case import Case
from allegata.app.views import DocumentRow
from allegata.cli.case_text import find_document, list_lines, short
from allegata.model.errors import InputError


@pytest.fixture
def rows(empty: Case) -> tuple[DocumentRow, ...]:
    """A file, and two rows of a table that say the same."""
    sources = [source_of("a.txt", "x"), *(source_of("t.csv", OTHER, row_id=i) for i in "12")]
    empty.add(sources, reviewer="r1")
    return empty.documents()


def test_a_document_is_found_by_its_id_its_beginning_or_its_name(
    rows: tuple[DocumentRow, ...],
) -> None:
    first, second, _ = rows
    digest = first.id.removeprefix("sha256:")
    for wanted in (first.id, digest, digest[:6], "sha256:" + digest[:8], short(first.id), "a.txt"):
        assert find_document(rows, wanted) == first
    for wanted in (second.id, "t.csv #1", short(second.id)):
        assert find_document(rows, wanted) == second


def test_what_may_be_several_is_not_guessed(rows: tuple[DocumentRow, ...]) -> None:
    for wanted in ("t.csv", rows[1].id[7:20]):
        with pytest.raises(InputError) as caught:
            find_document(rows, wanted)
        assert caught.value.code == "case.several_documents"
        assert "t.csv #1" in str(caught.value)
        assert "t.csv #2" in str(caught.value)


@pytest.mark.parametrize("wanted", ["", "sha256:", "nothing.txt", "0"])
def test_what_is_not_there_is_not_found(rows: tuple[DocumentRow, ...], wanted: str) -> None:
    with pytest.raises(InputError) as caught:
        find_document(rows, wanted)
    assert caught.value.code == "case.no_document"


def test_the_list_lines_up(rows: tuple[DocumentRow, ...]) -> None:
    lines = list(list_lines(rows))
    assert lines[0].index("name") == lines[1].index("a.txt") == lines[2].index("t.csv #1")
