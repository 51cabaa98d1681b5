"""How alike two accounts are: a row of features for each pair.

In: columns and pairs of rows. Out: a matrix, a column for each of ``FEATURES``; NaN is "not told".
The features are what a person would ask: how many days lie between, how far it is over how far both
may be off, which words and names both have, whether the tolls can be of one incident.
"""

import numpy as np

from allegata.model.vocabularies import Event
from allegata.stages.resolve.pairs.columns import LONGEST, Array, Columns
from allegata.stages.resolve.wording import PERMUTATIONS

FEATURES = (
    "days_apart",  # between the days told
    "days_told",  # how many days the wider of the two spans
    "reports_apart",  # days between publications
    "report_after",  # days from the act of the one to the report of the other that has no date
    "km_apart",  # between the nearest of the grounds
    "km_over_reach",  # that over how far both may be off
    "shared_units",  # 4: the same ground; 3, 2, 1: the division of that level; 0: none
    "shared_toponyms",
    "other_toponyms",  # both name towns, none is the same, and of one the ground is unknown
    "shared_names",
    "other_names",  # both name people, and none is the same
    "shared_terms",  # how telling the words are that both have
    "terms_likeness",  # that over all their words
    "terms_held",  # that over the words of the shorter
    "rarest_terms",  # how many of the most telling words both have
    "copied",  # share of runs of words in common
    "killed_apart",  # logarithm of the ratio between the nearest figures
    "killed_alike",  # logarithm of the figure where both tell the same
    "injured_apart",
    "injured_alike",
    "event_depth",  # 2: the same event; 1: events of one family; 0: others
    "event_family",  # which family both are of: air strikes come back where shootings seldom do
    "shared_actors",
    "other_actors",
    "other_causes",
    "shared_cites",
    "same_origin",
)
CHUNK = 1 << 15  # pairs compared at once
_RAREST = 255
_KM_A_DEGREE = 111.195
# Kinds of events that accounts of one incident are told as.
_FAMILIES = (
    (Event.AIR_STRIKE, Event.DRONE_STRIKE, Event.MISSILE_STRIKE, Event.SHELLING),
    (Event.BOMBING, Event.SUICIDE_ATTACK, Event.MINE_OR_UXO, Event.VEHICLE_ATTACK),
    (Event.SHOOTING, Event.SNIPING, Event.CLASH, Event.EXECUTION, Event.MASSACRE, Event.RAID),
    (Event.KIDNAPPING, Event.DETENTION, Event.TORTURE),
    (Event.DEMOLITION, Event.DESTRUCTION, Event.ARSON),
)
_ORDER = list(Event)
_FIRST_FAMILY = 100


def _family_table() -> Array:
    table = np.arange(len(_ORDER), dtype=np.int8)
    for number, family in enumerate(_FAMILIES):
        for event in family:
            table[_ORDER.index(event)] = _FIRST_FAMILY + number
    return table


_FAMILY = _family_table()
_UNTOLD = [_ORDER.index(Event.UNKNOWN), _ORDER.index(Event.OTHER)]


def features_of(columns: Columns, low: Array, high: Array) -> Array:
    """Return the features of pairs of rows."""
    found = np.empty((len(low), len(FEATURES)), dtype=np.float32)
    for start in range(0, len(low), CHUNK):
        stop = start + CHUNK
        found[start:stop] = np.column_stack(_rows(columns, low[start:stop], high[start:stop]))
    return found


def _rows(columns: Columns, a: Array, b: Array) -> list[Array]:
    shared, other = _sets(columns.named, a, b)
    actors, other_actors = _sets(columns.actors, a, b)
    cites, _ = _sets(columns.cites, a, b)
    causes = columns.causes[a] & columns.causes[b]
    both_causes = (columns.causes[a] != 0) & (columns.causes[b] != 0)
    return [
        *_days(columns, a, b),
        *_places(columns, a, b),
        *_toponyms(columns, a, b),
        shared,
        other,
        *_terms(columns, a, b),
        _copied(columns, a, b),
        *_toll(columns.killed, a, b),
        *_toll(columns.injured, a, b),
        *_event(columns, a, b),
        actors,
        other_actors,
        both_causes & (causes == 0),
        cites,
        (columns.origin[a] == columns.origin[b]) & (columns.origin[a] != 0),
    ]


def _days(columns: Columns, a: Array, b: Array) -> list[Array]:
    first_a, first_b = columns.first[a], columns.first[b]
    last_a, last_b = columns.last[a], columns.last[b]
    told_a, told_b = first_a > 0, first_b > 0
    both = told_a & told_b
    gap = np.maximum(0, np.maximum(first_a, first_b) - np.minimum(last_a, last_b))
    span = np.maximum(last_a - first_a, last_b - first_b)
    published_a, published_b = columns.published[a], columns.published[b]
    dated = (published_a > 0) & (published_b > 0)
    after = np.where(told_a, published_b - last_a, published_a - last_b)
    one = (told_a != told_b) & (np.where(told_a, published_b, published_a) > 0)
    return [
        np.where(both, gap, np.nan),
        np.where(both, np.minimum(span, LONGEST), np.nan),
        np.where(dated, np.abs(published_a - published_b), np.nan),
        np.where(one, after, np.nan),
    ]


def _places(columns: Columns, a: Array, b: Array) -> list[Array]:
    """Return the nearest of the pairs of grounds: km, km over reach, and the deepest in common."""
    most = int((columns.ground[np.concatenate((a, b))] != 0).any(axis=0).sum()) or 1
    lat, lng, radius = (table[:, :most] for table in (columns.lat, columns.lon, columns.radius))
    ground, units = columns.ground[:, :most], columns.units[:, :most]
    lat_a, lat_b = lat[a][:, :, None], lat[b][:, None, :]
    lon = lng[a][:, :, None] - lng[b][:, None, :]
    lon = (lon + 180) % 360 - 180
    east = lon * np.cos(np.radians((lat_a + lat_b) / 2))
    km = _KM_A_DEGREE * np.sqrt((lat_a - lat_b) ** 2 + east**2)
    reach = radius[a][:, :, None] + radius[b][:, None, :]
    over = km / np.maximum(reach, 1.0)
    told = (ground[a] != 0).any(axis=1) & (ground[b] != 0).any(axis=1)
    same = _any_equal(ground[a], ground[b])
    depth = np.zeros(len(a), dtype=np.float32)
    for level in range(units.shape[2]):
        equal = _any_equal(units[a, :, level], units[b, :, level])
        depth = np.where(equal, level + 1, depth)
    depth = np.where(same, 4, depth)
    told &= same | ((units[a] != 0).any(axis=(1, 2)) & (units[b] != 0).any(axis=(1, 2)))
    return [
        _nearest(km),
        _nearest(over),
        np.where(told, depth, np.nan),
    ]


def _toponyms(columns: Columns, a: Array, b: Array) -> list[Array]:
    """Return the names in both; where both grounds are known, other names say nothing more."""
    shared, other = _sets(columns.toponyms, a, b)
    known = ~np.isnan(columns.lat[a][:, 0]) & ~np.isnan(columns.lat[b][:, 0])
    return [shared, other & ~known]


def _nearest(values: Array) -> Array:
    """Return the least of each row's values that are told, NaN where none is."""
    flat = values.reshape(len(values), -1)
    least = np.where(np.isnan(flat), np.inf, flat).min(axis=1, initial=np.inf)
    return np.where(np.isinf(least), np.nan, least)


def _any_equal(one: Array, other: Array) -> Array:
    equal = (one[:, :, None] == other[:, None, :]) & (one != 0)[:, :, None]
    return equal.any(axis=(1, 2))


def _sets(table: Array, a: Array, b: Array) -> tuple[Array, Array]:
    """Return how many numbers two rows share, and whether both have some and share none."""
    one, other = table[a], table[b]
    most = int(max((one != 0).sum(axis=1).max(initial=0), (other != 0).sum(axis=1).max(initial=0)))
    one, other = one[:, :most], other[:, :most]
    equal = (one[:, :, None] == other[:, None, :]) & (one != 0)[:, :, None]
    shared = equal.sum(axis=(1, 2))
    both = (one != 0).any(axis=1) & (other != 0).any(axis=1)
    return shared, both & (shared == 0)


def _terms(columns: Columns, a: Array, b: Array) -> list[Array]:
    one, other = columns.terms[a], columns.terms[b]
    most = int(max((one != 0).sum(axis=1).max(initial=0), (other != 0).sum(axis=1).max(initial=0)))
    one, other = one[:, :most], other[:, :most]
    ordered = np.sort(np.concatenate((one, other), axis=1), axis=1)
    equal = (ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] != 0)
    weight = ordered[:, 1:] & _RAREST
    shared = (weight * equal).sum(axis=1) / _RAREST
    sum_a = (one & _RAREST).sum(axis=1) / _RAREST
    sum_b = (other & _RAREST).sum(axis=1) / _RAREST
    least = np.minimum(sum_a, sum_b)
    has = (least > 0) & (columns.language[a] == columns.language[b])
    divided = np.where(has, np.sqrt(sum_a * sum_b), 1.0)
    return [
        np.where(has, shared, np.nan),
        np.where(has, shared / divided, np.nan),
        np.where(has, shared / np.where(has, least, 1.0), np.nan),
        np.where(has, (equal & (weight == _RAREST)).sum(axis=1), np.nan),
    ]


def _copied(columns: Columns, a: Array, b: Array) -> Array:
    one, other = columns.words[a], columns.words[b]
    told = one.any(axis=1) & other.any(axis=1)
    return np.where(told, (one == other).sum(axis=1) / PERMUTATIONS, np.nan)


def _toll(table: Array, a: Array, b: Array) -> list[Array]:
    low = np.maximum(table[a][:, 0], table[b][:, 0])
    high = np.minimum(table[a][:, 1], table[b][:, 1])
    apart = np.maximum(0.0, np.log1p(low) - np.log1p(high))
    alike = np.where(apart == 0.0, np.log1p(high), 0.0)
    return [apart, np.where(np.isnan(apart), np.nan, alike)]


def _event(columns: Columns, a: Array, b: Array) -> list[Array]:
    one, other = columns.event[a], columns.event[b]
    untold = np.isin(one, _UNTOLD) | np.isin(other, _UNTOLD)
    kin = _FAMILY[one] == _FAMILY[other]
    depth = np.where(one == other, 2.0, np.where(kin, 1.0, 0.0))
    family = np.where(kin & (_FAMILY[one] >= _FIRST_FAMILY), _FAMILY[one] - _FIRST_FAMILY, np.nan)
    return [np.where(untold, np.nan, depth), np.where(untold, np.nan, family)]
