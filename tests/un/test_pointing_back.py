"""Places said of a document named before."""

import pytest

from allegata.un.clearing import clear
from allegata.un.pointing_back import Antecedent, point_back
from allegata.un.provisions import Provisions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("R and D; paragraph 2 of that resolution", {0: ("paragraph 2",)}),
        ("R and D; see ibid., para. 7", {1: ("paragraph 7",)}),
        ("R and D, in particular its paragraphs 3 and 4,", {1: ("paragraph 3", "paragraph 4")}),
        ("R and D. In particular its paragraph 3", {}),
        ("R and D, and paragraph 3", {}),
        ("R et D; paragraphe 2 de ladite résolution", {0: ("paragraph 2",)}),
        ("R и D; пункт 2 указанной резолюции", {0: ("paragraph 2",)}),
        ("R以及D，该决议第2段", {0: ("paragraph 2",)}),
        ("R و D؛ الفقرة 2 من ذلك القرار", {0: ("paragraph 2",)}),
        ("R y D; párrafo 2 de dicha resolución", {0: ("paragraph 2",)}),
    ],
)
def test_each_way_to_point_back(text: str, found: dict[int, tuple[str, ...]]) -> None:
    document = text.index("D")
    antecedents = [Antecedent(0, 1, is_resolution=True), Antecedent(document, document + 1, False)]
    assert point_back(Provisions(clear(text)), antecedents) == found


def test_nothing_before_takes_nothing() -> None:
    assert point_back(Provisions(clear("paragraph 2 of that resolution")), []) == {}
