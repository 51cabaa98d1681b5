"""Documents that state no count are made the same way each time, and are judged."""

from bench.sets import invented


def test_the_documents_are_the_same_each_time_and_all_different() -> None:
    first, again = list(invented.documents()), list(invented.documents())
    assert first == again
    assert len({made.text for made in first}) > 1000
    assert len(invented.skeletons()) >= 200


def test_no_slot_stays_open() -> None:
    assert not [made.key for made in invented.documents() if "{" in made.text]


def test_a_count_is_invented_where_a_claim_says_that_it_happened() -> None:
    told = invented.Made("a", "Two shepherds were killed.")
    supposed = invented.Made("b", "If the wall fell, two shepherds would be killed.")
    assert [count.best for count in invented.invented_in(told)] == [2]
    assert invented.invented_in(supposed) == []
    assert [count.best for count in invented.invented_in(supposed, happened=False)] == [2]


def test_people_without_a_number_may_be_read_where_a_theme_says_so() -> None:
    text = "Soldiers were killed here in the old war."
    assert invented.invented_in(invented.Made("c", text, unnumbered=True)) == []
    assert [count.best for count in invented.invented_in(invented.Made("d", text))] == [None]
