"""Chains of letters: oldest first, with their gaps, and never in circles."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.un.workkit import cites, letter, outline

from allegata.model.works import Chain, DocumentOutline
from allegata.un.chains import find_chains
from allegata.un.links import link_works
from allegata.un.works import group_works


def chains(*outlines: DocumentOutline) -> tuple[Chain, ...]:
    works = group_works(outlines)
    found = link_works(works, outlines)
    return find_chains(works, found.links, found.missing)


def symbols(chain: Chain) -> list[str | None]:
    return [step.symbol for step in chain.steps]


def test_letters_stand_oldest_first_with_gaps_in_their_places() -> None:
    (chain,) = chains(
        letter("c", "S/2031/9", "en", cites("S/2031/7", "previous"), dated="2031-06-01"),
        letter("b", "S/2031/7", "en", cites("S/2031/4", "previous", "2031-05-02")),
        letter("d", "S/2031/10", "en", cites("S/2031/9", "replies_to"), dated="2031-06-05"),
    )
    assert [(step.work, step.symbol, step.dated) for step in chain.steps] == [
        (None, "S/2031/4", "2031-05-02"),
        ("w1", "S/2031/7", "2031-05-06"),
        ("w2", "S/2031/9", "2031-06-01"),
        ("w3", "S/2031/10", "2031-06-05"),
    ]
    assert chain.works == ("w1", "w2", "w3")
    assert chain.doubts == ()


def test_a_bare_citation_makes_no_chain() -> None:
    assert chains(letter("a", "S/2031/7", "en", cites("S/2031/4"))) == ()


def test_separate_series_are_separate_chains_by_their_beginnings() -> None:
    found = chains(
        letter("a", "S/2031/7", "en", cites("S/2031/5", "previous"), dated="2031-06-01"),
        letter("b", "S/2031/8", "en", cites("S/2031/6", "previous"), dated="2031-05-01"),
    )
    assert [symbols(chain) for chain in found] == [
        ["S/2031/6", "S/2031/8"],
        ["S/2031/5", "S/2031/7"],
    ]


def test_an_undated_gap_stands_before_the_first_that_names_it() -> None:
    (chain,) = chains(
        letter("a", "S/2031/4", dated="2031-05-01"),
        letter(
            "b",
            "S/2031/7",
            "en",
            cites("S/2031/4", "previous"),
            cites("S/2031/5", "previous"),
            dated="2031-05-09",
        ),
    )
    assert symbols(chain) == ["S/2031/4", "S/2031/5", "S/2031/7"]


def test_a_circle_ends_with_a_doubt_and_the_dates_decide() -> None:
    (chain,) = chains(
        letter("a", "S/2031/4", "en", cites("S/2031/7", "previous"), dated="2031-05-01"),
        letter("b", "S/2031/7", "en", cites("S/2031/4", "previous"), dated="2031-05-09"),
        letter("c", "S/2031/9", "en", cites("S/2031/7", "previous"), dated="2031-05-20"),
    )
    assert symbols(chain) == ["S/2031/4", "S/2031/7", "S/2031/9"]
    assert [doubt.code for doubt in chain.doubts] == ["reference.cites_later", "chain.circular"]


def test_a_date_that_contradicts_a_citation_is_a_doubt_and_the_citation_decides() -> None:
    (chain,) = chains(
        letter("a", "S/2031/4", dated="2031-05-20"),
        letter("b", "S/2031/7", "en", cites("S/2031/4", "previous"), dated="2031-05-09"),
    )
    assert symbols(chain) == ["S/2031/4", "S/2031/7"]
    assert [doubt.code for doubt in chain.doubts] == ["reference.cites_later"]


def test_a_letter_that_is_here_in_another_edition_keeps_its_place() -> None:
    (chain,) = chains(
        outline("corr", "S/2031/4/Corr.1", issued="2031-05-03"),
        letter("b", "S/2031/7", "en", cites("S/2031/4", "previous")),
    )
    assert [step.work for step in chain.steps] == ["w1", "w2"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 9)), max_size=20))
def test_any_citations_give_each_work_one_place_in_one_chain(edges: list[tuple[int, int]]) -> None:
    files = [
        letter(
            str(at),
            f"S/2031/{100 + at}",
            "en",
            *[cites(f"S/2031/{100 + to}", "previous") for start, to in edges if start == at],
            dated=f"2031-05-{at + 1:02}",
        )
        for at in range(8)
    ]
    found = chains(*files)
    placed = [symbol for chain in found for symbol in symbols(chain)]
    cited = {f"S/2031/{100 + at}" for start, to in edges for at in (start, to) if start != to}
    assert sorted(filter(None, placed)) == sorted(cited)
    assert chains(*reversed(files)) == found


def test_a_chain_of_thousands_does_not_end_in_recursion() -> None:
    files = [
        letter(
            str(at),
            f"S/2031/{1000 + at}",
            "en",
            cites(f"S/2031/{999 + at}", "previous"),
            dated=f"20{31 + at // 300:02}-01-01",
        )
        for at in range(3000)
    ]
    (chain,) = chains(*files)
    assert symbols(chain) == [f"S/2031/{999 + at}" for at in range(3001)]
