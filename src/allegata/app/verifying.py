"""Does the case file hold together? Every hash, quote and number is derived again.

Problems come in the order of the checks, the ledger first; the first is the one to look at. What
nobody can see from the inside: a ledger that was cut off or wholly rewritten, unless its head hash
was noted elsewhere and is given.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from allegata.app.checking_documents import (
    Held,
    ParseNumber,
    choice_problems,
    layer_problems,
    number_problems,
    original_problems,
    quote_problems,
    reading_problems,
    rederived_problems,
    seen_problems,
)
from allegata.app.checking_index import index_problems
from allegata.app.checking_ledger import ledger_problems
from allegata.app.checking_records import Told, record_problems, replay, replay_sources
from allegata.app.ingest import Reader
from allegata.app.views import Problem, VerifyReport
from allegata.model.casefile import DocumentStatus, Judgement, StoredDocument
from allegata.model.errors import StoreError
from allegata.model.source import Source
from allegata.model.store_port import CaseStore
from allegata.text.search_forms import FORMS_VERSION

T = TypeVar("T")
OnDocument = Callable[[str], None]


def verify_case(
    store: CaseStore,
    *,
    head: str | None = None,
    read: Reader | None = None,
    parse_number: ParseNumber | None = None,
    on_progress: OnDocument | None = None,
) -> VerifyReport:
    """Check the whole case; without ``read`` or ``parse_number`` those checks are left out."""
    problems = [Problem("store.damaged", line, "case.db") for line in store.damage()]
    problems += [Problem("search.index_damaged", line, "case.db") for line in store.index_damage()]
    same_forms = store.index_forms() == FORMS_VERSION
    notes: Counter[str] = Counter()
    checked: Counter[str] = Counter()
    with store.read() as reader:
        entries = list(reader.entries())
        told, end = replay(entries), reader.head()
        judgements: Sequence[Judgement] = _attempt(problems, "ledger", reader.judgements, ())
        problems += ledger_problems(entries, judgements, head)
        documents: Sequence[StoredDocument] = _attempt(problems, "documents", reader.documents, ())
        problems += record_problems(told, documents)
        sources: Sequence[Source] = _attempt(problems, "sources", reader.sources, ())
    if replay_sources(entries) != list(sources):
        message = "The register of sources is not what the ledger says."
        problems.append(Problem("case.sources_differ", message, "sources"))
    checked.update(entries=len(entries), documents=len(documents))
    for document in documents:
        if on_progress is not None:
            on_progress(document.name)
        if document.status is not DocumentStatus.FORGOTTEN:
            held = _attempt(problems, document.id, _holder(store, document, told), None)
            if held is not None:
                _count(checked, held)
                problems += _document_problems(
                    store, held, read, parse_number, notes, compare_index=same_forms
                )
    if not same_forms:
        notes["the search index is of another version, and so was not compared"] += 1
    if parse_number is None:
        notes["numbers were not parsed again"] += 1
    if read is None:
        notes["originals were not read again"] += 1
    lines = tuple(f"{text}: {count}" for text, count in sorted(notes.items()))
    return VerifyReport(not problems, tuple(problems), end.hash, dict(checked), lines)


def _document_problems(
    store: CaseStore,
    held: Held,
    read: Reader | None,
    parse_number: ParseNumber | None,
    notes: Counter[str],
    *,
    compare_index: bool,
) -> Iterator[Problem]:
    lost = list(original_problems(store, held))
    yield from lost
    yield from layer_problems(held)
    yield from reading_problems(held)
    yield from quote_problems(held)
    yield from seen_problems(held)
    yield from choice_problems(held)
    if compare_index:
        yield from index_problems(held)
    if parse_number is not None:
        yield from number_problems(held, parse_number)
    if read is not None and not lost:
        yield from rederived_problems(store, held, read, notes)


def _attempt(problems: list[Problem], where: str, ask: Callable[[], T], otherwise: T) -> T:
    """Return what ``ask`` finds; records that cannot be read are a problem, not the end."""
    try:
        return ask()
    except StoreError as error:
        problems.append(Problem(error.code, error.message, where))
        return otherwise


def _holder(
    store: CaseStore, document: StoredDocument, told: Mapping[str, Told]
) -> Callable[[], Held | None]:
    def held() -> Held:
        with store.read() as reader:
            return Held(
                stored=document,
                layers=reader.layers(document.id),
                reading=reader.reading(document.id),
                decisions=reader.decisions(document.id),
                told=told.get(document.id),
                claim_ids=reader.claim_ids(document.id).get(document.id, frozenset()),
                seen=reader.numbers_seen(document.id),
                passages=reader.passages(document.id),
                choices=reader.place_choices(document.id),
            )

    return held


def _count(checked: Counter[str], held: Held) -> None:
    claims = held.reading.claims if held.reading is not None else ()
    judged = [decision.claim for decision in held.decisions]
    checked["originals"] += held.stored.original is not None
    checked["layers"] += len(held.layers)
    checked["numbers seen"] += len(held.seen)
    checked["claims"] += len(claims)
    checked["decisions"] += len(judged)
    checked["quotes"] += sum(len(claim.evidence) for claim in (*claims, *judged))
    checked["counts"] += sum(len(claim.counts) for claim in claims)
