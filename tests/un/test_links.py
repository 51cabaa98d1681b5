"""How works refer to each other: links, what is missing, and the Charter."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.un.workkit import cites, letter, outline

from allegata.model.doubt import Doubt
from allegata.model.works import Cited, DocumentOutline, WorkLink
from allegata.un.links import Links, link_works
from allegata.un.symbols import parse_symbol, sort_key
from allegata.un.works import group_works


def linked(*outlines: DocumentOutline) -> Links:
    return link_works(group_works(outlines), outlines)


def short(link: WorkLink) -> tuple[str, str | None, str, str]:
    return link.citing, link.cited, link.symbol, link.relation


def test_a_citation_leads_to_the_work_or_to_what_is_missing() -> None:
    found = linked(
        letter("a", "S/2031/4", dated="2031-05-02"),
        letter(
            "b",
            "S/2031/7",
            "en",
            cites("S/2031/4", "previous", "2031-05-02"),
            cites("S/RES/2564 (2031)", "cites", None, "paragraph 9"),
        ),
    )
    resolution, previous = sorted(found.links, key=lambda link: link.cited or "")
    assert short(previous) == ("w2", "w1", "S/2031/4", "previous")
    assert short(resolution) == ("w2", None, "S/RES/2564 (2031)", "cites")
    assert previous.documents == ("b",)
    assert resolution.provisions == ("paragraph 9",)
    assert [link.doubts for link in found.links] == [(), ()]
    (missing,) = found.missing
    assert (missing.symbol, missing.kind, missing.dated) == (
        "S/RES/2564 (2031)",
        "resolution",
        None,
    )
    assert missing.url == "https://undocs.org/en/S/RES/2564(2031)"
    assert (missing.relations, missing.cited_by, missing.here) == (("cites",), ("w2",), None)


def test_language_versions_speak_as_one_and_a_relation_beats_a_bare_mention() -> None:
    found = linked(
        letter("en", "S/2031/7", "en", cites("S/2031/4", "previous", "2031-05-02", "annex")),
        letter("fr", "S/2031/7", "fr", cites("S/2031/4", "cites", None, "paragraph 10")),
        letter("ru", "S/2031/7", "ru", cites("S/2031/4", "previous", None, "paragraph 9")),
    )
    (link,) = found.links
    assert (link.relation, link.dated, link.documents) == (
        "previous",
        "2031-05-02",
        ("en", "fr", "ru"),
    )
    assert link.provisions == ("annex", "paragraph 9", "paragraph 10")


def test_two_relations_are_two_links() -> None:
    found = linked(
        letter("a", "S/2031/7", "en", cites("S/2031/4", "previous"), cites("S/2031/4", "annexed"))
    )
    assert [link.relation for link in found.links] == ["previous", "annexed"]
    assert found.missing[0].relations == ("previous", "annexed")


def test_a_missing_double_symbol_is_one_under_either_half() -> None:
    found = linked(
        letter("a", "S/2031/7", "en", cites("A/85/3-S/2031/4")),
        letter("b", "S/2031/8", "en", cites("S/2031/4"), dated="2031-05-07"),
        letter("c", "S/2031/9", "en", cites("A/85/3"), dated="2031-05-08"),
    )
    (missing,) = found.missing
    assert (missing.symbol, missing.cited_by) == ("A/85/3-S/2031/4", ("w1", "w2", "w3"))
    assert {link.symbol for link in found.links} == {"A/85/3-S/2031/4"}


def test_a_symbol_that_a_citation_joins_to_one_that_is_here_is_not_missing() -> None:
    found = linked(
        letter("a", "S/2031/4", dated="2031-05-02"),
        letter("b", "S/2031/7", "en", cites("A/85/3-S/2031/4"), cites("A/85/3")),
    )
    assert [short(link) for link in found.links] == [("w2", "w1", "A/85/3-S/2031/4", "cites")]
    assert found.missing == ()


def test_a_year_left_out_is_the_same_resolution() -> None:
    found = linked(
        letter("a", "S/2031/7", "en", cites("S/RES/2564")),
        letter("b", "S/2031/8", "en", cites("S/RES/2564 (2031)"), dated="2031-05-07"),
    )
    (missing,) = found.missing
    assert (missing.symbol, missing.cited_by, missing.doubts) == (
        "S/RES/2564 (2031)",
        ("w1", "w2"),
        (),
    )


def test_another_year_leads_to_the_resolution_under_a_doubt() -> None:
    found = linked(
        outline("res", "S/RES/2564 (2031)"),
        letter("a", "S/2031/7", "en", cites("S/RES/2564 (2030)")),
    )
    (link,) = found.links
    assert link.cited == "w1"
    assert [doubt.code for doubt in link.doubts] == ["reference.year_differs"]


def test_an_edition_that_is_not_here_is_missing_beside_the_one_that_is() -> None:
    found = linked(
        outline("rev", "S/2031/4/Rev.1"),
        letter("a", "S/2031/7", "en", cites("S/2031/4"), cites("S/2031/4/Corr.1")),
    )
    assert [(one.symbol, one.here) for one in found.missing] == [
        ("S/2031/4", "w1"),
        ("S/2031/4/Corr.1", "w1"),
    ]
    assert [link.cited for link in found.links] == ["w1", "w1"]


def test_an_addendum_and_a_corrigendum_point_to_their_document() -> None:
    found = linked(outline("add", "S/24900/Add.90"), outline("corr", "S/2031/4/Corr.1"))
    assert [short(link) for link in found.links] == [("w1", None, "S/24900", "supplements")]
    assert [(one.symbol, one.relations, one.here) for one in found.missing] == [
        ("S/24900", ("supplements",), None),
        ("S/2031/4", ("corrects",), "w2"),
    ]
    together = linked(outline("add", "S/24900/Add.90"), outline("main", "S/24900"))
    assert [short(link) for link in together.links] == [("w2", "w1", "S/24900", "supplements")]
    assert together.missing == ()


def test_parts_of_a_resolution_printed_together_answer_for_each() -> None:
    found = linked(
        outline("res", "A/RES/76/84A-B"),
        letter("a", "S/2031/7", "en", cites("A/RES/76/84B"), cites("A/RES/76/84C")),
    )
    assert [short(link) for link in found.links] == [
        ("w2", "w1", "A/RES/76/84B", "cites"),
        ("w2", None, "A/RES/76/84C", "cites"),
    ]


def test_a_work_does_not_refer_to_itself() -> None:
    found = linked(
        letter("a", "S/2031/7", "ru", cites("S/2031/1")),
        letter("blog", None, "en", cites("S/2031/1"), cites("S/2031/7")),
    )
    assert [short(link) for link in found.links] == [("w1", None, "S/2031/1", "cites")]


def test_dates_that_do_not_agree_carry_doubts() -> None:
    found = linked(
        letter("a", "S/2031/4", dated="2031-05-02", issued="2031-05-03"),
        letter(
            "b",
            "S/2031/7",
            "en",
            cites("S/2031/4", "previous", "2031-05-01"),
            cites("S/2031/5", "cites", "2031-05-04"),
        ),
        letter("c", "S/2031/8", "en", cites("S/2031/5", "cites", "2031-05-05"), dated="2031-05-07"),
        letter("d", "S/2031/9", "en", cites("S/2031/4", "cites", "2031-05-03"), dated="2031-05-07"),
    )
    assert [doubt.code for link in found.links for doubt in link.doubts] == [
        "reference.date_differs"
    ]
    (missing,) = found.missing
    assert missing.dated == "2031-05-04"
    assert [doubt.message for doubt in missing.doubts] == [
        "it is cited with different dates: 2031-05-04, 2031-05-05"
    ]


def test_a_letter_that_cites_a_later_one_carries_a_doubt() -> None:
    found = linked(
        letter("a", "S/2031/4", "en", cites("S/2031/7"), cites("S/2031/9", "cites", "2031-06-01")),
        letter("b", "S/2031/7", dated="2031-05-20"),
    )
    assert [[doubt.code for doubt in link.doubts] for link in found.links] == [
        ["reference.cites_later"],
        ["reference.cites_later"],
    ]
    assert found.links[0].doubts[0].message == (
        "S/2031/7 is of 2031-05-20, later than what cites it, of 2031-05-06"
    )


def test_a_number_that_was_given_out_later_carries_a_doubt() -> None:
    cited = [cites("S/2031/1389"), cites("S/2032/1"), cites("S/2031/500"), cites("S/2030/1389")]
    found = linked(outline("a", "S/2031/444", "en", *cited))
    doubted = {link.symbol for link in found.links if link.doubts}
    assert doubted == {"S/2031/1389", "S/2032/1"}
    assert linked(outline("a", "S/2031/444/Rev.1", "en", *cited)).links[0].doubts == ()


def test_a_revision_may_cite_what_came_after_the_first_print() -> None:
    found = linked(
        outline("a", "S/2031/4", issued="2031-05-02"),
        outline("rev", "S/2031/4/Rev.1", "en", cites("S/2031/7"), issued="2031-06-01"),
        letter("b", "S/2031/7", dated="2031-05-20"),
    )
    assert [link.doubts for link in found.links] == [()]


def test_doubts_of_references_go_with_link_and_missing() -> None:
    doubt = Doubt("reference.symbol_repaired", "a letter was read as a digit")
    found = linked(letter("a", "S/2031/7", "en", Cited("document", "S/2031/4", doubts=(doubt,))))
    assert (found.links[0].doubts, found.missing[0].doubts) == ((doubt,), (doubt,))


def test_the_charter_is_listed_apart_by_provision() -> None:
    def charter(*provisions: str) -> Cited:
        return Cited("charter", None, provisions=provisions)

    found = linked(
        letter("a", "S/2031/4", "en", charter("Article 51"), charter("Chapter VII")),
        letter("b", "S/2031/7", "en", charter("Article 2 (4)", "Article 51"), dated="2031-06-01"),
        letter("c", "S/2031/8", "en", charter(), dated="2031-06-02"),
    )
    assert [(one.provision, one.cited_by) for one in found.charter] == [
        ("Article 2 (4)", ("w2",)),
        ("Article 51", ("w1", "w2")),
        ("Chapter VII", ("w1",)),
        ("Charter", ("w3",)),
    ]
    assert (found.links, found.missing) == ((), ())


def test_missing_documents_stand_in_the_order_of_symbols() -> None:
    symbols = [
        "S/2031/10",
        "S/2031/9",
        "S/26360",
        "A/RES/46/182",
        "S/RES/84 (1950)",
        "A/C.3/78/L.6",
    ]
    found = linked(letter("a", "S/2031/7", "en", *map(cites, symbols)))
    ordered = [one.symbol for one in found.missing]
    assert ordered == sorted(symbols, key=lambda symbol: sort_key(parse_symbol(symbol)))
    assert ordered.index("S/2031/9") < ordered.index("S/2031/10")


SYMBOLS = [
    "S/2031/1",
    "S/2031/2",
    "S/2031/2/Add.1",
    "S/2031/2/Corr.1",
    "A/85/3",
    "A/85/3-S/2031/2",
    "S/RES/2564",
    "S/RES/2564 (2031)",
    "S/RES/2564 (2030)",
]
CITED = st.builds(
    cites,
    st.sampled_from(SYMBOLS),
    st.sampled_from(["cites", "previous", "replies_to"]),
    st.sampled_from([None, "2031-05-01", "2031-05-09"]),
)


@st.composite
def files(draw: st.DrawFn) -> list[DocumentOutline]:
    found = []
    for at in range(draw(st.integers(1, 6))):
        symbol = draw(st.sampled_from([None, *SYMBOLS]))
        cited = draw(st.lists(CITED, max_size=4))
        dated = draw(st.sampled_from(["2031-05-01", "2031-05-06"]))
        found.append(
            letter(f"f{at}", symbol, draw(st.sampled_from(["en", "fr"])), *cited, dated=dated)
        )
    return found


@settings(deadline=None)
@given(files(), st.randoms(use_true_random=False))
def test_any_order_of_documents_gives_the_same_links(
    given_files: list[DocumentOutline], shuffling: object
) -> None:
    shuffled = list(given_files)
    shuffling.shuffle(shuffled)  # type: ignore[attr-defined]
    assert linked(*shuffled) == linked(*given_files)


@settings(deadline=None)
@given(files())
def test_every_citation_is_answered_or_missing(given_files: list[DocumentOutline]) -> None:
    found = linked(*given_files)
    missing = {one.symbol for one in found.missing}
    assert all(link.cited is not None or link.symbol in missing for link in found.links)
    assert len(missing) == len(found.missing)
    assert all(link.citing != link.cited for link in found.links)
