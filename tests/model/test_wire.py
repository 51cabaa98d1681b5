"""What was written to JSON comes back, and nothing that is not what it should be."""

import dataclasses

import pytest

from allegata.model.document import Box, Region
from allegata.model.doubt import Doubt
from allegata.model.span import Span
from allegata.model.un import Reference
from allegata.model.vocabularies import Outcome
from allegata.model.wire import Json, from_json, to_json


@dataclasses.dataclass(frozen=True)
class Noun:
    outcome: Outcome
    share: float
    names: tuple[str, ...] = ()
    region: Region | None = None


def test_nested_nouns_come_back_the_same() -> None:
    noun = Noun(Outcome.KILLED, 0.5, ("a", "b"), Region(0, 3, 2, Box(1.0, 2.0, 3.0, 4.0)))
    assert from_json(Noun, to_json(noun)) == noun
    span = Span("t0", 1, 4)
    doubt = Doubt("reference.year_unstated", "no year", span)
    reference = Reference("document", None, None, "cites", None, span, (doubt,), ("annex",))
    assert from_json(Reference, to_json(reference)) == reference


def test_a_key_with_a_default_may_be_missing_and_a_whole_number_is_a_float_too() -> None:
    assert from_json(Noun, {"outcome": "killed", "share": 1}) == Noun(Outcome.KILLED, 1.0)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"outcome": "killed"}, "Noun lacks share"),
        ({"outcome": "killed", "share": 1, "more": 2}, "not a Noun"),
        ({"outcome": "slain", "share": 1}, "slain"),
        ({"outcome": "killed", "share": True}, "expected <class 'float'>, not True"),
        ({"outcome": "killed", "share": 1, "names": "a"}, "expected a list, not 'a'"),
        ({"outcome": "killed", "share": 1, "region": {"start": 0}}, "Region lacks end"),
        ([], "not a Noun"),
    ],
)
def test_what_does_not_fit_is_named(value: Json, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        from_json(Noun, value)
