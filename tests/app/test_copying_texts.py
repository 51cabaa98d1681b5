"""Which text repeats which: the one that it was held a copy of, else the one it has most of."""

from dataclasses import replace

from tests.app.copykit import AGENCY_TEXT, agency, linked_of, reprint, text, words_of

from allegata.app.copies import seen_through
from allegata.app.copying_texts import by_words
from allegata.app.told import told_claims
from allegata.app.views import CaseDocument
from allegata.model.attribution import Voice
from allegata.model.copying import Copying, Passing
from allegata.model.vocabularies import SourceKind


def copyings(*shown: CaseDocument, sketched: bool = True) -> list[Copying]:
    linked = linked_of(*shown)
    told = told_claims(linked, linked.known[0].claims, ())
    words = words_of(shown) if sketched else {}
    found = seen_through({one.ref: one.speaker for one in told}, words, ())
    return list(by_words([replace(one, speaker=found[one.ref]) for one in told], words))


def test_much_of_a_text_is_shown_and_binds_nothing() -> None:
    half = f"{AGENCY_TEXT[:150]} Since then the town has asked for a bridge of its own."
    (copying,) = copyings(agency(), text("late", half, "2031-04-09"))
    assert (copying.how, copying.percent, copying.binds) == (Passing.NEAR, 67, False)


def test_the_same_words_in_the_name_of_another_are_no_copy() -> None:
    watch = Voice("Oster Monitor", SourceKind.NGO, "Oster Monitor")
    (copying,) = copyings(agency(), text("watch", AGENCY_TEXT, "2031-04-09", watch))
    assert copying.how is not Passing.REPRINT


def test_a_second_reprint_is_of_the_first_text() -> None:
    third = text("third", f"From our wire. {AGENCY_TEXT}", "2031-04-10")
    found = [(each.taker, each.giver) for each in copyings(agency(), reprint(), third)]
    assert found == [("daily", "agency"), ("third", "agency")]


def test_of_a_list_only_what_it_says_of_this_one_is_compared() -> None:
    row = agency()
    (item,) = row.claims
    others = tuple(
        replace(item, id=f"x{n}", proposal=replace(item.current, id=f"x{n}", incident=f"i{n}"))
        for n in (2, 3)
    )
    listed = replace(reprint(), claims=(*reprint().claims, *others))
    assert copyings(row, listed, sketched=False) == []
