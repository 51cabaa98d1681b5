"""Victims of a case: an entry for each who is named, proposals, and the floor of the dead."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.app.victimkit import TEXTS, filled

from allegata.app.case import Case
from allegata.app.case_victims import CaseVictim, id_of
from allegata.app.importing import Sheet
from allegata.app.mapping import parse_mapping
from allegata.model.span import Span
from allegata.model.victims import Sameness, VictimRef

LIST = """
of = "victims"
table = "mine"

[columns]
id = "number"
incident = "code"
name = "name"
age = "age"
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with filled(tmp_path / "case") as opened:
        yield opened


def named(case: Case, name: str, source: str = "") -> CaseVictim:
    (found,) = [
        each
        for each in case.victims()
        if each.listed.name == name and each.source.startswith(source)
    ]
    return found


def pairs(case: Case) -> set[frozenset[str]]:
    return {
        frozenset(f"{side.source} {side.listed.name}" for side in (each.a, each.b))
        for each in case.victim_pairs()
    }


def floors(case: Case) -> list[int]:
    """How many are surely named among the dead of Tarnel, and of Brisk."""
    found = sorted(case.incidents(), key=lambda each: -len(each.claims))
    return [each.named_dead for each in found]


def test_each_who_is_named_is_an_entry_with_incident_and_words(case: Case) -> None:
    assert sorted((each.source, each.listed.name) for each in case.victims()) == [
        ("a.txt", "Ahmad Corun"),
        ("a.txt", "Salim Dalun"),
        ("b.txt", "Abu Zuhur"),
        ("b.txt", "Ahmed Corun"),
        ("c.txt", "Ilan Dorrow"),
    ]
    one = named(case, "Salim Dalun")
    (tarnel,) = [each.code for each in case.incidents() if len(each.claims) == 2]
    assert one.codes == (tarnel,)
    assert [each.quote for each in one.words] == ["7 people were killed"]


def test_who_may_be_one_person_is_proposed_with_reasons(case: Case) -> None:
    (pair,) = case.victim_pairs()
    assert pairs(case) == {frozenset(("a.txt Ahmad Corun", "b.txt Ahmed Corun"))}
    assert pair.reasons == (
        "for: given name in another spelling",
        "for: same family name",
        "for: of one incident",
    )


def test_a_proposal_merges_nobody(case: Case) -> None:
    assert all(each.same == () for each in case.victims())
    assert floors(case) == [2, 1]  # Ahmad and Salim; whose father Abu Zuhur is, nobody knows


def test_rows_of_an_imported_list_are_entries_too(case: Case) -> None:
    heads = ("number", "code", "name", "age")
    row = dict(zip(heads, ("V1", "M1", "Salim Dalun", "7"), strict=True))
    sheet = Sheet("mine", "0" * 64, heads, (row,))
    case.import_table(sheet, parse_mapping(LIST, "mine.toml"), reviewer="r1")
    one = named(case, "Salim Dalun", "mine")
    assert (one.source, one.listed.age, one.codes) == ("mine, row 1", 7, ())
    assert one.ref == VictimRef("table:mine", None, "V1")
    assert frozenset(("a.txt Salim Dalun", "mine, row 1 Salim Dalun")) in pairs(case)


def test_an_id_holds_for_the_words_and_no_others() -> None:
    one = VictimRef("sha256:00", Span("t0", 3, 9))
    assert id_of(one) == id_of(VictimRef("sha256:00", Span("t0", 3, 9)))
    assert id_of(one) != id_of(VictimRef("sha256:00", Span("t0", 3, 10)))


def test_two_entries_that_were_told_apart_are_two_of_the_dead(case: Case) -> None:
    one, other = named(case, "Ahmad Corun", "a.txt"), named(case, "Ahmed Corun")
    case.decide_same_person(one.id, other.id, Sameness.DIFFERENT, reviewer="r2")
    assert floors(case) == [3, 1]
    assert pairs(case) == set()


def test_two_entries_that_were_told_one_are_one_of_the_dead(case: Case) -> None:
    one, other = named(case, "Salim Dalun"), named(case, "Ahmed Corun")
    case.decide_same_person(one.id, other.id, Sameness.SAME, reviewer="r2")
    assert named(case, "Salim Dalun").same == (other.id,)
    assert floors(case) == [1, 1]


@settings(max_examples=6, deadline=None)
@given(st.permutations(tuple(TEXTS)))
def test_the_order_of_documents_changes_no_entry_and_no_proposal(names: list[str]) -> None:
    with (
        TemporaryDirectory() as folder,
        filled(Path(folder) / "a") as one,
        filled(Path(folder) / "b", names) as other,
    ):
        told = [
            sorted((each.id, each.listed.name, each.source) for each in case.victims())
            for case in (one, other)
        ]
        assert told[0] == told[1]
        assert pairs(one) == pairs(other)
        assert floors(one) == floors(other)
