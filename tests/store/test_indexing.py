"""The search index goes with its layers: kept, erased and checked with them, and made anew."""

from pathlib import Path

import pysqlite3.dbapi2 as driver
import pytest
from tests.store.casekit import LETTER, OTHER, new_case, open_case, source_of
from tests.store.test_killed import words_anywhere

from allegata.app.case import Case
from allegata.model.errors import TemporaryError
from allegata.store.indexing import FORMS
from allegata.text.search_forms import FORMS_VERSION

MANY = " ".join(f"word{number:05d}" for number in range(4_000))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed case file with two documents."""
    folder = tmp_path / "case"
    with new_case(folder) as case:
        case.add([source_of("a.txt", LETTER), source_of("b.txt", OTHER)], reviewer="r1")
    return folder


def change(folder: Path, *statements: str) -> None:
    connection = driver.connect(str(folder / "case.db"))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def problems(folder: Path) -> list[str]:
    with open_case(folder, read_only=True) as case:
        return [problem.code for problem in case.verify().problems]


def vocabulary(folder: Path) -> set[str]:
    connection = driver.connect(str(folder / "case.db"))
    connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, passage_index, 'row')")
    found = {row[0] for row in connection.execute("SELECT term FROM v")}
    connection.close()
    return found


def totals(case: Case, *queries: str) -> list[int]:
    return [case.search(query).total for query in queries]


def test_an_index_that_lacks_a_passage_is_told_and_made_anew(folder: Path) -> None:
    change(folder, "DELETE FROM passages", "DELETE FROM passage_index")
    assert problems(folder) == ["search.index_differs", "search.index_differs"]
    with open_case(folder) as case:
        assert totals(case, "tarnel") == [0]
        assert case.reindex() == 2
        assert totals(case, "tarnel") == [2]
        assert case.verify().problems == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE passages SET start = 3",
        "UPDATE passages SET pages = '[[0, 4]]'",
        "UPDATE passage_index SET words = 'other words' WHERE words LIKE '%clinic%'",
    ],
)
def test_a_passage_that_is_not_as_its_text_is_told(folder: Path, statement: str) -> None:
    change(folder, statement)
    assert set(problems(folder)) == {"search.index_differs"}
    with open_case(folder) as case:
        case.reindex()
        assert case.verify().problems == ()


def test_an_index_whose_terms_are_not_those_of_its_passages_is_told(folder: Path) -> None:
    change(folder, "UPDATE passage_index_content SET c1 = 'more words' WHERE c0 LIKE '%clinic%'")
    assert problems(folder) == ["search.index_damaged", "search.index_differs"]
    change(folder, "UPDATE passage_index_data SET block = zeroblob(20) WHERE id > 10")
    assert "search.index_damaged" in problems(folder)
    assert "store.damaged" not in problems(folder)
    with open_case(folder) as case:
        case.reindex()
        assert case.verify().problems == ()
        assert totals(case, "clinic") == [1]


def test_an_index_of_other_forms_is_made_anew_when_the_case_is_opened(folder: Path) -> None:
    change(folder, f"UPDATE case_info SET value = '0/1' WHERE key = '{FORMS}'")
    change(folder, "DELETE FROM passages", "DELETE FROM passage_index")
    with open_case(folder, read_only=True) as case:
        report = case.verify()
    assert (report.ok, [note for note in report.notes if "index" in note]) == (
        True,
        ["the search index is of another version, and so was not compared: 1"],
    )
    with open_case(folder) as case:
        assert totals(case, "tarnel") == [2]
        assert case._store.index_forms() == FORMS_VERSION
        assert case.verify().problems == ()


def test_a_layer_that_cannot_be_kept_is_not_found_either(folder: Path) -> None:
    with open_case(folder) as case:
        database = case._store._engine  # type: ignore[attr-defined]
        with database.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 3}")
        with pytest.raises(TemporaryError):
            case.add([source_of("many.txt", MANY)], reviewer="r1")
        assert totals(case, "word00001", "tarnel") == [0, 2]
        assert case.verify().problems == ()


def test_forgetting_leaves_no_form_in_the_index(folder: Path) -> None:
    with open_case(folder) as case:
        case.add([source_of("many.txt", f"{MANY} Quillfeather Zwölf")], reviewer="r1")
        assert totals(case, "quillfeather", "zwolf", "word03999") == [1, 1, 1]
        document = case.documents()[2].id
        assert {"quillfeather", "zwolf", "word00000"} <= vocabulary(folder)
        case.forget(document, why="asked to", reviewer="r1")
        assert totals(case, "quillfeather", "zwolf", "word03999", "word*") == [0, 0, 0, 0]
        assert case.verify().problems == ()
    assert {
        term for term in vocabulary(folder) if term.startswith(("quill", "zw", "word"))
    } == set()
    for words in ("quillfeather", "Quillfeather", "zwolf", "word0", "0word", "illfeather"):
        assert words_anywhere(folder, words) == [], words


def test_the_index_is_made_anew_in_one_step(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from allegata.store import indexing

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with open_case(folder) as case:
        with monkeypatch.context() as patched:
            patched.setattr(indexing, "index_layer", killed)
            with pytest.raises(KeyboardInterrupt):
                case.reindex()
        assert totals(case, "tarnel") == [2]
        assert case.verify().problems == ()
