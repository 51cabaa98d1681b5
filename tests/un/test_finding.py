"""Symbols to works."""

from tests.un.workkit import cites, outline

from allegata.un.finding import Finder
from allegata.un.works import group_works


def test_the_exact_symbol_beats_what_a_citation_joins() -> None:
    works = group_works([outline("a", "S/2031/4"), outline("b", "S/2031/5")])
    # A misprint joins the first half to another document that is here.
    find = Finder(works, [cites("A/85/3-S/2031/4"), cites("A/85/3-S/2031/5")])
    assert [find(symbol).work for symbol in ("S/2031/4", "S/2031/5")] == ["w1", "w2"]
    assert find("A/85/3").answered


def test_what_is_not_here_has_one_target_under_all_its_names() -> None:
    find = Finder((), [cites("A/85/3-S/2031/4"), cites("S/2031/4"), cites("A/85/3")])
    assert find("S/2031/4") is find("A/85/3") is find("A/85/3-S/2031/4")
    assert not find("S/2031/4").answered
    assert find("S/2031/4/Corr.1").key == "A/85/3/Corr.1"


def test_ranks_follow_symbols() -> None:
    find = Finder((), [cites("S/2031/10"), cites("S/2031/9"), cites("A/85/3")])
    rank = find.ranks()
    ordered = sorted(find.targets.values(), key=rank.__getitem__)
    assert [target.key for target in ordered] == ["A/85/3", "S/2031/9", "S/2031/10"]
