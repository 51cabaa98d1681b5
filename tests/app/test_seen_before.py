"""A document is held against what the others tell."""

from itertools import pairwise

from tests.web import records

from allegata.app.linked import Linked
from allegata.app.seen_before import Seen, Standing, seen_before
from allegata.model.count import Bounds
from allegata.model.linking import (
    Account,
    ClaimRef,
    KnownIncident,
    Link,
    LinkOutcome,
    Partition,
    Toll,
)
from allegata.model.vocabularies import Event, Outcome

REASONS = ("for: same day",)


def account(document: str, people: int | None) -> Account:
    tolls = (Toll(Outcome.KILLED, Bounds(people, people, people)),) if people is not None else ()
    return Account(f"{document}/1", document, (f"c{document}",), Event.SHELLING, tolls=tolls)


def linked(*told: tuple[str, int | None], group: str) -> Linked:
    accounts = {each.id: each for each in (account(*one) for one in told)}
    together = tuple(f"{document}/1" for document in group)
    alone = tuple((id_,) for id_ in sorted(accounts) if id_ not in together)
    links = tuple(Link(a, b, LinkOutcome.SAME, 0.9, REASONS) for a, b in pairwise(together))
    known = (KnownIncident("AL-000001", (ClaimRef("a", "ca"), ClaimRef("b", "cb")), "2031"),)
    return Linked(
        records.documents(), accounts, Partition((together, *alone), links, ()), (), known
    )


def test_what_no_other_document_tells_is_new() -> None:
    state = linked(("a", 43), ("b", 45), group="b")
    assert seen_before(state, "a") == (Seen("a/1", Standing.NEW, "AL-000001"),)


def test_the_same_figure_is_held_since_it_was_first_told() -> None:
    (seen,) = seen_before(linked(("a", 43), ("b", 43), group="ab"), "b")
    assert (seen.standing, seen.told_by, seen.since) == (Standing.HELD, ("a",), "2031-04-06")
    assert seen.reasons == REASONS


def test_another_figure_is_a_new_toll_beside_the_one_held() -> None:
    (seen,) = seen_before(linked(("a", 43), ("b", 45), group="ab"), "b")
    assert (seen.standing, seen.tolls) == (Standing.NEW_TOLL, ("45 killed, before: 43",))


def test_a_first_figure_is_a_new_toll_too() -> None:
    (seen,) = seen_before(linked(("a", None), ("b", 45), group="ab"), "b")
    assert seen.tolls == ("45 killed, before: nothing told",)


def test_no_figure_of_its_own_changes_nothing() -> None:
    (seen,) = seen_before(linked(("a", 43), ("b", None), group="ab"), "b")
    assert seen.standing is Standing.HELD
