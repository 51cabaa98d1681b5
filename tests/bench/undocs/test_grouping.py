"""Works are judged pair by pair, from the groups that a case file gives."""

from types import SimpleNamespace

import pytest
from bench.undocs.gold import FOLDER
from bench.undocs.grouping import GoldWorks, groups_of, load_works, wrong_pairs
from bench.undocs.reading import Observed
from tests.store import casekit

from allegata.app.case import Case

GOLD = GoldWorks(
    works={"W": frozenset({"a", "b"}), "V": frozenset({"c", "d"})},
    asked=frozenset({"W"}),
    unsure=(frozenset({"p", "q"}),),
)
RIGHT = {"a": "1", "b": "1", "c": "2", "d": "2", "e": "3"}


def test_right_groups_have_no_wrong_pair() -> None:
    assert wrong_pairs(GOLD, RIGHT) == ()


def test_a_file_put_apart_is_a_wrong_pair_of_an_asked_group() -> None:
    (wrong,) = wrong_pairs(GOLD, RIGHT | {"b": "9"})
    assert (wrong.files, wrong.together, wrong.is_asked) == (("a", "b"), True, True)


def test_a_stranger_put_in_makes_a_pair_with_each_member() -> None:
    wrong = wrong_pairs(GOLD, RIGHT | {"e": "1"})
    assert [one.files for one in wrong] == [("a", "e"), ("b", "e")]
    assert not any(one.together for one in wrong)


def test_a_group_that_is_not_asked_is_counted_apart() -> None:
    (wrong,) = wrong_pairs(GOLD, RIGHT | {"d": "9"})
    assert not wrong.is_asked


def test_unsure_pairs_are_not_asked_but_strangers_in_them_are() -> None:
    assert wrong_pairs(GOLD, {"p": "1", "q": "1"}) == ()
    assert wrong_pairs(GOLD, {"p": "1", "q": "2"}) == ()
    assert len(wrong_pairs(GOLD, {"p": "1", "a": "1"})) == 1


def test_groups_come_from_a_case_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def references(case: Case) -> object:
        one, two = (row.id for row in case.documents())
        expressions = [SimpleNamespace(document=one), SimpleNamespace(document=two)]
        return SimpleNamespace(works=[SimpleNamespace(id="w1", expressions=expressions)])

    monkeypatch.setattr(Case, "references", references, raising=False)
    seen = []
    for name, text in (("letter.txt", casekit.LETTER), ("other.txt", casekit.OTHER)):
        source = casekit.source_of(name, text)
        reading = casekit.reading_of(source, text)
        seen.append(Observed(name, "read", source=source, reading=reading))
    assert groups_of([*seen, Observed("refused.pdf", "refused")]) == {
        "letter.txt": "w1",
        "other.txt": "w1",
        "refused.pdf": "refused.pdf",
    }


def test_three_groups_are_asked() -> None:
    works = load_works(FOLDER)
    assert {name: len(works.works[name]) for name in works.asked} == {
        "S/RES/2564 (2021)": 7,
        "S/2023/773": 6,
        "A/RES/ES-11/1": 6,
    }
