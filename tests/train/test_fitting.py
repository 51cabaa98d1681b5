"""What is learned is the same bytes each time, and holds doubts to their place."""

import itertools
import json

from train.examples import Example
from train.fitting import learn

from allegata.stages.resolve.signs import DOUBTS

PLAIN = ("distance.beside", "qualifier.stated")
FAR = ("distance.far", "doubt.hedged", "qualifier.stated")


def examples() -> list[Example]:
    """Far numbers are mostly wrong; hedged ones are right more often than a doubt should be."""
    told = []
    for number in range(200):
        far = number % 2 == 0
        signs = FAR if far else PLAIN
        right = number % 10 < (4 if far else 9)
        told.append(Example("tiny", f"item{number}", (signs,), right))
    return told


def test_the_same_examples_give_the_same_bytes() -> None:
    assert learn(examples(), examples()).content == learn(examples(), examples()).content


def test_a_sign_of_doubt_never_speaks_for_a_count() -> None:
    turned = [Example(e.name, e.item, e.signs, not e.right) for e in examples()]
    for told in (examples(), turned):
        weights = json.loads(learn(told, told).content)["weights"]
        assert all(weights[doubt] <= -20 for doubt in DOUBTS)


def test_what_was_right_more_often_is_more_likely() -> None:
    learned = learn(examples(), examples())
    weights = json.loads(learned.content)["weights"]
    assert weights["distance.beside"] > 0 > weights["distance.far"]
    assert "qualifier.stated" not in weights  # on every count: it tells nothing


def test_tables_rise_everywhere() -> None:
    model = json.loads(learn(examples(), examples()).content)
    for table in (model["counts"], model["claims"]):
        assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(table))
