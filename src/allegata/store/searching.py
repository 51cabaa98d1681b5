"""From a question to the passages that answer it.

All that is wanted may stand in one passage, or apart in several of a document; what is not wanted
keeps the whole document out. Forms are quoted, so that no query can say anything else to the index
than which words it wants.

>>> expression([SearchTerm("clin*", (("clin",),), prefix=True), SearchTerm("S/1", (("s", "1"),))])
'("clin" * OR "s 1")'
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping
from sqlalchemy.sql import text

from allegata.model.document import TextLayer
from allegata.model.errors import StoreError
from allegata.model.search import Passage, PassageHit, PassagesFound, SearchQuestion, SearchTerm
from allegata.model.vocabularies import LayerKind
from allegata.store.indexing import forms_of, pages_of
from allegata.text.search_forms import FORMS_VERSION

_FROM = (
    " FROM passage_index f JOIN passages p ON p.id = f.rowid JOIN layers l ON l.seq = p.layer"
    " WHERE passage_index MATCH :expression AND p.in_force"
)
_LANGUAGE = (  # of a layer: a translation's own, else what a person said, else what was read
    " AND (CASE WHEN l.kind = 'translation' THEN l.language ELSE coalesce("
    "(SELECT json_extract(t.value, '$') FROM document_fields t"
    " WHERE t.document_id = l.document_id AND t.field = 'language'),"
    " (SELECT d.language FROM documents d WHERE d.id = l.document_id), l.language) END)"
    " IN (SELECT value FROM json_each(:languages))"
)
_KIND = " AND l.kind IN (SELECT value FROM json_each(:kinds))"
_ONLY = " AND l.document_id IN (SELECT value FROM json_each(:only))"
_WITHOUT = " AND l.document_id NOT IN (SELECT value FROM json_each(:without))"


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

    Only passages of ``documents``, where they are given.
    """
    if forms_of(connection) != FORMS_VERSION:
        raise StoreError(
            "search.index_old",
            "The search index was made by another version of Allegata or of Python.",
            "Open the case file once for writing (for instance `allegata add`): it is made anew.",
        )
    if not question.wanted or documents == frozenset():
        return PassagesFound(0, ())
    asked = _Asked(connection, question, documents)
    groups = [expression(group) for group in question.wanted]
    whole = " AND ".join(groups)
    total, best = asked.count(whole), asked.best(whole, most)
    apart: list[_Found] = []
    if len(groups) > 1:
        holders = set.intersection(*(asked.documents(group) for group in groups))
        apart = asked.apart(groups, holders - asked.documents(whole))
    found = [*best, *apart][:most]
    return PassagesFound(total + len(apart), asked.hits(found))


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage by its key; ``rank`` is the lower, the better."""

    key: int
    whole: bool
    rank: float


class _Asked:
    """A question at one connection, with what narrows it down."""

    def __init__(
        self, connection: Connection, question: SearchQuestion, documents: frozenset[str] | None
    ) -> None:
        self._connection = connection
        self._conditions = ""
        self._told: dict[str, str] = {}
        if question.languages:
            self._narrow(_LANGUAGE, "languages", question.languages)
        if question.kinds:
            self._narrow(_KIND, "kinds", question.kinds)
        if documents is not None:
            self._narrow(_ONLY, "only", documents)
        if question.unwanted:
            told = {"expression": expression(question.unwanted)}
            query = text(f"SELECT DISTINCT l.document_id{_FROM}")  # no input in it
            self._narrow(_WITHOUT, "without", connection.execute(query, told).scalars())

    def count(self, wanted: str) -> int:
        """Return how many passages hold what is wanted."""
        return int(self._run("SELECT count(*)", wanted)[0]["count(*)"])

    def best(self, wanted: str, most: int) -> list[_Found]:
        """Return the passages that hold what is wanted, the best first."""
        select, order = (
            "SELECT p.id, bm25(passage_index) AS rank",
            " ORDER BY rank, p.id LIMIT :most",
        )
        rows = self._run(select, wanted, order, most=most)
        return [_Found(row["id"], whole=True, rank=row["rank"]) for row in rows]

    def documents(self, wanted: str) -> set[str]:
        """Return the documents that hold what is wanted."""
        rows = self._run("SELECT DISTINCT l.document_id", wanted)
        return {row["document_id"] for row in rows}

    def apart(self, groups: Sequence[str], holders: set[str]) -> list[_Found]:
        """Return, of each of these documents, the fewest passages that hold all groups together."""
        held: defaultdict[str, dict[int, set[int]]] = defaultdict(dict)
        for number, group in enumerate(groups):
            for row in self._run("SELECT p.id, l.document_id", group, among=holders):
                held[row["document_id"]].setdefault(row["id"], set()).add(number)
        found = [
            _Found(key, whole=False, rank=-len(held[document][key]))
            for document in held
            for key in _fewest(held[document], len(groups))
        ]
        return sorted(found, key=lambda item: (item.rank, item.key))

    def hits(self, found: Sequence[_Found]) -> tuple[PassageHit, ...]:
        """Return the passages with the texts of their layers."""
        query = text(
            "SELECT p.id, p.layer, p.start, p.end, p.pages FROM passages p"
            " WHERE p.id IN (SELECT value FROM json_each(:keys))"
        )
        keys = {"keys": json.dumps([item.key for item in found])}
        rows = {row["id"]: row for row in self._connection.execute(query, keys).mappings()}
        layers = self._layers({row["layer"] for row in rows.values()})
        return tuple(_hit(item, rows[item.key], *layers[rows[item.key]["layer"]]) for item in found)

    def _layers(self, seqs: Iterable[int]) -> Mapping[int, tuple[str, TextLayer]]:
        query = text(
            "SELECT seq, document_id, id, kind, tool, text, language, of_layer FROM layers"
            " WHERE seq IN (SELECT value FROM json_each(:seqs))"
        )
        rows = self._connection.execute(query, {"seqs": json.dumps(sorted(seqs))}).mappings()
        return {row["seq"]: (row["document_id"], _layer(row)) for row in rows}

    def _narrow(self, condition: str, name: str, values: Iterable[str]) -> None:
        self._conditions += condition
        self._told[name] = json.dumps(sorted(values))

    def _run(
        self,
        select: str,
        wanted: str,
        order: str = "",
        *,
        most: int = 0,
        among: set[str] | None = None,
    ) -> Sequence[RowMapping]:
        told: dict[str, str | int] = {**self._told, "expression": wanted}
        conditions = self._conditions
        if order:
            told["most"] = most
        if among is not None:
            conditions += " AND l.document_id IN (SELECT value FROM json_each(:among))"
            told["among"] = json.dumps(sorted(among))
        return (
            self._connection.execute(text(select + _FROM + conditions + order), told)
            .mappings()
            .all()
        )


def _fewest(held: Mapping[int, set[int]], groups: int) -> list[int]:
    """Return passages that hold all groups together, each time the one that adds most."""
    missing, chosen = set(range(groups)), []
    while missing:
        key = max(held, key=lambda key: (len(held[key] & missing), -key))
        if not held[key] & missing:  # the rest stands in passages that are narrowed out
            break
        chosen.append(key)
        missing -= held[key]
    return chosen


def _layer(row: RowMapping) -> TextLayer:
    return TextLayer(
        id=row["id"],
        kind=LayerKind(row["kind"]),
        tool=row["tool"],
        text=row["text"].decode("utf-8", "surrogatepass"),
        language=row["language"],
        of=row["of_layer"],
    )


def _hit(found: _Found, row: RowMapping, document_id: str, layer: TextLayer) -> PassageHit:
    passage = Passage(layer.id, row["start"], row["end"], pages_of(row["pages"]), "", "")
    return PassageHit(document_id, layer, passage, found.whole, found.rank)
