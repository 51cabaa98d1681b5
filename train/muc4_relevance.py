"""Learn which incidents have a template in MUC-4's keys, from the development texts alone.

    uv run python -m train.muc4_relevance > bench/data/muc4/relevance.tsv

Reads the texts and keys of DEV beside the repository. An incident is right where it is of a
template's type and one of its sentences holds a name or description of that template's target or
perpetrator; one like an optional template is left out. Prints sorted features with weights.
"""

import sys
from collections.abc import Iterator, Sequence

from bench.muc4.features import features
from bench.muc4.incidents import Told, account_of, told_in
from bench.muc4.texts import read_texts
from bench.reading import read_text
from bench.scorer import SHARED
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from allegata.model.reading import Reading
from train.muc4_keys import Key, keys_of

LEAST = 8  # incidents in which a feature must stand
STRENGTH = 0.05  # of the prior that weights are small
DIGITS = 3


def labelled(reading: Reading, keys: list[Key]) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield features and label of each incident of a text."""
    account = account_of(reading)
    incidents = list(told_in(reading))
    chosen = matched(incidents, keys, account.text)
    for index, told in enumerate(incidents):
        key = chosen.get(index)
        if key is None or not key.optional:
            yield features(told, account, incidents), key is not None


def matched(incidents: list[Told], keys: list[Key], text: str) -> dict[int, Key]:
    """Return which key each incident is of, the best fitting first, each key once."""
    pairs = sorted(
        (
            (key.likeness(told.kind, _words_of(told, text)), -index, number)
            for index, told in enumerate(incidents)
            for number, key in enumerate(keys)
        ),
        reverse=True,
    )
    chosen: dict[int, Key] = {}
    taken: set[int] = set()
    for likeness, index, number in pairs:
        if likeness > 0 and -index not in chosen and number not in taken:
            chosen[-index] = keys[number]
            taken.add(number)
    return chosen


def _words_of(told: Told, text: str) -> str:
    spans = sorted({(event.sentence.start, event.sentence.end) for event in told.events})
    return " ".join(" ".join(text[start:end].split()) for start, end in spans).upper()


def examples() -> tuple[list[dict[str, float]], list[bool], list[int]]:
    """Return features, labels and the text that each incident of DEV is of."""
    data = SHARED / "data" / "muc4"
    keys = keys_of(data)
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    groups: list[int] = []
    for group, (number, text) in enumerate(read_texts(data)):
        if number.startswith("DEV"):
            for row, label in labelled(read_text(number, text), keys.get(number, [])):
                rows.append(row)
                labels.append(label)
                groups.append(group)
    return rows, labels, groups


def main() -> None:
    """Print the weights."""
    rows, labels, groups = examples()
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    rows = [{n: v for n, v in row.items() if counts[n] >= LEAST} for row in rows]
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=3000, fit_intercept=False)
    folds = GroupKFold(5)
    guessed = cross_val_predict(
        model, matrix, labels, groups=groups, method="predict_proba", cv=folds
    )
    _report(guessed[:, 1], labels)
    model.fit(matrix, labels)
    for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        if round(weight, DIGITS):
            print(f"{name}\t{weight:.{DIGITS}f}")


def _report(chances: Sequence[float], labels: Sequence[bool]) -> None:
    """Print what thresholds would keep, each text judged by the others' weights."""
    print(f"{len(labels)} incidents, {sum(labels)} right", file=sys.stderr)
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        kept = [label for label, chance in zip(labels, chances, strict=True) if chance >= threshold]
        precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / sum(labels)
        print(f"{threshold}: precision {precision:.3f} recall {recall:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main()
