"""Learning what speaks for two accounts being of one incident: small boosted trees.

In: the articles of ``gva`` but for the check part, and the rows of two tables of conflict events
with the matches of MELTT (silver, and noisy), strikes that two writers tell, and strikes that are
all of different incidents. Out: the bytes of ``link.json``. What must not speak for a link cannot
(``RISES``). Articles all have words and dates of publication; so that accounts without them are
weighed well too, each pair is learned again without its words, and without its reports. The
threshold is the one at which the half of the articles that the trees have not seen is grouped
best, halves by incident, both ways.
"""

import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any  # arrays of numpy and models of sklearn, whose types say little

import numpy as np
from bench.event_rows import account_of_row, read_rows
from bench.files import read_items
from bench.gate import SETS
from bench.gva_items import CHECK, READ, articles, part_of_article, part_of_incident
from bench.linkage.judged import SAME, is_learned, key_of
from bench.linkage.judged import judged as judged_rows
from bench.parts import Item, part_of
from bench.reading import read_text
from bench.scorer import SHARED
from bench.sets.gva import accounts_of_article, accounts_of_reading
from sklearn.ensemble import HistGradientBoostingClassifier

from allegata.model.linking import Account
from allegata.model.reading import Reading
from allegata.places.keys import plain_key
from allegata.stages.resolve.accounts import leading_account
from allegata.stages.resolve.linkage import Linkage
from allegata.stages.resolve.pairs.blocking import keys_of, pairs_of
from allegata.stages.resolve.pairs.columns import columns_of
from allegata.stages.resolve.pairs.comparing import FEATURES, features_of
from allegata.stages.resolve.pairs.weighing import Trees, read_trees
from bench.sets import airwars

Array = Any
LINKAGE = SHARED / "data" / "linkage"
TABLES = (("nigeria_2011", "3km_1d"), ("ssudan_2015", "3km_1d"))
RISES = {  # 1: more of it never speaks against a link; -1: never for one
    **dict.fromkeys(("days_apart", "reports_apart", "km_apart", "km_over_reach"), -1),
    **dict.fromkeys(("other_names", "killed_apart", "injured_apart"), -1),
    **dict.fromkeys(("other_actors", "other_causes", "other_toponyms"), -1),
    **dict.fromkeys(("shared_units", "shared_toponyms", "shared_names"), 1),
    **dict.fromkeys(("shared_terms", "terms_likeness", "terms_held", "rarest_terms"), 1),
    **dict.fromkeys(
        ("shared_actors", "shared_cites", "copied", "killed_alike", "injured_alike", "event_depth"),
        1,
    ),
}
_WORDS = ("shared_terms", "terms_likeness", "terms_held", "rarest_terms", "copied", "shared_names")
_REPORTS = ("reports_apart", "report_after", "same_origin")
_DAYS = ("days_apart", "days_told")
MASKED = 0.25  # what a pair without its words, or reports, weighs
ROWS, DRONES, GAZA = 1.0, 2.0, 0.3  # what a pair of rows of tables, or of strikes, weighs
WORDLESS = 0.5  # times that, without words
REPORTED = 0.5  # times that, as if they had been published
THRESHOLDS = (-1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0, 1.5)
DOUBT = 2.0
ROUNDED = 4


@dataclass(frozen=True, slots=True)
class Told:
    """Accounts, of which incident each is, and what a reader said of pairs."""

    accounts: Sequence[Account]
    incidents: Sequence[str]
    verdicts: Mapping[frozenset[str], bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examples:
    """Features of pairs, whether both are of one incident, and what each weighs."""

    features: Array
    same: Array
    weight: Array


def learn() -> bytes:
    """Return the model as the package holds it."""
    news, rows = _news(), [_table(name, window) for name, window in TABLES]
    halves = [_half(news, read=read) for read in (True, False)]
    strikes = strikes_told()
    tables = [
        *(_within_lists(told) for told in rows),
        *(
            example
            for one, weight in (*((told, ROWS) for told in rows), *strikes)
            for example in _of_strikes(one, weight)
        ),
    ]
    scores: Counter[float] = Counter()
    for learned, unseen in ((halves[0], halves[1]), (halves[1], halves[0])):
        model = read_trees(_model(_fit([*_of_news(learned), *tables]), 0.0, {}))
        for same in THRESHOLDS:
            scores[same] += _grouped(unseen, replace(model, same=same))  # type: ignore[assignment]
    best = max(sorted(scores), key=lambda same: scores[same])
    examples = [*_of_news(news), *tables]
    sizes = {
        "gva": len(news.accounts),
        **{name: len(told.accounts) for (name, _), told in zip(TABLES, rows, strict=True)},
        "strikes": sum(len(told.accounts) for told, _ in strikes),
        "pairs": sum(len(one.same) for one in examples),
    }
    content = _model(_fit(examples), best, sizes)
    for same in THRESHOLDS:
        print(f"threshold {same:5.2f}: pairwise F1 {50 * scores[same]:.1f} on articles not seen")
    return content


def _news() -> Told:
    accounts, incidents = [], []
    for article in articles(LINKAGE):
        told = article["incident_ids"]
        assert isinstance(told, list)
        if part_of_article(article) != CHECK and len(told) == 1:
            for account in accounts_of_article(article):
                accounts.append(account)
                incidents.append(str(told[0]))
    return Told(accounts, incidents)


def _half(told: Told, *, read: bool) -> Told:
    kept = [at for at, one in enumerate(told.incidents) if (part_of_incident(one) == READ) is read]
    return Told([told.accounts[at] for at in kept], [told.incidents[at] for at in kept])


def _table(name: str, window: str) -> Told:
    folder = LINKAGE / "meltt" / name
    accounts = [account_of_row(row) for row in read_rows(folder / "claims.csv")]
    with (folder / f"meltt_silver_{window}.csv").open(encoding="utf-8") as lines:
        silver = {
            f"{row['source']}:{row['row']}": f"{name} {row['cluster']}"
            for row in csv.DictReader(lines)
        }
    return Told(accounts, [silver.get(one.id, one.id) for one in accounts], judged(name))


def judged(case: str) -> dict[frozenset[str], bool | None]:
    """Return the matches of MELTT and, before them, what readers said; None is not learned from.

    Of other pairs that may well be one, MELTT's silence is no verdict: it finds less than half of
    those that a reader does.
    """
    found: dict[frozenset[str], bool | None] = {}
    with (LINKAGE / "meltt" / case / "candidate_pairs.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found[frozenset((row["a"], row["b"]))] = True if row["meltt_silver"] == "1" else None
    return found | {pair: one for pair, one in verdicts_of(case).items() if pair in found}


def verdicts_of(case: str) -> dict[frozenset[str], bool | None]:
    """Return what two readers said of candidate pairs, None of those that are not learned from.

    Half of the judged pairs are learned from, by the hash of case and rows, as far as both readers
    agree; what is a part of something is learned as not the same.
    """
    found: dict[frozenset[str], bool | None] = {}
    with (LINKAGE / "meltt" / case / "candidate_pairs.csv").open(encoding="utf-8") as lines:
        found |= {frozenset((row["a"], row["b"])): None for row in csv.DictReader(lines)}
    for row in judged_rows():
        if row["case"] == case and row["gold"] and is_learned(key_of(row)):
            found[frozenset((row["a"], row["b"]))] = row["gold"] == SAME
    return found


def strikes_told() -> list[tuple[Told, float]]:
    """Return accounts of strikes: of drones by two writers each, and in one small land by one.

    The latter, ``airwars``, are all of different incidents, many of one town and day.
    """
    drones = [
        (item, part_of(SETS["dronestream"].digest_of(item))) for item in _items("dronestream")
    ]
    gaza = [(item, part_of(SETS["airwars"].digest_of(item))) for item in _items("airwars")]
    twice: list[tuple[Account, str]] = []
    for item, part in drones:
        for key in ("bij_summary_short", "narrative"):
            text, day = str(item[key]), str(item["date"])[:10]
            if part == READ and text.strip():
                reading = read_text(f"{item['_id']} {key}", text, published=day)
                twice.append((_main(reading, roll=key), str(item["_id"])))
    once = [
        (_main(airwars.read_item(item), roll=""), str(item["id"]))
        for item, part in gaza
        if part == READ
    ]
    return [(_told(twice), DRONES), (_told(once), GAZA)]


def _reported(told: Told) -> Told:
    """Return accounts as if each had been published the day after.

    Else a model would take any account with a date of publication for news of a small town.
    """
    return replace(
        told,
        accounts=[
            replace(one, published=one.days[1] + 1) if one.days and not one.published else one
            for one in told.accounts
        ],
    )


def _items(name: str) -> list[Item]:
    return list(read_items(SHARED / "data" / SETS[name].folder))


def _main(reading: Reading, *, roll: str) -> Account:
    """Return the account that a text of one incident is about."""
    found = leading_account(accounts_of_reading(reading))
    assert found is not None
    return replace(found, roll=roll)


def _told(pairs: Sequence[tuple[Account, str]]) -> Told:
    return Told([account for account, _ in pairs], [incident for _, incident in pairs])


def _of_all(told: Told) -> tuple[Array, Array]:
    """Return features and labels of the pairs that are compared; a reader's verdict goes first."""
    columns = columns_of(told.accounts)
    low, high, _ = pairs_of(columns, keys_of(columns))
    names = np.array(told.incidents)
    same = (names[low] == names[high]).astype(float)
    for at, (one, other) in enumerate(zip(low.tolist(), high.tolist(), strict=True)):
        pair = frozenset((columns.ids[one], columns.ids[other]))
        if pair in told.verdicts:
            verdict = told.verdicts[pair]
            same[at] = np.nan if verdict is None else float(verdict)
    kept = ~np.isnan(same)
    return features_of(columns, low[kept], high[kept]), same[kept] > 0


def _of_news(told: Told) -> list[Examples]:
    """Return the pairs of the accounts that articles are about, also with what others lack."""
    leading = _leading(told)
    features, same = _of_all(leading)
    return [
        _examples((features, same), 1.0),
        _examples((_without(features, _WORDS), same), MASKED),
        _examples((_without(features, _REPORTS), same), MASKED),
    ]


def _leading(told: Told) -> Told:
    """Return the accounts that their documents are about: of others gold says nothing."""
    by_document: dict[str, list[Account]] = {}
    for account in told.accounts:
        by_document.setdefault(account.id.split("/")[0], []).append(account)
    leading = {leading_account(every) for every in by_document.values()}
    kept = [at for at, account in enumerate(told.accounts) if account in leading]
    return Told([told.accounts[at] for at in kept], [told.incidents[at] for at in kept])


def _of_strikes(told: Told, weight: float) -> list[Examples]:
    """Return the pairs of strikes or rows, also as if reported, and without a day or a place."""
    features, same = _of_all(told)
    reported, as_same = _of_all(_reported(told))
    undated = reported.copy()
    undated[:, FEATURES.index("report_after")] = undated[:, FEATURES.index("days_apart")] + 1
    return [
        _examples((features, same), weight),
        _examples((reported, as_same), weight * REPORTED),
        *([_examples((_without(features, _WORDS), same), weight * WORDLESS)] if same.any() else []),
        _examples((_without(undated, _DAYS), as_same), weight * MASKED),
        *_placeless(_reported(told), weight),
    ]


def _placeless(told: Told, weight: float) -> list[Examples]:
    """Return pairs of which no ground is known, and places go by their names; also wordless."""
    named = replace(told, accounts=[_without_grounds(one) for one in told.accounts])
    features, same = _of_all(named)
    if not same.any():
        return [_examples((features, same), weight * MASKED)]
    wordless = _without(features, _WORDS)
    return [
        _examples((features, same), weight * MASKED),
        _examples((wordless, same), weight * WORDLESS),
    ]


def _without_grounds(account: Account) -> Account:
    names = {plain_key(ground.name) for ground in account.grounds} - {""}
    return replace(account, grounds=(), toponyms=tuple(sorted({*account.toponyms, *names})))


def _within_lists(told: Told) -> Examples:
    """Return pairs of all rows without their words: two of one list are different incidents.

    With their words they would teach how one list is worded.
    """
    free = replace(told, accounts=[replace(one, roll="") for one in told.accounts])
    features, same = _of_all(free)
    return _examples((_without(features, (*_WORDS, *_REPORTS)), same), ROWS * WORDLESS)


def _without(features: Array, names: Sequence[str]) -> Array:
    found = features.copy()
    for name in names:
        found[:, FEATURES.index(name)] = np.nan
    return found


def _examples(pairs: tuple[Array, Array], weight: float) -> Examples:
    features, same = pairs
    return Examples(features, same, np.full(len(same), weight))


def _fit(examples: Sequence[Examples]) -> Any:
    found = HistGradientBoostingClassifier(
        max_iter=150,
        max_leaf_nodes=8,
        learning_rate=0.08,
        min_samples_leaf=20,
        l2_regularization=1.0,
        monotonic_cst=[RISES.get(name, 0) for name in FEATURES],
        early_stopping=False,
        random_state=0,
    )
    found.fit(
        np.vstack([one.features for one in examples]),
        np.concatenate([one.same for one in examples]),
        sample_weight=np.concatenate([one.weight for one in examples]),
    )
    return found


def _model(fitted: Any, same: float, sizes: dict[str, int]) -> bytes:
    trees = [[_row(node) for node in found[0].nodes] for found in fitted._predictors]
    model = {
        "features": FEATURES,
        "bias": round(float(fitted._baseline_prediction[0, 0]), ROUNDED),
        "same": same,
        "doubt": DOUBT,
        "learned_from": sizes,
    }
    head = json.dumps(model, indent=1)[:-2]
    lines = ",\n".join(f"  {json.dumps(tree)}" for tree in trees)
    return f'{head},\n "trees": [\n{lines}\n ]\n}}\n'.encode()


def _row(node: Any) -> list[float | int | bool]:
    if node["is_leaf"]:
        return [0, 0, 0, 0, 0, round(float(node["value"]), ROUNDED)]
    return [
        int(node["feature_idx"]),
        float(f"{float(node['num_threshold']):.6g}"),
        int(node["left"]),
        int(node["right"]),
        int(node["missing_go_to_left"]),
        0,
    ]


def _grouped(told: Told, model: Trees) -> float:
    """Return the pairwise F1 of documents, each in the group of the account that it is about."""
    partition = Linkage.of(told.accounts, trees=model).partition()
    group = {name: at for at, names in enumerate(partition.groups) for name in names}
    leading = _leading(told)
    cells = [
        (incident, group[account.id])
        for account, incident in zip(leading.accounts, leading.incidents, strict=True)
    ]
    right = _pairs(Counter(cells))
    found = _pairs(Counter(cell[1] for cell in cells))
    gold = _pairs(Counter(cell[0] for cell in cells))
    return 2 * right / (found + gold)


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())
