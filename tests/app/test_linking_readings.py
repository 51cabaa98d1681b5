"""The output of ``read`` is linked without a case file."""

import json
from pathlib import Path

import pytest

from allegata.app.linking_readings import link_readings, names_of
from allegata.export.read_contract import reading_to_json, refusal_to_json
from allegata.model.errors import InputError
from allegata.model.reading import Refusal
from allegata.model.wire import Json
from allegata.runners.inputs import iter_inputs
from allegata.wiring import linker, read

DOCUMENTS = Path(__file__).resolve().parents[2] / "examples" / "documents"


def lines(*names: str, with_text: bool = True) -> list[tuple[int, Json]]:
    told: list[Json] = []
    for source in iter_inputs([str(DOCUMENTS / name) for name in names]):
        found = source if isinstance(source, Refusal) else read(source)
        shown = (
            refusal_to_json(found)
            if isinstance(found, Refusal)
            else reading_to_json(found, with_text=with_text)
        )
        told.append(json.loads(json.dumps(shown)))
    return list(enumerate(told, 1))


def test_six_readings_of_one_strike_are_one_incident() -> None:
    (record,) = link_readings(lines("16-market-accounts.jsonl"), linker())
    assert record.code == "AL-000001"
    (killed, injured) = record.tallies
    assert ((killed.low, killed.high), (injured.low, injured.high)) == ((30, 45), (52, None))


def test_letters_with_their_record_are_taken() -> None:
    names = ("01-letter-16-march.txt", "02-letter-20-march.md", "08-post-ar.txt")
    found = link_readings(lines(*names, with_text=False), linker())
    assert len({ref.document for record in found for ref, _ in record.claims}) == 2
    assert {row.origin.name for record in found for row in record.rows} >= {"Republic of Marenda"}


def test_the_order_of_lines_changes_nothing() -> None:
    told = lines("16-market-accounts.jsonl")
    assert link_readings(reversed(told), linker()) == link_readings(told, linker())


def test_a_refused_input_is_passed_over() -> None:
    stub = refusal_to_json(Refusal("a.pdf", None, "convert.pdf.encrypted", "Locked.", ""))
    assert link_readings([(1, stub)], linker()) == ()


def test_names_are_known_to_be_covered() -> None:
    assert names_of(lines("16-market-accounts.jsonl")) == ("Ilan Dorrow",)


@pytest.mark.parametrize("value", [{}, [], {"schema": "allegata/read/1", "document": {}}])
def test_what_is_no_reading_is_refused_with_its_line(value: Json) -> None:
    with pytest.raises(InputError) as caught:
        link_readings([(7, value)], linker())
    assert caught.value.code == "link.no_reading"
    assert "Line 7" in caught.value.message
