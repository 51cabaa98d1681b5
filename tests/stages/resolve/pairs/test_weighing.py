"""Trees: what they say is what was learned, and early leaving changes nothing above the floor."""

import numpy as np
import pytest

from allegata.stages.resolve.pairs.comparing import FEATURES
from allegata.stages.resolve.pairs.weighing import (
    LOWEST,
    Tree,
    Trees,
    likeliness,
    load_trees,
    read_trees,
    trees_label,
)

NEAR = Tree((0, 0, 0), (1.5, 0, 0), (1, 0, 0), (2, 0, 0), (False, True, True), (0, 2.0, -3.0))


def rows(*days: float) -> np.ndarray:
    found = np.full((len(days), len(FEATURES)), np.nan, dtype=np.float32)
    found[:, 0] = days
    return found


def test_a_tree_sends_each_row_to_its_leaf() -> None:
    model = Trees(FEATURES, 0.5, 0.0, 1.0, (NEAR,))
    assert model.score(rows(1, 2, np.nan)).tolist() == [2.5, -2.5, -2.5]


def test_a_hopeless_pair_is_left_and_the_others_keep_their_score() -> None:
    model = Trees(FEATURES, 0.0, 0.0, 1.0, (NEAR,) * 40)
    assert model.score(rows(1, 2), floor=0.0).tolist() == [80.0, LOWEST]


def test_the_packages_model_holds_more_days_for_no_better_sign() -> None:
    scores = load_trees().score(rows(0, 1, 2, 5, 20))
    assert scores.tolist() == sorted(scores.tolist(), reverse=True)
    assert trees_label().startswith("link@")


def test_a_model_of_other_features_is_refused() -> None:
    with pytest.raises(ValueError, match="other features"):
        read_trees(b'{"features": ["height"], "trees": []}')


def test_likeliness_is_a_share() -> None:
    assert (likeliness(0.0), likeliness(-50.0)) == (0.5, 0.0)
