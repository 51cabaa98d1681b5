"""Harm to people, sentence by sentence, in our own words."""

import pytest

from allegata.lang.grammar.harm import find_harm
from allegata.lang.grammar.rows import harm_row

Told = list[tuple[str, list[int | None]]]


def told(sentence: str) -> Told:
    return [
        (
            frame.outcome.value,
            [
                (
                    counted.whole.quantity.best
                    if counted.whole.quantity.best is not None
                    else counted.whole.quantity.low
                )
                if counted.whole.quantity
                else None
                for counted in frame.victims
            ],
        )
        for frame in find_harm(harm_row(sentence))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The strike killed three people.", [("killed", [3])]),
        ("Three people were killed by the strike.", [("killed", [3])]),
        ("Killing three people, the strike hit a school.", [("killed", [3])]),
        ("A strike killed 4 and wounded 9.", [("killed", [4]), ("injured", [9])]),
        ("They killed 5 people and 12 were injured.", [("killed", [5]), ("injured", [12])]),
        ("Three people were killed and five wounded.", [("killed", [3]), ("injured", [5])]),
        ("The blast left two people dead and five wounded.", [("killed", [2]), ("injured", [5])]),
        ("A woman and her two children were killed.", [("killed", [1, 2])]),
        ("Between 5 and 8 fighters were killed or wounded.", [("killed_or_injured", [5])]),
        ("Twelve people died.", [("killed", [12])]),
        ("The deaths of two men were confirmed.", [("killed", [2])]),
        ("It caused two deaths and five injuries.", [("killed", [2]), ("injured", [5])]),
        ("The strike claimed the lives of six people.", [("killed", [6])]),
        ("The number of people killed in the strike has risen to 31.", [("killed", [31])]),
        ("Two neighbours who came to their aid were wounded.", [("injured", [2])]),
        ("Two shepherds, brothers from the hills, were killed.", [("killed", [2])]),
        ("Gunmen abducted two teachers.", [("abducted", [2])]),
        ("Two men are missing.", [("missing", [2])]),
        ("They detained a trader, his deputy and two clerks.", [("detained", [1, 1, 2])]),
        ("Two deputy commanders were killed.", [("killed", [2])]),
        ("The patrol fired back, killing both.", [("killed", [2])]),
        ("Two herders fled. Both were later killed.", [("killed", [2])]),
        ("The patrol fired back, killing many of them.", [("killed", [None])]),
        (
            "They left after detaining the targeted trader along with two of his friends.",
            [("detained", [1, 2])],
        ),
        (
            "The raid led to the death of one trader and the detainment of three others.",
            [("killed", [1]), ("detained", [3])],
        ),
        ("No one was hurt.", [("injured", [0])]),
        ("The shelling caused no casualties.", [("killed_or_injured", [0])]),
    ],
)
def test_who_was_harmed_and_how_many(sentence: str, expected: Told) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The police focused their efforts on detaining and killing smugglers.",
        "The operation to kill or capture two smugglers began at dawn.",
        "The mine killed both in the village and in the fields.",
        "The soldiers killed both Harazi and Sorel.",
        "No casualties were reported.",
        "There were no reports of casualties.",
        "The strike did not kill any civilians.",
        "They fired six missiles at the town.",
        "The council adopted resolution 2286.",
        "The shop was 12 kilometres from the town.",
        "Frost killed forty seedlings.",
        "Wolves killed nine lambs and injured four more.",
        "The vet treated seven injured goats.",
        "Nine dead batteries lay in a drawer.",
        "Two missing pages were found again.",
        "Councillors killed the bill.",
        "The photographer shot forty pictures.",
        "She shot nine women for the cover.",
        "Seven were shot down and the rest fell into the sea.",
        "Whoever wounds another is liable to a fine.",
        "A person who kills another is liable to prison.",
        "The force eliminated forty posts.",
        "The archer hit twenty of thirty targets.",
        "The striker killed the game.",
        "Twelve clerks drowned in paper.",
        "The Warriors were massacred 14-0.",
    ],
)
def test_where_nobody_is_counted_no_count_is_made(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Frost killed forty travellers.", [("killed", [40])]),
        ("A mine killed nine lambs and injured four shepherds.", [("injured", [4])]),
        ("Two protesters were shot down.", [("killed_or_injured", [2])]),
        ("He shot nine women for the money.", [("killed_or_injured", [9])]),
        ("The doctor treated seven injured clowns.", [("injured", [7])]),
        ("The man who killed another was found.", [("killed", [1])]),
    ],
)
def test_people_beside_such_words_are_still_counted(sentence: str, expected: Told) -> None:
    assert told(sentence) == expected


def test_parts_stay_with_their_whole() -> None:
    (frame,) = find_harm(
        harm_row("Nine people, including three children and one woman, were killed.")
    )
    (counted,) = frame.victims
    assert counted.whole.quantity is not None
    assert counted.whole.quantity.best == 9
    assert [(p.quantity.best, p.heads) for p in counted.parts if p.quantity] == [
        (3, ("children",)),
        (1, ("woman",)),
    ]


def test_parts_may_follow_the_verb() -> None:
    (frame,) = find_harm(harm_row("Twelve people died, among them two girls."))
    assert [part.heads for part in frame.victims[0].parts] == [("girls",)]


def test_most_of_them_is_a_share_and_no_count() -> None:
    (frame,) = find_harm(harm_row("It injured dozens, most of them women and children."))
    (counted,) = frame.victims
    assert counted.parts == ()
    assert [(share.share, share.groups) for share in counted.shares] == [
        ("most", ("women", "children"))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # who was hurt, and died of it
        (
            "Two men who were wounded in the attack have died.",
            [("injured", [2]), ("killed", [2])],
        ),
        (
            "A man was shot near a shop and was pronounced dead at the scene.",
            [("killed_or_injured", [1]), ("killed", [1])],
        ),
        (
            "A boy shot in the head near the campus died Friday.",
            [("killed_or_injured", [1]), ("killed", [1])],
        ),
        (
            "He accidentally shot himself in the chest and died.",
            [("killed_or_injured", [1]), ("killed", [1])],
        ),
        (
            "Two people were injured and later died.",
            [("injured", [2]), ("died_later", [2])],
        ),
        # another subject dies
        ("A boy was wounded and his sister died.", [("injured", [1]), ("killed", [1])]),
        ("Ten people were injured and three died.", [("injured", [10]), ("killed", [3])]),
        (
            "He was shot, and the minister died.",
            [("killed_or_injured", [1]), ("killed", [1])],
        ),
        # nouns of a death
        ("Police investigate the fatal shooting of two men.", [("killed", [2])]),
        ("He is charged in the killing of his daughter.", [("killed", [1])]),
        ("The woman was pronounced dead-on-arrival.", [("killed", [1])]),
        # how often is nobody
        ("A man was shot three times.", [("killed_or_injured", [1])]),
        ("He shot three times.", []),
    ],
)
def test_deaths_that_another_word_of_harm_went_before(sentence: str, expected: Told) -> None:
    assert told(sentence) == expected
