"""What several citations say together."""

from tests.un.workkit import cites

from allegata.un.citing import (
    fullest_symbol,
    own_doubts,
    relations_of,
    stated_day,
    symbols_differ,
)


def test_the_day_that_most_give_counts_and_the_rest_is_a_doubt() -> None:
    days = ["2031-05-02", "2031-05-01", "2031-05-02", None]
    day, (doubt,) = stated_day([cites("S/2031/4", "cites", day) for day in days])
    assert (day, doubt.code) == ("2031-05-02", "reference.dates_disagree")
    assert stated_day([cites("S/2031/4")]) == (None, ())
    equal = [cites("S/2031/4", "cites", day) for day in ("2031-05-02", "2031-05-01")]
    assert stated_day(equal)[0] == "2031-05-01"


def test_the_fullest_symbol_has_both_halves_and_the_year() -> None:
    assert fullest_symbol([cites("A/85/3"), cites("A/85/3-S/2031/4")]) == "A/85/3-S/2031/4"
    said = [cites("S/RES/2564"), cites("S/RES/2564"), cites("S/RES/2564 (2031)")]
    assert fullest_symbol(said) == "S/RES/2564 (2031)"
    assert symbols_differ(said) == ()


def test_symbols_that_cannot_both_be_right_are_a_doubt() -> None:
    years = [cites("S/RES/2564 (2030)"), cites("S/RES/2564 (2031)")]
    pairs = [cites("A/85/3-S/2031/4"), cites("A/85/3-S/2031/5")]
    for said in (years, pairs):
        assert [doubt.code for doubt in symbols_differ(said)] == ["reference.symbols_disagree"]


def test_relations_come_the_most_telling_first_and_an_unknown_one_last() -> None:
    said = [cites("S/2031/4", relation) for relation in ("cites", "amends", "previous")]
    assert relations_of(said) == ("previous", "cites", "amends")
    assert own_doubts(said) == ()
