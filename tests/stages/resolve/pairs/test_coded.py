"""Signs of rows: each points its own way, and what is not told is nothing."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.stages.resolve.pairs.coded import SIGNS, load_signs, read_signs, signs_of
from allegata.stages.resolve.pairs.comparing import FEATURES


def pair(**told: float) -> np.ndarray:
    """Return the features of one pair: what is not told is NaN, but for counts of things shared."""
    row = dict.fromkeys(FEATURES, np.nan)
    row |= dict.fromkeys((name for name in FEATURES if name.startswith(("shared", "other"))), 0.0)
    row["shared_units"] = row["shared_terms"] = np.nan
    return np.array([list((row | told).values())], dtype=np.float32)


def sign(name: str, **told: float) -> float:
    return float(signs_of(pair(**told))[0, list(SIGNS).index(name)])


def test_a_day_between_is_told_apart_from_several() -> None:
    assert [sign("next_day", days_apart=days) for days in (0, 1, 2)] == [0, 1, 0]
    assert [sign("days_apart", days_apart=days) for days in (1, 2, 30)] == [0, 2, 7]


def test_names_of_towns_count_where_a_point_is_unknown() -> None:
    assert sign("same_name", shared_toponyms=1) == 1
    assert sign("same_name", shared_toponyms=1, km_apart=3) == 0
    assert sign("other_name", other_toponyms=1) == 1


def test_an_account_that_tells_no_place_is_known_as_such() -> None:
    assert sign("place_untold") == 1
    assert sign("place_untold", shared_toponyms=1) == 0
    assert sign("place_untold", km_apart=400) == 0


def test_without_words_there_are_none_to_compare() -> None:
    assert (sign("words_untold"), sign("words_held")) == (1, 0)
    assert sign("words_untold", terms_held=0.0) == 0


def test_the_packages_weights_point_no_wrong_way() -> None:
    signs = load_signs()
    for side, weight in zip(SIGNS.values(), signs.weights, strict=True):
        assert side * weight >= 0


@given(st.floats(0, 60), st.floats(0, 60), st.floats(0, 5))
def test_a_day_of_its_own_and_ground_far_away_never_speak_for_a_link(
    near: float, far: float, toll: float
) -> None:
    near, far = sorted((near, far))
    scores = [
        load_signs().score(
            pair(days_apart=0, km_apart=km, km_over_reach=km / 10, killed_apart=toll)
        )
        for km in (near, far)
    ]
    assert scores[0][0] >= scores[1][0]


def test_a_score_is_the_bias_and_the_weights_of_what_is_told() -> None:
    signs = replace(load_signs(), bias=1.0, weights=tuple(float(name == "cites") for name in SIGNS))
    assert signs.score(pair(shared_cites=2, km_apart=0)).tolist() == [3.0]


def test_weights_of_other_signs_are_refused() -> None:
    with pytest.raises(ValueError, match="other signs"):
        read_signs(b'{"bias": 0, "same": 0, "weights": {"height": 1}}')
