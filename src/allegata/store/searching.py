"""From a question to the passages that answer it.

All that is wanted may stand in one passage, or apart in several of a document; what is not wanted
keeps the whole document out. Forms are quoted, so that no query can say anything else to the index
than which words it wants.

>>> expression([SearchTerm("clin*", (("clin",),), prefix=True), SearchTerm("S/1", (("s", "1"),))])
'("clin" * OR "s 1")'
"""

import heapq
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping
from sqlalchemy.sql import text

from allegata.model.document import TextLayer
from allegata.model.errors import StoreError
from allegata.model.search import PassageHit, PassagesFound, SearchQuestion, SearchTerm
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind
from allegata.store.indexing import DOCUMENT_BITS, LAYER_BITS, forms_of, pages_of
from allegata.text.search_forms import FORMS_VERSION

# Where more passages answer, the first of them in the order of the case are ranked: the best of so
# many is no better than any.
MOST_RANKED = 5_000

# The full-text table alone is asked, and never joined: a passage's key begins with its document's.
_COUNT = "SELECT count(*) FROM passage_index WHERE passage_index MATCH :asked"
_DOCUMENTS = (
    "SELECT DISTINCT rowid >> :document_bits FROM passage_index WHERE passage_index MATCH :asked"
)
_RANKED = "SELECT rowid, bm25(passage_index) FROM passage_index WHERE passage_index MATCH :asked"
_KEYS = "SELECT rowid FROM passage_index WHERE passage_index MATCH :asked"
_BETWEEN = " AND rowid BETWEEN :first AND :last"
_ONLY = " AND rowid >> :document_bits IN (SELECT value FROM json_each(:only))"
_WITHOUT = " AND rowid >> :document_bits NOT IN (SELECT value FROM json_each(:without))"
_OF_LAYERS = " AND rowid >> :layer_bits IN (SELECT value FROM json_each(:layers))"
_LAYERS = (  # the beginnings of the keys of their passages
    "SELECT (SELECT p.id FROM passages p WHERE p.layer = l.seq LIMIT 1) >> :layer_bits"
    " FROM layers l JOIN documents d ON d.id = l.document_id WHERE TRUE"
)
_LANGUAGE = (  # a translation's own, else what a person said, else what was read
    " AND (CASE WHEN l.kind = 'translation' THEN l.language ELSE coalesce("
    "(SELECT json_extract(t.value, '$') FROM document_fields t"
    " WHERE t.document_id = d.id AND t.field = 'language'), d.language, l.language) END)"
    " IN (SELECT value FROM json_each(:languages))"
)
_KIND = " AND l.kind IN (SELECT value FROM json_each(:kinds))"
_BITS = {"document_bits": DOCUMENT_BITS, "layer_bits": LAYER_BITS}
Ranked = tuple[int, float]  # a passage's key, and its rank: the lower, the better
Told = dict[str, str | int]


def expression(terms: Iterable[SearchTerm]) -> str:
    """Return what the full-text table is asked for any of ``terms``."""
    phrases = [
        f'"{" ".join(phrase)}"' + (" *" if term.prefix else "")
        for term in terms
        for phrase in term.phrases
    ]
    return f"({' OR '.join(phrases)})"


def search(
    connection: Connection,
    question: SearchQuestion,
    *,
    documents: frozenset[str] | None,
    most: int,
) -> PassagesFound:
    """Return the best ``most`` of the passages that answer, those with all that is wanted first.

    Only passages of ``documents``, where they are given. Where they are fewer than ``most``,
    documents are found too that hold all that is wanted and not in one passage: each once, by the
    passage that holds most of it.
    """
    if forms_of(connection) != FORMS_VERSION:
        raise StoreError(
            "search.index_old",
            "The search index was made by another version of Allegata or of Python.",
            "Open the case file once for writing (for instance `allegata add`): it is made anew.",
        )
    if not question.wanted:
        return PassagesFound(0, ())
    groups = [expression(group) for group in question.wanted]
    whole = " AND ".join(groups)
    asked = _Asked(connection, question, documents)
    total = asked.count(whole)
    best = heapq.nsmallest(most, asked.ranked(whole), key=lambda found: (found[1], found[0]))
    apart = asked.apart(groups, whole) if total < most else []
    fullest = asked.fullest(groups, apart[: most - len(best)])
    hits = [*((*found, True) for found in best), *((*found, False) for found in fullest)]
    return PassagesFound(total + len(apart), asked.hits(hits))


class _Asked:
    """The index at one connection, narrowed down to what a question is about."""

    def __init__(
        self, connection: Connection, question: SearchQuestion, documents: frozenset[str] | None
    ) -> None:
        self._connection = connection
        self._conditions = ""
        self._told: Told = {}
        if documents is not None:
            query = "SELECT seq FROM documents WHERE id IN (SELECT value FROM json_each(:ids))"
            self._narrow(_ONLY, "only", self._run(query, {"ids": json.dumps(sorted(documents))}))
        if question.languages or question.kinds:
            told: Told = {
                "languages": json.dumps(sorted(question.languages)),
                "kinds": json.dumps(sorted(question.kinds)),
            }
            conditions = _LANGUAGE * bool(question.languages) + _KIND * bool(question.kinds)
            self._narrow(_OF_LAYERS, "layers", self._run(_LAYERS + conditions, told))
        if question.unwanted:
            unwanted = self._run(_DOCUMENTS, {"asked": expression(question.unwanted)})
            self._narrow(_WITHOUT, "without", unwanted)

    def count(self, asked: str) -> int:
        """Return how many passages answer."""
        return int(self._find(_COUNT, asked)[0])

    def ranked(self, asked: str) -> list[Ranked]:
        """Return the passages that answer, up to ``MOST_RANKED``."""
        told: Told = {**self._told, "asked": asked, "most": MOST_RANKED}
        query = f"{_RANKED}{self._conditions} LIMIT :most"
        return [(row[0], row[1]) for row in self._rows(query, told)]

    def apart(self, groups: Sequence[str], whole: str) -> list[int]:
        """Return the documents that hold all groups, and not all of them in one passage."""
        if len(groups) == 1:
            return []
        rarest, *others = sorted(groups, key=self.count)
        found = {*self._find(_DOCUMENTS, rarest)} - {*self._find(_DOCUMENTS, whole)}
        for group in others:
            if found:
                found &= {*self._find(_DOCUMENTS, group)}
        return sorted(found)

    def fullest(self, groups: Sequence[str], documents: Sequence[int]) -> list[Ranked]:
        """Return, of each of these documents, the passage that holds most groups."""
        if not documents:
            return []
        held: dict[int, dict[int, int]] = {document: {} for document in documents}
        told = {
            "first": documents[0] << DOCUMENT_BITS,
            "last": (documents[-1] + 1 << DOCUMENT_BITS) - 1,
        }
        for group in groups:
            for key in self._find(_KEYS, group, _BETWEEN, told):
                passages = held.get(key >> DOCUMENT_BITS)
                if passages is not None:
                    passages[key] = passages.get(key, 0) + 1
        best = (max(x.items(), key=lambda item: (item[1], -item[0])) for x in held.values())
        return sorted(((key, -float(held)) for key, held in best), key=lambda x: (x[1], x[0]))

    def hits(self, found: Sequence[tuple[int, float, bool]]) -> tuple[PassageHit, ...]:
        """Return the passages with the texts of their layers."""
        query = text(
            'SELECT p.id, p.layer, p.start, p."end", p.pages FROM passages p'
            " WHERE p.id IN (SELECT value FROM json_each(:keys))"
        )
        keys = {"keys": json.dumps([key for key, _, _ in found])}
        rows = {row["id"]: row for row in self._connection.execute(query, keys).mappings()}
        layers = self._layers({row["layer"] for row in rows.values()})
        return tuple(
            _hit(rows[key], *layers[rows[key]["layer"]], whole=whole, rank=rank)
            for key, rank, whole in found
        )

    def _layers(self, seqs: Iterable[int]) -> Mapping[int, tuple[str, TextLayer]]:
        query = text(
            "SELECT seq, document_id, id, kind, tool, text, language, of_layer FROM layers"
            " WHERE seq IN (SELECT value FROM json_each(:seqs))"
        )
        rows = self._connection.execute(query, {"seqs": json.dumps(sorted(seqs))}).mappings()
        return {row["seq"]: (row["document_id"], _layer(row)) for row in rows}

    def _narrow(self, condition: str, name: str, keys: Collection[int]) -> None:
        self._conditions += condition
        self._told[name] = json.dumps(sorted(keys))

    def _find(
        self, query: str, asked: str, condition: str = "", told: Mapping[str, int] | None = None
    ) -> Sequence[int]:
        """Return the whole numbers that a query about ``asked`` gives."""
        everything: Told = {**self._told, **(told or {}), "asked": asked}
        return self._run(query + self._conditions + condition, everything)

    def _run(self, query: str, told: Told) -> Sequence[int]:
        return [row[0] for row in self._rows(query, told) if row[0] is not None]

    def _rows(self, query: str, told: Told) -> Sequence[Any]:  # rows of the columns of the query
        """Return the rows of ``query``; a name that it does not hold is left out."""
        asked = text(query)
        names = asked.compile().params
        return self._connection.execute(
            asked, {name: value for name, value in (_BITS | told).items() if name in names}
        ).all()


def _layer(row: RowMapping) -> TextLayer:
    return TextLayer(
        id=row["id"],
        kind=LayerKind(row["kind"]),
        tool=row["tool"],
        text=row["text"].decode("utf-8", "surrogatepass"),
        language=row["language"],
        of=row["of_layer"],
    )


def _hit(
    row: RowMapping, document_id: str, layer: TextLayer, *, whole: bool, rank: float
) -> PassageHit:
    place = Span(layer.id, row["start"], row["end"])
    return PassageHit(document_id, layer, place, pages_of(row["pages"]), whole, rank)
