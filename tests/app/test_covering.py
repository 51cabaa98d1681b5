"""Words in pieces: they add up to the quote, and a covered name is nowhere in them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.web import records

from allegata.app.covering import covers, names_in, pieces
from allegata.model.attribution import Attribution, Voice
from allegata.model.vocabularies import SourceKind

WORDS = st.text(alphabet="ab 12,.", max_size=40)
NAMES = st.lists(st.text(alphabet="ab", min_size=1, max_size=3), max_size=3)


@given(WORDS, st.lists(st.sampled_from(["1", "2", "12"]), max_size=3), NAMES)
def test_uncovered_pieces_add_up_to_the_quote(
    quote: str, numbers: list[str], names: list[str]
) -> None:
    cut = pieces(quote, numbers=numbers, names=names, covered=False)
    assert "".join(text for text, _ in cut) == quote


@given(WORDS, NAMES)
def test_a_covered_name_is_in_no_piece(quote: str, names: list[str]) -> None:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    cut = pieces(quote, names=longest_first)
    assert all(covers(text, longest_first) == 0 for text, _ in cut)


def test_a_number_stands_out_once_for_each_count_in_their_order() -> None:
    assert pieces("3 dead, 3 hurt, 3 more", numbers=("3", "3")) == [
        ("3", "count"),
        (" dead, ", ""),
        ("3", "count"),
        (" hurt, 3 more", ""),
    ]


def test_a_number_within_another_does_not_stand_out() -> None:
    assert pieces("13 dead", numbers=("3",)) == [("13 dead", "")]


def test_the_name_of_a_victim_is_known_from_the_document() -> None:
    assert names_in([records.document("d")]) == (records.VICTIM,)
    assert names_in([records.document("a")]) == ()


def test_who_speaks_is_named_and_a_witness_is_not() -> None:
    shown = records.document("d")
    for kind, kept in ((SourceKind.OFFICIAL, ()), (SourceKind.WITNESS, (records.VICTIM,))):
        voice = Voice(records.VICTIM, kind, records.VICTIM)
        (item,) = shown.claims
        said = replace(item.current, attribution=Attribution((voice,)))
        assert names_in([replace(shown, claims=(replace(item, proposal=said),))]) == kept


def test_a_part_of_who_speaks_is_no_name_of_a_victim() -> None:
    shown = records.document("d")
    (item,) = shown.claims
    (victim,) = shown.mentions.people
    watch = replace(shown.mentions, people=(replace(victim, name="Watch"),))
    voice = Voice("Oster Casualty Watch", SourceKind.NGO, "the Watch")
    said = replace(item.current, attribution=Attribution((voice,)))
    assert names_in([replace(shown, mentions=watch)]) == ("Watch",)
    assert names_in([replace(shown, mentions=watch, claims=(replace(item, proposal=said),))]) == ()
