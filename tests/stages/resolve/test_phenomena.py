"""How many were harmed, phenomenon by phenomenon: what a text says, and what its tally must be.

Every text is invented. ``k`` and ``i`` are killed and injured under ``ibc@1`` with the words of the
Airwars table, ``children``, ``women`` and ``men`` their cells of the killed; one number stands for
equal ends, None for what no number tells.
"""

from collections.abc import Callable, Sequence

import pytest

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.vocabularies import Age, Outcome, Sex
from allegata.stages.resolve.tallies import tally
from allegata.wiring import read

Ends = int | tuple[int | None, int | None] | None


def _child(count: Count) -> bool:
    return count.group.age in (Age.CHILD, Age.INFANT)


def _adult(sex: Sex) -> Callable[[Count], bool]:
    return lambda c: c.group.sex is sex and c.group.age not in (Age.CHILD, Age.INFANT)


CELLS: dict[str, Callable[[Count], bool]] = {
    "children": _child,
    "women": _adult(Sex.FEMALE),
    "men": _adult(Sex.MALE),
}


def claims_in(text: str) -> list[Claim]:
    content = text.encode()
    source = SourceFile(content_id(content), "n.txt", content, "text/plain", "utf-8", language="en")
    reading = read(source)
    assert isinstance(reading, Reading)
    return [claim for claim in reading.claims if claim.incident is not None]


def ends(claims: Sequence[Claim], wanted: str) -> Ends:
    outcome = Outcome.INJURED if wanted == "i" else Outcome.KILLED
    cell = CELLS.get(wanted)
    for told in tally(claims, rule="ibc@1", table="airwars", wanted=cell, cells=cell is not None):
        if told.outcome is outcome and (told.low, told.high) != (None, None):
            return told.low if told.low == told.high else (told.low, told.high)
    return None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # those who often speak, and what is theirs
        ("The governor and two guards were killed in Aleppo.", {"k": 3}),
        ("Two deputy commanders and the deputy mayor were killed.", {"k": 3}),
        ("An army spokesman and three soldiers were killed.", {"k": 4}),
        ("The blast killed a police chief, two officers and the mayor's wife.", {"k": 4}),
        ("The blast killed the shepherd's goats.", {"k": None}),
        ("The shell hit the mayor's house.", {"k": None, "i": None}),
        ("Gunmen shot a farmer dead.", {"k": 1, "i": None}),
        ("Soldiers shot two men dead.", {"k": 2, "i": None}),
        # ranges and bounds
        ("Between 12 and 15 people were killed.", {"k": (12, 15)}),
        ("12-15 people were killed.", {"k": (12, 15)}),
        ("At least four and up to 19 people died.", {"k": (4, 19)}),
        ("No fewer than nine people died.", {"k": 9}),
        ("Nine or more people died.", {"k": 9}),
        ("Over 40 people were wounded.", {"i": 41}),
        # zero, and what is no zero
        ("Nobody was hurt.", {"i": 0}),
        ("None of the passengers were killed.", {"k": 0}),
        ("Neither of the two guards was hurt.", {"i": 0}),
        ("There were no civilian casualties.", {"k": 0, "i": 0}),
        ("There were no fatalities but six people were injured.", {"k": 0, "i": 6}),
        ("There were no reports of casualties.", {"k": None, "i": None}),
        ("No casualties were reported.", {"k": None, "i": None}),
        ("It is not known whether anyone was hurt.", {"k": None, "i": None}),
        # who is counted by being told of
        ("A mother of five was killed.", {"k": 1, "women": 1, "children": None}),
        ("A father of three and his brother were killed.", {"k": 2}),
        ("A couple and their three children were killed.", {"k": 5, "children": 3}),
        (
            "A man, his wife and their four children were killed.",
            {"k": 6, "men": 1, "women": 1, "children": 4},
        ),
        ("The son of a local judge was killed.", {"k": 1}),
        ("The son of Nadir Harazi and his two guards were killed.", {"k": 3}),
        ("Salim Harazi, his wife and two daughters were killed.", {"k": 4}),
        ("A family of six, including four children, was killed.", {"k": 6, "children": 4}),
        ("A man and his family were killed.", {"k": 3}),
        ("A 7-year-old girl and her 34-year-old father were killed.", {"children": 1, "men": 1}),
        ("A 15-year-old was killed.", {"k": 1, "children": 1}),
        # what ages, titles and "his" or "her" tell of who is named
        (
            "Karim Harazi (45) was killed with his wife and his son Nasser Harazi (12).",
            {"k": 3, "men": 1, "women": 1, "children": 1},
        ),
        ("Salma Harazi was killed with her two sons.", {"k": 3, "women": 1, "children": 2}),
        ("Salma Harazi (12 years old) was killed.", {"k": 1, "children": 1, "women": None}),
        ("His son Nasser Harazi (19 years old) was killed.", {"children": None, "men": 1}),
        ("Mr. Karim Harazi was killed.", {"k": 1, "men": 1}),
        ("Karim Harazi was killed.", {"k": 1, "men": None, "women": None}),
        ("A missile killed British-Lebanese militant Karim Harazi.", {"k": 1}),
        ("5-7 alleged rebels chased and killed by a drone.", {"k": (5, 7)}),
        # numbers that count nobody
        ("Three children aged between two and nine were killed.", {"k": 3, "children": 3}),
        ("Seven people were killed when a 500-pound bomb hit the house.", {"k": 7}),
        ("Four rockets hit a house 12 kilometres away, killing three people.", {"k": 3}),
        ("A 155 mm shell killed two shepherds in two vehicles.", {"k": 2}),
        ("In 2019 two men were killed.", {"k": 2}),
        # parts and their whole
        ("Nine people were killed, three of them children.", {"k": 9, "children": 3}),
        (
            "Nine people were killed: four men, three women and two children.",
            {"k": 9, "men": 4, "women": 3, "children": 2},
        ),
        (
            "Nine people - four men, three women and two children - were killed.",
            {"k": 9, "men": 4, "women": 3, "children": 2},
        ),
        (
            "Eight people were killed. Seven were children; the eighth was a woman.",
            {"k": 8, "children": 7, "women": 1},
        ),
        ("Five people were killed. Four of the five were women.", {"k": 5, "women": 4}),
        ("Eight people were killed. Seven were children.", {"k": 8, "children": 7}),
        ("Nine people were killed, most of them women.", {"k": 9, "women": None}),
        ("Nine people were killed, all of them children.", {"k": 9, "children": 9}),
        ("Of the nine killed, four were children.", {"k": 9, "children": 4}),
        ("Of the 19 people killed, four were women.", {"k": 19, "women": 4}),
        ("Two of the three guards were killed.", {"k": 2}),
        ("Two of the nine were killed.", {"k": 2}),
        ("Seventeen guests, five women among them, one of these pregnant, were killed.", {"k": 17}),
        ("The dead included two children and their mother.", {"k": 3, "children": 2, "women": 1}),
        ("Among the dead were two guards and a cook.", {"k": 3}),
        ("He killed his parents, his brother and a neighbour.", {"k": 4}),
        ("He killed his wife and the couple's two children.", {"k": 3}),
        ("Three children, including a girl, were killed.", {"k": 3, "children": 3}),
        ("Nine people, including six children, among 17-21 killed.", {"k": (17, 21)}),
        ("Two men died, a clerk among the dead.", {"k": 2}),
        ("A man shot his wife and two sons dead.", {"k": 3, "i": None}),
        ("A man shot his wife and two guards wounded him.", {"k": None}),
        ("He killed his wife, their two children and himself.", {"k": 4, "children": 2}),
        ("He killed his wife and then himself.", {"k": 2, "women": 1}),
        # what comes on top, and what is told again
        ("Four people were killed and another three died later.", {"k": 7}),
        ("Four people were killed. Two more died in hospital the next day.", {"k": 6}),
        ("Four people were killed. A fifth person died in hospital.", {"k": 5}),
        ("Two men were killed, bringing to 40 the number of people killed.", {"k": 2}),
        (
            "Nine people died, including two children, and 12 to 20 were hurt, including a woman.",
            {"k": 9, "i": (12, 20)},
        ),
        (
            "Four people were killed, including a woman and her child, and one other injured.",
            {"k": 4, "i": 1},
        ),
        ("Eight people were injured, one of them in critical condition.", {"i": 8}),
        ("Three medics belonging to the Red Crescent were killed.", {"k": 3}),
        ("Shells killed five people and wounded from six to 14 other people.", {"i": (6, 14)}),
        ("A strike injured “dozens” of people.", {"i": (12, 24)}),
        (
            "It ended with six civilians killed and “hundreds” of wounded.",
            {"k": 6, "i": (100, 200)},
        ),
        ("Shells fell on a farm and caused a number of deaths and injuries.", {"k": 2, "i": 2}),
        ("A strike hit a home, resulting in several reported injuries.", {"i": 2}),
        ("A teacher was killed. He was the 26th teacher to be killed in the war.", {"k": 1}),
        ("He is the third brother to be killed.", {"k": None}),
        ("Karim Harazi, a journalist for Harazi TV, and his mother were killed.", {"k": 2}),
        ("At least 21 members of the Harazi and Nasiri families were killed.", {"k": 21}),
        ("At least 39 people from five different families were killed.", {"k": 39}),
        ("A strike killed five people, all women and children.", {"k": 5}),
        ("Nine people, all children, were killed.", {"k": 9, "children": 9}),
        (
            "A woman was killed with her four children: a son, Karim Harazi, and three daughters.",
            {"k": 5},
        ),
        # tolls that rise
        (
            "At least six people were injured. By noon the number of wounded rose to ten.",
            {"i": (6, 10)},
        ),
        ("At least eight people died. The number of those killed rose to 12.", {"k": (8, 12)}),
        # the wounded who died are no longer among the injured
        ("Six people were wounded, one of whom later died.", {"k": 1, "i": 5}),
        ("Four people were injured. One died three days later.", {"k": 1, "i": 3}),
        ("A man was wounded. He later died.", {"k": 1, "i": 0}),
        ("A man was wounded in the raid; he later died.", {"k": 1, "i": 0}),
        ("Ten people were wounded. A cook was shot dead.", {"k": 1, "i": 10}),
        (
            "Two were killed and five wounded. Two of the wounded later died of their injuries.",
            {"k": 4, "i": 3},
        ),
        # two totals may have those who died later in them
        (
            "Three people died. Two were killed and four wounded, one of whom later died.",
            {"k": 3, "i": 3},
        ),
        ("Two people were killed and six wounded.", {"k": 2, "i": 6}),
    ],
)
def test_what_a_text_says_of_how_many(text: str, expected: dict[str, Ends]) -> None:
    claims = claims_in(text)
    assert {wanted: ends(claims, wanted) for wanted in expected} == expected
