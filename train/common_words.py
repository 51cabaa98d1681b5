"""How telling a word is: by the share of texts that have it, over texts of sets and languages.

In: the development data. Out: the bytes of ``common_words.json``. A word weighs the logarithm of
how rare it is, from 0 for one in every text to 255 for one that fewer than one text in ``RAREST``
has in every set; words that rare, which names of people are, stay out of the table.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from math import log

from bench.files import read_items
from bench.gate import SETS
from bench.gva_items import CHECK, articles, part_of_article
from bench.parts import hash_of, part_of
from bench.scorer import SHARED

from allegata.stages.resolve.wording import words_of

RAREST = 200  # one text in so many
LEAST_TEXTS = 4
LANGUAGES = {"English": "en", "French": "fr", "Spanish": "es"}
_TABLES = ("isaf", "airwars", "dronestream")


def learn() -> bytes:
    """Return the table as the package holds it."""
    shares: Counter[str] = Counter()
    sizes = {}
    for name, texts in _sets():
        found: Counter[str] = Counter()
        for text in texts:
            found.update(set(words_of(text)))
        sizes[name] = len(texts)
        for word, times in found.items():
            if times >= LEAST_TEXTS:
                shares[word] = max(shares[word], times / len(texts))  # type: ignore[assignment]
    weights = {
        word: round(255 * log(1 / share) / log(RAREST))
        for word, share in sorted(shares.items())
        if share >= 1 / RAREST
    }
    table = {"words": weights, "languages": sorted(LANGUAGES.values()), "learned_from": sizes}
    return (json.dumps(table, indent=0, ensure_ascii=False) + "\n").encode()


def _reports() -> dict[str, list[str]]:
    """Return the texts of humanitarian reports by language."""
    csv.field_size_limit(1 << 30)
    found: dict[str, list[str]] = {}
    path = SHARED / "data" / "un-docs" / "reliefweb" / "report_language-1k.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if part_of_report(row["nid"]):
                found.setdefault(row["language_name"], []).append(row["post"])
    return found


def part_of_report(nid: str) -> bool:
    """Say whether a report is one to learn from."""
    return hash_of(nid)[0] <= "5"


def _sets() -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of each set; of one incident of ``gva`` one text, the longest."""
    for name in _TABLES:
        told = SETS[name]
        items = list(read_items(SHARED / "data" / told.folder))
        yield name, [str(one[told.text]) for one in items if part_of(told.digest_of(one)) == "read"]
    for language, texts in sorted(_reports().items()):
        if language in LANGUAGES:
            yield f"reports in {language}", texts
    longest: dict[str, str] = {}
    for article in articles(SHARED / "data" / "linkage"):
        if part_of_article(article) != CHECK:
            key, text = str(article["incident_ids"]), str(article["text"])
            longest[key] = max(longest.get(key, ""), text, key=lambda one: (len(one), one))
    yield "gva", [longest[key] for key in sorted(longest)]
