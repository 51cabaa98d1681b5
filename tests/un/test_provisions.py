"""Places in a document: said of what stands after them or before them."""

import pytest

from allegata.un.clearing import clear
from allegata.un.provisions import Provisions, is_joint, is_link


def before(text: str) -> tuple[str, ...]:
    """Return the provisions said of the @ in ``text``."""
    return Provisions(clear(text)).before(text.index("@"))[1]


def after(text: str) -> tuple[str, ...]:
    return Provisions(clear(text)).after(text.index("@") + 1)[1]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("paragraph 9 of @", ("paragraph 9",)),
        ("paragraphs 2 (a) and 5 of its @", ("paragraph 2 (a)", "paragraph 5")),
        ("paragraph 4 of article 2 of the @", ("article 2 (4)",)),
        ("article 2, paragraph 4, of the @", ("article 2 (4)",)),
        ("paragraph 3 of annex I to @", ("annex I", "paragraph 3")),
        ("article 5 and chapter II of the @", ("article 5", "chapter II")),
        ("paragraph 9 of the Security Council @", ("paragraph 9",)),
        ("the annex to @", ("annex",)),
        ("пункты 4 и 5 документа @", ("paragraph 4", "paragraph 5")),
        ("paragraph 9, @", ()),
        ("paragraph 9 and @", ()),
        ("paragraph 9 tells of @", ()),
        ("paragraph 9 of\n\n@", ()),
    ],
)
def test_what_stands_before(text: str, labels: tuple[str, ...]) -> None:
    assert before(text) == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("@, annex", ("annex",)),
        ("@, annex II, paras. 3 and 4", ("annex II", "paragraph 3", "paragraph 4")),
        ("@ (para. 18)", ("paragraph 18",)),
        ("(@), chap. II", ("chapter II",)),
        ("@, in particular article 5", ("article 5",)),
        ("@, in paragraph 6 of which", ("paragraph 6",)),
        ("@, para. 9, and annex B", ("paragraph 9", "annex B")),
        ("@](https://host/x) (para. 9)", ("paragraph 9",)),
        ("@, paragraph 14 of another", ()),
        ("@. Paragraph 14", ()),
        ("@ and paragraph 14", ()),
        ("@ told in paragraph 14", ()),
    ],
)
def test_what_stands_after(text: str, labels: tuple[str, ...]) -> None:
    assert after(text) == labels


def test_a_place_is_said_of_one_document_only() -> None:
    text = "@, paragraph 14 Y"
    provisions = Provisions(clear(text))
    assert provisions.before(text.index("Y"))[1] == ("paragraph 14",)
    assert provisions.after(1) == (1, ())
    assert provisions.is_used(0)


@pytest.mark.parametrize(
    ("gap", "links"),
    [
        (" of the ", True),
        (" de la ", True),
        (", of the ", True),
        (" of the Economic and Social Council ", True),
        (" ", True),
        (", ", False),
        (" of 9 ", False),
        (" and ", False),
        (" of war ", False),
    ],
)
def test_small_words_link(gap: str, links: bool) -> None:
    assert is_link(gap) is links


def test_a_comma_or_an_and_joins() -> None:
    assert is_joint(", and the ")
    assert is_joint(" et ")
    assert not is_joint(" of ")
