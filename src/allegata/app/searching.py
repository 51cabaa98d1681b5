"""Search over the case file: from a query as typed to hits with their places and marked words.

Passages that hold all that is wanted come first, among them those that hold it as it was typed,
then as the index ranks them; after them come documents in which it stands apart.
"""

import re

from allegata.app.views import SearchHit, SearchResult
from allegata.model.document import TextLayer
from allegata.model.errors import InputError
from allegata.model.search import DocumentTitle, PassageHit, SearchQuestion
from allegata.model.span import Span
from allegata.model.store_port import CaseReader
from allegata.text.search_forms import search_forms
from allegata.text.search_marks import find_marks
from allegata.text.search_query import parse_query

_POOL = 100  # the best of the index, among which those come first that hold the words as typed
_AROUND = 120  # code points shown on either side of the first mark
_BLANK = re.compile(r"\s+")
_ID = "sha256:"
_SHORTEST_PREFIX = 6  # of an id


def search_case(reader: CaseReader, query: str, *, limit: int) -> SearchResult:
    """Return up to ``limit`` hits, and how many there are.

    Raises:
        InputError: nothing in the query can be looked for, or it asks for too much.
    """
    if not query.strip():
        return SearchResult(query, 0, ())
    question = parse_query(query)
    if not question.wanted:
        raise InputError(
            "search.no_words",
            "The search has no word to look for.",
            "Give at least one word that is wanted, of letters or digits.",
        )
    documents = _narrowed(reader, question)
    found = reader.search(question, documents=documents, most=max(limit, _POOL))
    best = sorted(found.hits, key=lambda hit: _order(hit, question))[:limit]
    titles = reader.titles({hit.document_id for hit in best})
    hits = tuple(_hit(hit, titles[hit.document_id], question) for hit in best)
    return SearchResult(query, found.total, hits)


def _narrowed(reader: CaseReader, question: SearchQuestion) -> frozenset[str] | None:
    """Return the documents that the question is about, None where it is about all."""
    if not question.symbols and not question.names:
        return None
    return frozenset(
        title.id
        for title in reader.titles().values()
        if (not question.symbols or any(_has_symbol(title, each) for each in question.symbols))
        and (not question.names or any(_is_called(title, each) for each in question.names))
    )


def _has_symbol(title: DocumentTitle, wanted: str) -> bool:
    """Say whether the document has this symbol, or one that begins so ("S/2031/*")."""
    if title.symbol is None:
        return False
    have, want = search_forms(title.symbol).words_text, search_forms(wanted).words_text
    return have == want or (wanted.endswith("*") and have.startswith(f"{want} "))


def _is_called(title: DocumentTitle, wanted: str) -> bool:
    """Say whether the name holds these letters, or the id begins with them."""
    prefix = wanted.removeprefix(_ID)
    by_id = len(prefix) >= _SHORTEST_PREFIX and title.id.removeprefix(_ID).startswith(prefix)
    return by_id or wanted.casefold() in title.name.casefold()


def _order(hit: PassageHit, question: SearchQuestion) -> tuple[bool, int, float]:
    """Return what sorts hits; those that are alike stay as the index has them."""
    words = hit.layer.slice(hit.place).casefold()
    as_typed = sum(
        any(term.typed.casefold() in words for term in group) for group in question.wanted
    )
    return not hit.whole, -as_typed, hit.rank


def _hit(hit: PassageHit, title: DocumentTitle, question: SearchQuestion) -> SearchHit:
    layer, passage = hit.layer, hit.place
    marks = [
        Span(layer.id, passage.start + start, passage.start + end)
        for start, end in find_marks(layer.slice(passage), question.terms)
    ]
    first = marks[0] if marks else passage
    snippet = _snippet(layer, passage, first)
    return SearchHit(
        title=title,
        layer=layer,
        page=hit.page_of(first.start),
        place=first,
        snippet=snippet,
        passage=passage,
        marks=tuple(mark for mark in marks if snippet.covers(mark)),
    )


def _snippet(layer: TextLayer, passage: Span, mark: Span) -> Span:
    """Return the words around ``mark`` within its passage, cut between words if there are any."""
    start, end = max(passage.start, mark.start - _AROUND), min(passage.end, mark.end + _AROUND)
    if start > passage.start:
        blank = _BLANK.search(layer.text, start, mark.start)
        start = blank.end() if blank else start
    if end < passage.end:
        blanks = list(_BLANK.finditer(layer.text, mark.end, end))
        end = blanks[-1].start() if blanks else end
    return Span(layer.id, start, end)
