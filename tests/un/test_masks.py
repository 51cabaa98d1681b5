"""Which numbers are no counts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.un.masks import masks
from allegata.un.references import find_references


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("killed 43 (resolution 2253 (2015))", ["resolution 2253 (2015)"]),
        ("resolutions 1267 (1999) and 2253 (2015)", ["resolutions 1267 (1999) and 2253 (2015)"]),
        ("World Health Assembly resolution 69.2, 43 people", ["resolution 69.2"]),
        ("S/2031/7, 43 people", ["S/2031/7"]),
        ("Article 51 and 43 people", ["Article 51"]),
        ("Articles 2 (4) and 51 of the Charter", ["Articles 2 (4) and 51 of the Charter"]),
        ("paragraph 3, 43 civilians", ["paragraph 3"]),
        ("paragraphs 4, 5 and 7 of it", ["paragraphs 4, 5 and 7"]),
        ("Agenda items 35, 40, 86 and 135", ["Agenda items 35, 40, 86 and 135"]),
        ("at its 8018th meeting, 43 spoke", ["8018th meeting"]),
        ("the 68th plenary meeting", ["68th plenary meeting"]),
        ("31-01779 (E) 060231", ["31-01779 (E) 060231"]),
        ("*3101779* 43 people", ["*3101779*"]),
        ("les articles 2 et 51", ["articles 2 et 51"]),
        ("8979e séance, 43 morts", ["8979e séance"]),
        ("en su 8979ª sesión, 43", ["8979ª sesión"]),
        ("статья 51, 43 человека", ["статья 51"]),
        ("на 8979-м заседании 43 человека", ["8979-м заседании"]),
        ("第9段，43人", ["第9段"]),
        ("第8979次会议，43人", ["第8979次会议"]),
        ("议程项目5，43人", ["议程项目5"]),
        ("المادة 51، 43 شخصا", ["المادة 51"]),
        ("في جلسته 8979", ["جلسته 8979"]),
        ("Ziffer 9, 43 Menschen", ["Ziffer 9"]),
        (
            "resolution 242 (1967), with 43 dead, and 338 (1973)",
            [
                "resolution 242 (1967)",
                "338 (1973)",
            ],
        ),
        ("killed 43 civilians on 5 May", []),
        ("第43人", []),
        ("43 people met", []),
    ],
)
def test_numbers_of_citations_are_masked_and_counts_are_not(text: str, masked: list[str]) -> None:
    assert [text[start:end] for start, end in masks(text)] == masked


@given(st.text(alphabet="S/A2017 (675)resolution.,\n-and", max_size=80))
def test_masks_are_ordered_apart_and_inside_the_text(text: str) -> None:
    places = masks(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    for reference in find_references(text):
        assert any(start <= reference.start and reference.end <= end for start, end in places)
