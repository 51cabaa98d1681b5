"""Articles and chapters of the Charter. Phrasings by language: ``references/``."""

from allegata.un.charter import find_charter
from allegata.un.clearing import clear
from allegata.un.provisions import Provisions


def mentions(text: str) -> list[tuple[str, tuple[str, ...]]]:
    cleared = clear(text)
    return [
        (cleared.text[one.start : one.end], one.provisions)
        for one in find_charter(cleared, Provisions(cleared))
    ]


def test_the_words_printed_run_from_the_article_to_the_name() -> None:
    assert mentions("under Article 51 of the Charter of the United Nations, as said") == [
        ("Article 51 of the Charter of the United Nations", ("Article 51",))
    ]
    assert mentions("see the UN Charter, in particular its Articles 2 (4) and 51.") == [
        ("the UN Charter, in particular its Articles 2 (4) and 51", ("Article 2 (4)", "Article 51"))
    ]
    assert mentions("根据《联合国宪章》第七章") == [("《联合国宪章》第七章", ("Chapter VII",))]


def test_ranges_and_lists_of_both_kinds() -> None:
    assert mentions("Articles 39-42 and Chapter VII of the Charter")[0][1] == (
        "Article 39",
        "Article 40",
        "Article 41",
        "Article 42",
        "Chapter VII",
    )


def test_other_charters_and_the_bare_name_are_none() -> None:
    for text in (
        "article 5 of the African Charter",
        "article 5 of the Charter of the Arab League",
        "article 5 de la Charte africaine",
        "the purposes of the Charter",
        "Article 112 of the Charter",
        "Chapter XX of the Charter",
    ):
        assert mentions(text) == []


def test_a_chapter_stands_alone_only_where_one_acts_under_it() -> None:
    assert mentions("Acting under Chapter VII,") == [("Chapter VII", ("Chapter VII",))]
    assert mentions("as told in Chapter VII,") == []
    assert mentions("acting under Chapter II,") == []
