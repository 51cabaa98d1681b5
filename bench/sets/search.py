"""The set ``search``: is what a text says found however it is typed, and how long does it take?

Recall and precision are over the queries of ``bench/data/search.toml``, on SPECIMEN texts in six
languages. The times are of a case file of ten thousand short invented documents, in nearly all of
which nearly every query's words stand: the worst case. They are the processor's, the least of
several runs, so that what else the machine does is not measured.
"""

import statistics
import tempfile
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from allegata.app.searching import search_case
from allegata.model.casefile import (
    DocumentStatus,
    ReadingHead,
    SourceRecord,
    StoredDocument,
    StoredLayer,
    StoredReading,
)
from allegata.model.document import SourceFile, TextLayer
from allegata.model.ids import content_id
from allegata.model.reading import Mentions, Run
from allegata.model.source import Provenance
from allegata.model.store_port import CaseStore, CaseWriter
from allegata.model.vocabularies import LayerKind
from allegata.store.case_store import create, open_store
from bench.figures import Figure
from bench.pace import pace, seconds_at_pace
from bench.sets.speed import letter

TABLE = Path(__file__).parents[1] / "data" / "search.toml"
AT = "2031-04-09T10:00:00Z"
DOCUMENTS = 10_000
HITS = 50
RUNS = 5
QUERIES = (  # common and rare words, phrases, beginnings, words that stand apart, what is not there
    "attacked",
    "Dar Salam",
    '"Ministry of Health"',
    "civilians OR people",
    "kill*",
    "civilians wounded houses school destroyed",
    "civilians -school",
    "Security Council war crimes 7",
    '"Permanent Representative" gunmen school',
    '"killing 12 civilians"',
    "marmalade",
    "language:en gunmen",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One text of the table with its queries."""

    id: str
    language: str
    text: str
    finds: tuple[str, ...]
    misses: tuple[str, ...]


def table() -> tuple[Wanted, ...]:
    """Return the texts and queries."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))["texts"]
    return tuple(
        Wanted(
            item["id"],
            item["language"],
            item["text"].strip(),
            tuple(item["finds"]),
            tuple(item["misses"]),
        )
        for item in told
    )


def measure() -> list[Figure]:
    """Return the figures of the set."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_recall(Path(folder) / "table"), *_speed(Path(folder) / "many")]


def lost(folder: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield each query of the table, its text's id, and whether it was answered wrongly."""
    wanted = table()
    store = _case(folder, [(item.id, item.language, item.text) for item in wanted])
    with store.read() as reader:
        for item in wanted:
            for queries, expected in ((item.finds, True), (item.misses, False)):
                for query in queries:
                    hits = search_case(reader, query, limit=HITS).hits
                    found = item.id in {hit.title.name for hit in hits}
                    yield item.id, query, found is not expected
    store.close()


def _recall(folder: Path) -> Iterator[Figure]:
    counted = {"finds": [0, 0], "misses": [0, 0]}
    queries = {(item.id, query): "misses" for item in table() for query in item.misses}
    for text_id, query, wrong in lost(folder):
        kind = counted[queries.get((text_id, query), "finds")]
        kind[0] += 1
        kind[1] += not wrong
    yield Figure("queries", sum(kind[0] for kind in counted.values()), "queries")
    yield Figure("recall", round(100 * counted["finds"][1] / counted["finds"][0], 2), "%")
    yield Figure(
        "rightly_not_found", round(100 * counted["misses"][1] / counted["misses"][0], 2), "%"
    )


def _speed(folder: Path) -> Iterator[Figure]:
    started = time.process_time()
    texts = (
        (f"{number:05d}.txt", "en", f"No. {number}. {letter(number, 2)}")
        for number in range(DOCUMENTS)
    )
    store = _case(folder, texts)
    yield Figure("filling_seconds", round(time.process_time() - started, 1), "s")
    times = []
    with store.read() as reader:
        for query in QUERIES:
            runs = []
            for _ in range(RUNS):
                started = time.process_time()
                search_case(reader, query, limit=HITS)
                runs.append(1000 * (time.process_time() - started))
            times.append(min(runs))
    store.close()
    yield Figure("query_milliseconds_median", round(statistics.median(times), 1), "ms")
    yield Figure("query_milliseconds_slowest", round(max(times), 1), "ms")
    at_pace = seconds_at_pace(max(times), pace=pace())
    yield Figure("query_milliseconds_slowest_at_pace", round(at_pace, 1), "ms")


def _case(
    folder: Path, texts: "Iterator[tuple[str, str, str]] | list[tuple[str, str, str]]"
) -> CaseStore:
    """Return a case file with these texts (name, language, text), unread: no claims are needed."""
    create(folder, at=AT, reviewer="bench")
    store = open_store(folder, at=AT)
    with store.write() as writer:
        for name, language, text in texts:
            _keep(writer, name, language, text)
    return store


def _keep(writer: CaseWriter, name: str, language: str, text: str) -> None:
    content = text.encode()
    source = SourceRecord.of(SourceFile(content_id(content), name, content, "text/plain"))
    layer = TextLayer("t0", LayerKind.NATIVE, "bench@1", text, language=language)
    head = ReadingHead(
        run=Run("0", "c", "p", None, ()),
        source=source,
        at=AT,
        layers=("t0",),
        name=name,
        media_type="text/plain",
        blocks=(),
        language=language,
        pages=None,
        published=None,
        country=None,
        provenance=Provenance(),
        un=None,
        references=(),
        doubts=(),
        mentions=Mentions(),
        incidents=(),
    )
    document = StoredDocument(
        id=source.id,
        name=name,
        row_id=None,
        media_type="text/plain",
        original=None,
        status=DocumentStatus.READ,
        refusal=None,
        added_at=AT,
        added_by="bench",
        source=source,
    )
    writer.put_document(document)
    writer.put_layer(source.id, StoredLayer(layer, layer.sha256, AT))
    writer.put_reading(source.id, StoredReading(head, ()))
