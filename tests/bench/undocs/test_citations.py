"""What is cited counts once a file; an invention lowers precision, a miss lowers recall."""

from pathlib import Path

from bench.undocs.citations import keyed, score_citations
from bench.undocs.gold_references import GoldReference, load_references
from bench.undocs.shares import Share

LETTER = GoldReference("document", "S/2031/6", "previous", "2031-05-02")
RESOLUTION = GoldReference("resolution", "S/RES/9001 (2030)", provisions=("paragraph 9",))
ARTICLE = GoldReference("charter", provisions=("Article 51", "Chapter VII"))
GOLD = (LETTER, RESOLUTION, ARTICLE)


def shares(*read: GoldReference) -> dict[str, tuple[int, int]]:
    scored, _ = score_citations("specimen.pdf", GOLD, read)
    return {name: (share.right, share.of) for name, share in scored.items()}


def test_right_references_are_right() -> None:
    assert shares(*GOLD) == {
        "precision": (4, 4),
        "recall": (4, 4),
        "relation": (4, 4),
        "dated": (1, 1),
        "provisions": (1, 1),
    }


def test_an_invented_reference_lowers_precision_alone() -> None:
    scored = shares(*GOLD, GoldReference("document", "S/2031/60"))
    assert (scored["precision"], scored["recall"]) == ((4, 5), (4, 4))


def test_a_missed_reference_lowers_recall_alone() -> None:
    scored = shares(LETTER, ARTICLE)
    assert (scored["precision"], scored["recall"]) == ((3, 3), (3, 4))


def test_a_symbol_of_another_kind_is_another_thing() -> None:
    scored = shares(LETTER, ARTICLE, GoldReference("document", "S/RES/9001 (2030)"))
    assert (scored["precision"], scored["recall"]) == ((3, 4), (3, 4))


def test_the_charter_counts_by_its_provisions() -> None:
    scored = shares(LETTER, RESOLUTION, GoldReference("charter", provisions=("Article 51",)))
    assert (scored["precision"], scored["recall"]) == ((3, 3), (3, 4))


def test_the_bare_name_of_the_charter_counts_neither_way() -> None:
    assert shares(*GOLD, GoldReference("charter")) == shares(*GOLD)


def test_repeated_places_count_once_and_add_up() -> None:
    twice = keyed([LETTER, GoldReference("document", "S/2031/6"), RESOLUTION])
    cited = twice["document", "S/2031/6"]
    assert len(twice) == 2
    assert (cited.telling(), cited.dates) == ({"previous"}, {"2031-05-02"})


def test_a_wrong_relation_date_or_provision_lowers_its_own_share() -> None:
    wrong = GoldReference("document", "S/2031/6", "cites", "2031-05-03", ("annex",))
    scored = shares(wrong, RESOLUTION, ARTICLE)
    assert scored["recall"] == (4, 4)
    assert scored["relation"] == (3, 4)
    assert scored["dated"] == (0, 1)
    assert scored["provisions"] == (1, 2)


def test_an_optional_reference_counts_neither_way() -> None:
    gold = (LETTER, GoldReference("document", "S/2031/1", optional=True))
    for read in ((LETTER,), (LETTER, GoldReference("document", "S/2031/1"))):
        scored, mistakes = score_citations("specimen.pdf", gold, read)
        assert scored["precision"] == scored["recall"] == Share("specimen.pdf", 1, 1)
        assert mistakes == ()


def test_a_mistake_shows_the_words_around_the_number() -> None:
    text = "SPECIMEN. See also S/2031/6, which was not found."
    _, (missed,) = score_citations("specimen.pdf", (LETTER,), (), text=text)
    assert (missed.what, missed.wanted) == ("missed", "document S/2031/6")
    assert missed.around == text


def test_gold_is_read_with_versions_and_without_tables(tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_text(
        """
        [[document]]
        file = "a.en.xml"
        references = [{kind = "document", symbol = "S/2031/6", relation = "cites", note = "x"}]
        [[document]]
        file = "a.fr.xml"
        same_as = "a.en.xml"
        [[document]]
        file = "table.csv"
        scored = false
        """
    )
    cited = (GoldReference("document", "S/2031/6"),)
    assert load_references(tmp_path) == {"a.en.xml": cited, "a.fr.xml": cited}
