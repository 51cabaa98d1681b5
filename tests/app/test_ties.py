"""Links by the codes of their incidents."""

from allegata.app.linked import Linked
from allegata.app.ties import Ties, ties_of
from allegata.model.linking import (
    Account,
    ClaimRef,
    KnownIncident,
    Link,
    LinkOutcome,
    Partition,
)
from allegata.model.vocabularies import Event


def linked(*links: Link) -> Linked:
    accounts = {
        name: Account(name, "sha256:00", (name,), Event.SHELLING) for name in ("a", "b", "c", "d")
    }
    known = (
        KnownIncident("AL-1", (ClaimRef("sha256:00", "a"), ClaimRef("sha256:00", "b")), "2031"),
        KnownIncident("AL-2", (ClaimRef("sha256:00", "c"),), "2031"),
        KnownIncident("AL-3", (), "2031"),
    )
    return Linked({}, accounts, Partition((), links, ()), (), known)


def tie(a: str, b: str, outcome: LinkOutcome) -> Link:
    return Link(a, b, outcome, 0.5, ("same day",))


def test_links_within_an_incident_are_its_own() -> None:
    same = tie("a", "b", LinkOutcome.SAME)
    assert ties_of(linked(same)) == {"AL-1": Ties((same,))}


def test_a_part_knows_its_whole_and_the_whole_its_parts() -> None:
    assert ties_of(linked(tie("c", "a", LinkOutcome.PART_OF))) == {
        "AL-1": Ties(parts=("AL-2",)),
        "AL-2": Ties(whole="AL-1"),
    }


def test_what_is_related_is_so_both_ways() -> None:
    assert ties_of(linked(tie("b", "c", LinkOutcome.RELATED))) == {
        "AL-1": Ties(related=("AL-2",)),
        "AL-2": Ties(related=("AL-1",)),
    }


def test_what_differs_or_has_no_code_ties_nothing() -> None:
    assert ties_of(linked(tie("a", "c", LinkOutcome.DIFFERENT))) == {}
    assert ties_of(linked(tie("a", "d", LinkOutcome.RELATED))) == {}
