"""Rows of people's own lists join the incidents of documents, and never change them."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.app.own_linking import with_rows
from allegata.model.linking import Link, LinkOutcome, Partition

DOCS = ("d1", "d2", "d3", "d4")
ROWS = {"r1": "mine", "r2": "mine", "s1": "other"}


def same(a: str, b: str, score: float, decider: str = "machine") -> Link:
    return Link(a, b, LinkOutcome.SAME, score, ("for: same day",), decider)


@st.composite
def partitions(draw: st.DrawFn, names: tuple[str, ...]) -> Partition:
    """Any partition of these accounts."""
    labels = {name: draw(st.integers(0, 3)) for name in names}
    groups = [tuple(name for name in names if labels[name] == label) for label in range(4)]
    return Partition(tuple(sorted(group for group in groups if group)), (), ())


@given(partitions(DOCS), partitions((*DOCS, *ROWS)))
def test_documents_are_grouped_as_without_rows(alone: Partition, whole: Partition) -> None:
    made = with_rows(alone, whole, ROWS)
    kept = [tuple(each for each in group if each in DOCS) for group in made.groups]
    assert sorted(group for group in kept if group) == sorted(alone.groups)
    assert sorted(each for group in made.groups for each in group) == sorted((*DOCS, *ROWS))
    for group in made.groups:
        rolls = [ROWS[each] for each in group if each in ROWS]
        assert len(rolls) == len(set(rolls))


def test_of_two_rows_of_one_list_the_likelier_has_the_incident() -> None:
    alone = Partition((("d1", "d2"),), (), ())
    links = (same("d1", "r1", 0.7), same("d2", "r2", 0.9))
    whole = Partition((("d1", "r1"), ("d2", "r2")), links, ())
    made = with_rows(alone, whole, ROWS)
    assert made.groups == (("d1", "d2", "r2"), ("r1",), ("s1",))
    assert made.links == (links[1],)


def test_a_persons_word_goes_before_a_score() -> None:
    alone = Partition((("d1", "d2"),), (), ())
    links = (same("d1", "r1", 0.1, "r-1"), same("d2", "r2", 0.9))
    whole = Partition((("d1", "r1"), ("d2", "r2")), links, ())
    assert with_rows(alone, whole, ROWS).groups == (("d1", "d2", "r1"), ("r2",), ("s1",))
