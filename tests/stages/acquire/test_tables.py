import json

import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.reading import Refusal
from allegata.stages.acquire.columns import TableFields
from allegata.stages.acquire.tables import read_csv, read_jsonl


def rows_of(*objects: object, fields: TableFields = TableFields()) -> list[SourceFile | Refusal]:  # noqa: B008
    lines = [line if isinstance(line, str) else json.dumps(line) for line in objects]
    return list(read_jsonl(iter(lines), "posts.jsonl", fields))


def test_a_row_is_a_document_of_its_own() -> None:
    (row,) = rows_of({"id": 7, "text": "Dois", "date": "2031-05-03T10:00:00Z", "lang": "pt-BR"})
    assert isinstance(row, SourceFile)
    assert (row.row_id, row.name, row.content) == ("7", "posts.jsonl", b"Dois")
    assert (row.published, row.language, row.media_type) == ("2031-05-03", "pt", "text/plain")


def test_columns_go_by_the_names_given() -> None:
    fields = TableFields(text="body", id="key", published="on", language="tongue", country="where")
    (row,) = rows_of(
        {"key": "a", "body": "Two", "on": "2031-05-03", "tongue": "EN", "where": "xx"},
        fields=fields,
    )
    assert isinstance(row, SourceFile)
    assert (row.row_id, row.published, row.language, row.country) == ("a", "2031-05-03", "en", "XX")


@pytest.mark.parametrize(
    ("bad", "row_id", "code"),
    [
        ("{broken", "2", "acquire.table.row_broken"),
        ("[1, 2]", "2", "acquire.table.row_broken"),
        ("[" * 100_000, "2", "acquire.table.row_broken"),
        ({"id": "x"}, "x", "acquire.table.no_text"),
        ({"id": "x", "text": 9}, "x", "acquire.table.no_text"),
        ({"id": "x", "text": " "}, "x", "acquire.empty"),
    ],
)
def test_a_bad_row_is_refused_and_the_rest_go_on(bad: object, row_id: str, code: str) -> None:
    first, refused, last = rows_of({"text": "One"}, bad, {"text": "Three"})
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.row_id) == (code, row_id)
    assert isinstance(first, SourceFile)
    assert isinstance(last, SourceFile)
    assert (first.row_id, last.row_id) == ("1", "3")


def test_an_ambiguous_date_is_doubted_not_guessed() -> None:
    (row,) = rows_of({"text": "Two", "date": "03/04/2031", "country": "Utopia", "lang": "?"})
    assert isinstance(row, SourceFile)
    assert (row.published, row.country, row.language) == (None, None, None)
    assert {doubt.code for doubt in row.doubts} == {
        "acquire.table.published_unreadable",
        "acquire.table.country_unreadable",
        "acquire.table.language_unreadable",
    }


def test_half_an_emoji_does_not_cost_the_post() -> None:
    (row,) = rows_of('{"text": "Two \\ud83d hurt"}')
    assert isinstance(row, SourceFile)
    assert row.content.decode() == "Two \ufffd hurt"


def test_where_a_post_came_from_is_kept() -> None:
    (row,) = rows_of({"text": "Two", "url": "https://example.org/1", "author": "x", "platform": 3})
    assert isinstance(row, SourceFile)
    assert row.provenance.url == "https://example.org/1"
    assert (row.provenance.author, row.provenance.platform) == ("x", None)


def test_csv_rows_keep_their_line_breaks() -> None:
    lines = ["\ufeffid,text\n", 'a,"One,\n', 'two"\n', "b\n", "c,Three\n"]
    first, short, last = read_csv(iter(lines), "t.csv")
    assert isinstance(first, SourceFile)
    assert (first.row_id, first.content) == ("a", b"One,\ntwo")
    assert isinstance(short, Refusal)
    assert (short.code, short.row_id) == ("acquire.table.row_broken", "2")
    assert isinstance(last, SourceFile)
    assert last.row_id == "c"


def test_a_csv_without_a_text_column_names_the_columns_it_has() -> None:
    with pytest.raises(InputError) as refused:
        list(read_csv(iter(["key,words\n", "1,Two\n"]), "t.csv"))
    assert refused.value.code == "acquire.table.no_text_column"
    assert "key, words" in refused.value.message


POST = "The council said that two people were hurt near the market in Dorval. " * 4


def test_a_text_column_that_is_unmistakable_is_taken_with_a_doubt() -> None:
    lines = ["nid,post,language_name\n", *(f"{n},{POST},French\n" for n in (1, 2))]
    first, second = read_csv(iter(lines), "t.csv")
    assert isinstance(first, SourceFile)
    assert isinstance(second, SourceFile)
    assert first.content.decode() == POST
    assert (first.language, second.row_id) == ("fr", "2")
    assert [doubt.code for doubt in first.doubts] == ["acquire.table.column_chosen"]
    assert "'post'" in first.doubts[0].message


def test_a_table_in_which_no_row_has_a_text_is_refused_once() -> None:
    with pytest.raises(InputError) as refused:
        rows_of(*({"symbol": "S/2031/7", "title": "Two hurt", "yes": ["CHAD"]} for _ in range(9)))
    assert refused.value.code == "acquire.table.no_text_column"
    assert "symbol, title, yes" in refused.value.message


def test_rows_stay_aligned_where_a_later_row_has_the_text() -> None:
    found = rows_of({"id": "a"}, "{broken", {"id": "c", "text": "Three"})
    assert [row.row_id for row in found] == ["a", "2", "c"]
    assert [type(row) for row in found] == [Refusal, Refusal, SourceFile]


def test_names_of_countries_and_languages_are_understood() -> None:
    (row,) = rows_of({"text": "Two", "country": "Syrian Arab Republic", "language": "Arabic"})
    assert isinstance(row, SourceFile)
    assert (row.country, row.language, row.doubts) == ("SY", "ar", ())
