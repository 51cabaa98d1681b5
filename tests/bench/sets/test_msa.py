"""Descriptions of shootings: who is a victim, and who is the one who shot."""

import pytest
from bench.reading import read_text

from bench.sets import msa


@pytest.mark.parametrize(
    ("description", "killed", "injured"),
    [
        ("A man killed four people at a bakery before shooting himself.", 4, 0),
        ("Five people, including the gunman, were killed at a bakery.", 4, 0),
        ("A man killed himself and three others at a bakery.", 3, 0),
        ("Four bodies lay in the flat after a murder-suicide.", 3, 0),
        ("A man shot dead his wife and two sons before killing himself in a murder-suicide.", 3, 0),
        ("He killed two customers before he was shot dead by police.", 2, 0),
        ("He was killed by police after injuring three people.", 0, 3),
        ("A man shot his wife, killing her, and wounded her sister.", 1, 1),
        ("Officers found five people with gunshot wounds.", 0, 5),
        ("Three people died and one is in critical condition.", 3, 1),
        ("He killed a police officer and two customers.", 2, 0),
        ("A gunman walked into an office and shot five people, three of them fatally.", 3, 2),
        ("Five people were shot, two fatally, outside a club.", 2, 3),
        ("Six people were shot. Two of them died at the hospital.", 2, 4),
        ("A gunman fired into a crowd, striking six people.", 0, 6),
        ("Four people were hit.", 0, 4),
        ("The gunman fatally shot three people and injured a fourth.", 3, 1),
        ("Three victims died at the scene and a fourth died in hospital.", 4, 0),
        (
            (
                "He shot his mother dead in Aleppo. He then drove to a school in Raqqa, killing"
                " nine children and two teachers and injuring four others."
            ),
            12,
            4,
        ),
        (
            (
                "He shot four people in a shop in Aleppo, killing two and wounding two others. He"
                " then drove to a garage in Raqqa, where he shot and killed two other clerks."
            ),
            4,
            2,
        ),
    ],
)
def test_victims_are_counted_without_the_one_who_shot(
    description: str, killed: int, injured: int
) -> None:
    answer = msa.answer(read_text("x", description, country="US"))
    assert (answer["civilians_killed"], answer["civilians_injured"]) == (killed, injured)
