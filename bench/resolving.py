"""How many mentions are resolved in a second by one processor, against all settlements.

In: nothing. Out: a figure. The documents are made of the embedded gazetteer: each names eight
places of one first-level unit, the unit and its country, twenty times in all, so that names come
back within a document and between documents as they do in news. Keys, candidates, context,
precision and reasons are all in the time; finding the mentions is not.
"""

import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence

from allegata.gazetteers.embedded import open_embedded
from allegata.model.places import GazetteerEntry
from allegata.places.asking import Ask
from allegata.places.resolver import resolve
from bench.figures import Figure
from bench.pace import pace, rate_at_pace

DOCUMENTS, MENTIONS, PLACES = 1500, 20, 8
LEAST_PLACES = 30  # of a unit, so that documents differ
SEED = 20310316


def mentions_a_second() -> list[Figure]:
    """Return mentions resolved per second of processor time, as measured and at pace."""
    gazetteer = open_embedded()
    documents = list(made(list(gazetteer.entries())))
    started = time.process_time()
    for text, asks in documents:
        resolve(text, asks, gazetteer)
    spent = time.process_time() - started
    rate = DOCUMENTS * MENTIONS / spent
    return [
        Figure("mentions_a_second", round(rate), "mentions/s"),
        Figure("mentions_a_second_at_pace", round(rate_at_pace(rate, pace=pace())), "mentions/s"),
    ]


def made(entries: Sequence[GazetteerEntry]) -> Iterator[tuple[str, list[Ask]]]:
    """Yield texts with what they ask, the same ones every time."""
    drawn = random.Random(SEED)  # noqa: S311
    within: dict[str, list[GazetteerEntry]] = defaultdict(list)
    for entry in entries:
        if entry.feature == "settlement" and entry.admin1 is not None:
            within[entry.admin1.code].append(entry)
    units = sorted(code for code, places in within.items() if len(places) >= LEAST_PLACES)
    countries = {entry.country: entry.name for entry in entries if entry.feature == "country"}
    for _ in range(DOCUMENTS):
        places = within[drawn.choice(units)]
        weights = [(place.population or 500) ** 0.5 for place in places]  # towns are told of more
        chosen = drawn.choices(places, weights, k=PLACES)
        names = [place.name for place in chosen]
        names += [chosen[0].admin1.name if chosen[0].admin1 else "", countries[chosen[0].country]]
        text, asks = "", []
        for name in drawn.choices(names, k=MENTIONS):
            text += "; in "
            asks.append(Ask(len(text), len(text) + len(name), (name,)))
            text += name
        yield text, asks
