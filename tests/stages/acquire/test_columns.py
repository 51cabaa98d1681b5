import pytest

from allegata.model.errors import InputError
from allegata.stages.acquire.columns import USUAL_FIELDS, Columns, TableFields

PROSE = "The council said that two people were hurt near the market in Dorval. " * 4
TITLE = "Two people hurt near the market in Dorval, the council says"


def settled(*rows: dict[str, object], fields: TableFields = USUAL_FIELDS) -> Columns:
    return Columns(fields).settled(rows, "t.csv")


def refusal(*rows: dict[str, object], fields: TableFields = USUAL_FIELDS) -> InputError:
    with pytest.raises(InputError) as refused:
        settled(*rows, fields=fields)
    assert refused.value.code == "acquire.table.no_text_column"
    return refused.value


def test_the_one_column_of_prose_is_taken() -> None:
    rows: list[dict[str, object]] = [
        {"nid": str(n), "title": TITLE, "post": PROSE, "tid": "267"} for n in range(9)
    ]
    found = settled(*rows)
    assert found.chosen == "post"
    assert found.pick("text", rows[0]) == PROSE
    assert found.names("text") == ("post",)


def test_two_columns_of_prose_are_the_persons_to_choose_from() -> None:
    refused = refusal({"summary": PROSE, "story": PROSE + PROSE})
    assert "it has summary, story" in refused.message
    assert refused.hint.endswith("--text-field story.")


@pytest.mark.parametrize(
    "row",
    [
        {"symbol": "S/RES/9964 (2031)", "title": TITLE, "members": ["CHAD"]},
        {"code": "x" * 500},
        {"post": "Two people were hurt."},
        {"numbers": 7},
        {},
    ],
)
def test_columns_without_prose_are_refused_with_their_names(row: dict[str, object]) -> None:
    refused = refusal(row)
    assert all(name in refused.message for name in row)
    assert refused.hint


def test_a_column_that_was_named_is_never_replaced() -> None:
    refused = refusal({"post": PROSE}, fields=TableFields(text="message"))
    assert "no column 'message'; it has post" in refused.message
    assert refused.hint.endswith("--text-field post.")


def test_a_long_list_of_columns_is_cut() -> None:
    refused = refusal({f"c{n}": "x" for n in range(50)})
    assert "c29 and 20 more." in refused.message


def test_a_column_that_is_prose_in_few_rows_is_not_taken() -> None:
    empty: list[dict[str, object]] = [{"note": ""}] * 9
    assert "note" in refusal({"note": PROSE}, *empty).message
