"""What is cited and not here."""

from tests.un.workkit import cites

from allegata.un.finding import Target
from allegata.un.missing import in_order, missing_work


def test_what_all_works_say_of_it_is_put_together() -> None:
    target = Target("w3", "S/2031/4/Corr.1", answered=False)
    said = [
        ("w10", cites("S/2031/4/Corr.1", "cites")),
        ("w2", cites("S/2031/4/Corr.1", "corrects", "2031-05-02")),
    ]
    found = missing_work(target, said)
    assert found.cited_by == ("w2", "w10")
    assert found.relations == ("corrects", "cites")
    assert (found.dated, found.here, found.kind) == ("2031-05-02", "w3", "document")
    assert found.url == "https://undocs.org/en/S/2031/4/Corr.1"


def test_a_symbol_of_an_unknown_series_has_no_address() -> None:
    target = Target(None, "XY 1", answered=False)
    assert missing_work(target, [("w1", cites("XY 1"))]).url is None


def test_works_are_in_the_order_of_their_numbers() -> None:
    assert in_order(["w10", "w2", "w1"]) == ("w1", "w2", "w10")
