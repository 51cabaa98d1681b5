"""Provisions in order."""

from allegata.un.provision_order import provision_order


def test_numbers_sort_as_numbers_and_words_as_words() -> None:
    given = ["paragraph 10", "annex", "Chapter IX", "paragraph 9", "Article 2 (4)", "Chapter V", ""]
    assert sorted(given, key=provision_order) == [
        "",
        "Article 2 (4)",
        "Chapter V",
        "Chapter IX",
        "annex",
        "paragraph 9",
        "paragraph 10",
    ]
