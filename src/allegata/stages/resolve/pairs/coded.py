"""How much speaks for two accounts being one, where a row of a person's list is one of them.

In: the features of pairs. Out: the logarithm of odds of each. A row has a day, a place and numbers,
each coded by a person, and seldom words that could be compared: trees learned on news would take
what it lacks for what speaks against it. So a few signs are added up, each with one weight that
says which way it points. The weights are learned by ``train/`` and stand in ``coded.json``.

>>> load_signs().signs == SIGNS
True
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from allegata.stages.resolve.pairs.columns import Array
from allegata.stages.resolve.pairs.comparing import FEATURES

FILE = "coded.json"
# What is weighed, and whether it speaks for one incident (1) or against it (-1).
SIGNS: Mapping[str, int] = {
    "next_day": -1,  # one day lies between
    "days_apart": -1,  # more than one day does: how many, up to a week
    "many_days": -1,  # how many days the wider tells, up to a week
    "reach_apart": -1,  # km over how far both may be off, up to three times
    "far_apart": -1,  # logarithm of the km
    "same_name": 1,  # one point is unknown, and a name is the same
    "other_name": -1,  # one point is unknown, and the names are others
    "place_untold": -1,  # one tells neither a point nor a name
    "other_unit": -1,  # the largest divisions are others
    "toll_apart": -1,  # logarithm of the ratio of the dead
    "toll_alike": 1,  # logarithm of the dead, where both tell of the same number
    "hurt_apart": -1,
    "hurt_alike": 1,
    "toll_untold": -1,  # one tells of no dead
    "other_event": -1,  # kinds of events of two families
    "same_event": 1,
    "words_held": 1,  # telling words of the shorter that the longer has too
    "words_shared": 1,  # how telling they are
    "words_untold": 1,  # there are no words to compare: that neither has others speaks for it
    "names": 1,  # names of victims in both
    "other_names": -1,
    "cites": 1,  # addresses that both cite
}
_WEEK, _REACH, _DIGITS, _SAME_EVENT = 7, 3.0, 3, 2
_NONE = 0.0


@dataclass(frozen=True, slots=True)
class Signs:
    """The weights: ``bias`` and one for each of ``signs``; above ``same`` two accounts are one."""

    signs: Mapping[str, int]
    bias: float
    same: float
    weights: tuple[float, ...]

    def score(self, features: Array) -> Array:
        """Return the logarithm of odds of each row of features."""
        return np.round(self.bias + signs_of(features) @ np.array(self.weights), _DIGITS)


def signs_of(features: Array) -> Array:
    """Return a column for each of ``SIGNS``; what is not told is 0."""
    told = {name: features[:, at].astype(np.float64) for at, name in enumerate(FEATURES)}
    days, km = told["days_apart"], told["km_apart"]
    placeless = np.isnan(km)
    depth = told["event_depth"]
    found = {
        "next_day": days == 1,
        "days_apart": np.where(days > 1, np.minimum(days, _WEEK), _NONE),
        "many_days": np.minimum(told["days_told"], _WEEK),
        "reach_apart": np.minimum(told["km_over_reach"], _REACH),
        "far_apart": np.log1p(km),
        "same_name": placeless & (told["shared_toponyms"] > 0),
        "other_name": placeless & (told["other_toponyms"] > 0),
        "place_untold": placeless & (told["shared_toponyms"] == 0) & (told["other_toponyms"] == 0),
        "other_unit": told["shared_units"] == 0,
        "toll_apart": told["killed_apart"],
        "toll_alike": told["killed_alike"],
        "hurt_apart": told["injured_apart"],
        "hurt_alike": told["injured_alike"],
        "toll_untold": np.isnan(told["killed_apart"]),
        "other_event": depth == 0,
        "same_event": depth == _SAME_EVENT,
        "words_held": told["terms_held"],
        "words_shared": told["shared_terms"],
        "words_untold": np.isnan(told["terms_held"]),
        "names": told["shared_names"],
        "other_names": told["other_names"],
        "cites": told["shared_cites"],
    }
    return np.nan_to_num(np.column_stack([found[name] for name in SIGNS]).astype(np.float64))


def read_signs(content: bytes) -> Signs:
    """Return the weights that a file holds; signs that this program does not know are an error."""
    data = json.loads(content)
    if list(data["weights"]) != list(SIGNS):
        raise ValueError("the weights were learned on other signs")
    return Signs(SIGNS, data["bias"], data["same"], tuple(data["weights"].values()))


@cache
def load_signs() -> Signs:
    """Return the weights that the package holds."""
    return read_signs(content())


def content() -> bytes:
    """Return the bytes of the package's weights."""
    return resources.files("allegata.stages.resolve.pairs").joinpath(FILE).read_bytes()
