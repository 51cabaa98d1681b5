"""Positions: what a party holds, and who holds it."""

import pytest

from allegata.lang.grammar.lexing import lex
from allegata.lang.grammar.positions import FoundPosition, find_positions
from allegata.lang.grammar.rows import phrase_row
from allegata.lang.grammar.voices import find_voices
from allegata.lang.pack import load_pack


def positions(text: str) -> list[FoundPosition]:
    pack = load_pack("en")
    row = phrase_row(lex(text, [(0, len(text))], pack.lexicon))
    return list(find_positions(text, 0, row, find_voices(row, pack), pack))


@pytest.mark.parametrize(
    ("text", "value", "holder"),
    [
        ("The army strongly denies that its guns fired.", "denies_act", "The army"),
        ("A militia spokesman denied it.", "denies_act", "A militia spokesman"),
        (
            "The prefect denied any involvement in the fire.",
            "denies_responsibility",
            "The prefect",
        ),
        ("The army does not deny that its guns fired.", "acknowledges", "The army"),
        (
            "A commander admitted on Monday that his men had fired.",
            "acknowledges",
            "A commander",
        ),
        (
            "The report was dismissed by the Interior Ministry, which named one man hurt.",
            "denies_act",
            "the Interior Ministry",
        ),
        ("The Grey Hand claimed responsibility.", "claims_responsibility", "The Grey Hand"),
        (
            "The authorities attributed the deaths to a fever.",
            "alternative_explanation",
            "The authorities",
        ),
    ],
)
def test_a_position_and_who_holds_it(text: str, value: str, holder: str) -> None:
    (found,) = positions(text)
    assert found.value.value == value
    assert found.holder is not None
    assert found.holder.raw == holder


def test_the_documents_own_voice_holds_that_a_claim_is_unfounded() -> None:
    (found,) = positions("That claim is unfounded.")
    assert (found.value.value, found.holder) == ("denies_act", None)


@pytest.mark.parametrize(
    "text",
    [
        "No armed group has claimed responsibility.",
        "Nobody claimed responsibility for the fire.",
        "The army has neither confirmed nor denied the report.",
        "A villager attributed the deaths to a fever.",
    ],
)
def test_what_nobody_holds_is_no_position(text: str) -> None:
    assert positions(text) == []


def test_a_denial_ends_where_another_voice_begins() -> None:
    text = "The army denied that it had killed two men, while villagers said that six had died."
    (found,) = positions(text)
    assert found.denied is not None
    assert found.denied[0] < text.index("killed") < found.denied[1] <= text.index("villagers")
