"""The case file as the command line and the workbench use it: one class over the use cases.

A ``Case`` may be used from several threads; each call is one short transaction, or one for each
document that it adds.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from allegata.app import (
    choosing,
    collecting,
    forgetting,
    posting,
    registry,
    rereading,
    reviewing,
    searching,
    seeing,
    viewing,
)
from allegata.app.case_incidents import CaseIncidents
from allegata.app.checking_documents import ParseNumber
from allegata.app.choosing import Answer, OpenGazetteer
from allegata.app.exporting import (
    CLAIMS,
    INCIDENTS,
    Exporter,
    ExportOptions,
    export_case,
    exporter_of,
)
from allegata.app.exporting_incidents import export_incidents
from allegata.app.forgetting import ForgetReport
from allegata.app.incidents import copying_graph
from allegata.app.ingest import Clock, Intake, OnProgress, Reader, add
from allegata.app.linked import Keeper, Linker, Settings
from allegata.app.picturing import Camera
from allegata.app.registry import Changes
from allegata.app.verifying import verify_case
from allegata.app.views import (
    AddReport,
    CaseDocument,
    CaseInfo,
    CasePlace,
    CaseReferences,
    DocumentRow,
    ExportReport,
    OcrNumber,
    RereadReport,
    SearchResult,
    VerifyReport,
)
from allegata.model.choosing import PlaceChoice
from allegata.model.claim import Claim
from allegata.model.copying import CopyGraph
from allegata.model.decision import Action, Decision
from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.places import GazetteerEntry
from allegata.model.ports import Gazetteer, Renderer
from allegata.model.reading import Refusal
from allegata.model.source import Provenance, Source
from allegata.model.span import Span
from allegata.model.store_port import CaseStore

MOST_FOUND = 20  # places of one name that a person is shown


class Case(CaseIncidents):
    """An open case file. ``reviewer`` is always a pseudonym, never a name of the system's user.

    ``exporters`` are by format, those of incidents with ``incidents:`` before it.
    """

    def __init__(
        self,
        store: CaseStore,
        *,
        read: Reader,
        clock: Clock,
        parse_number: ParseNumber | None = None,
        exporters: Mapping[str, Exporter] | None = None,
        render: Renderer | None = None,
        gazetteer: OpenGazetteer | None = None,
        linker: Linker | None = None,
    ) -> None:
        settings = linker.settings if linker is not None else Settings()
        super().__init__(store, Keeper(linker), settings, clock)
        self._camera = Camera(store, render)
        self._read = read
        self._parse_number = parse_number
        self._exporters = exporters or {}
        self._gazetteer = gazetteer or _no_gazetteer
        self._references: tuple[str, CaseReferences] | None = None

    def info(self) -> CaseInfo:
        """Return the case file as a whole: how much it holds, and the head of its ledger."""
        with self._store.read() as reader:
            return viewing.case_info(self._store.info(), reader)

    def documents(self) -> tuple[DocumentRow, ...]:
        """Return a row for each document, refused and forgotten ones among them."""
        with self._store.read() as reader:
            return viewing.document_rows(reader)

    def document(self, document_id: str) -> CaseDocument:
        """Return one document with its text and claims; an unknown id is an InputError."""
        with self._store.read() as reader:
            return viewing.case_document(reader, document_id)

    def search(self, query: str, *, limit: int = 50) -> SearchResult:
        """Find words in every text of the case; see ``allegata.text.search_query`` for queries."""
        with self._store.read() as reader:
            return searching.search_case(reader, query, limit=limit)

    def reindex(self) -> int:
        """Make the search index anew from the texts; return how many texts it is of."""
        return self._store.rebuild_index()

    def references(self) -> CaseReferences:
        """Return the works of the case, how they refer to each other, and what is missing.

        Made anew only when something was added, said or forgotten: when the ledger has grown.
        """
        with self._store.read() as reader:
            head = reader.head().hash
            kept = self._references
            if kept is None or kept[0] != head:
                kept = self._references = (head, collecting.case_references(reader))
        return kept[1]

    def copying(self, codes: Sequence[str] | None = None) -> CopyGraph:
        """Return who copies whom among those who tell of incidents, of all where None is given."""
        references = self.references()
        with self._store.read() as reader:
            return copying_graph(reader, self._keeper, codes, references)

    def original(self, document_id: str) -> bytes:
        """Return the bytes of the document as they came; an InputError where there are none."""
        with self._store.read() as reader:
            stored = viewing.require_document(reader, document_id)
        if stored.original is None or stored.source is None:
            raise InputError("case.no_original", f"{stored.name} has no original.")
        return self._store.original(stored.original)

    def add(
        self,
        inputs: Iterable[SourceFile | Refusal],
        *,
        reviewer: str,
        on_progress: OnProgress | None = None,
    ) -> AddReport:
        """Take in what is not there yet; what cannot be read is kept with its reason."""
        return add(self._intake(reviewer), inputs, on_progress)

    def add_post(
        self,
        text: str,
        *,
        provenance: Provenance,
        language: str | None,
        published: str | None,
        name: str,
        reviewer: str,
    ) -> str:
        """Keep a pasted post as an original, read it, and return its document id."""
        return posting.add_post(
            self._intake(reviewer),
            text,
            provenance=provenance,
            language=language,
            published=published,
            name=name,
        )

    def add_translation(
        self,
        document_id: str,
        *,
        of_layer: str,
        text: str,
        language: str,
        translator: str,
        reviewer: str,
    ) -> str:
        """Keep a translation beside its original and return its layer id; it makes no claims."""
        return posting.add_translation(
            self._intake(reviewer),
            document_id,
            of_layer=of_layer,
            text=text,
            language=language,
            translator=translator,
        )

    def reread(
        self,
        document_ids: Sequence[str] | None = None,
        *,
        reviewer: str,
        on_progress: OnProgress | None = None,
    ) -> RereadReport:
        """Read originals again (all by default); proposals are replaced, decisions kept."""
        return rereading.reread(self._intake(reviewer), document_ids, on_progress)

    def decide(
        self,
        document_id: str,
        *,
        action: Action,
        proposal_id: str | None = None,
        claim: Claim | None = None,
        reviewer: str,
        why: str = "",
    ) -> Decision:
        """Record a decision; evidence that is not what its layer says is an InputError."""
        return reviewing.decide(
            self._store,
            document_id,
            action=action,
            proposal_id=proposal_id,
            claim=claim,
            reviewer=reviewer,
            at=self._clock(),
            why=why,
        )

    def undo(
        self, document_id: str, *, reviewer: str, decision_id: str | None = None
    ) -> Decision | None:
        """Take back a decision in force, by default the document's last; None if there is none."""
        return reviewing.undo(
            self._store, document_id, reviewer=reviewer, at=self._clock(), decision_id=decision_id
        )

    def numbers(self, document_id: str) -> tuple[OcrNumber, ...]:
        """Return the numbers that OCR read in Arabic script, with what people saw in pictures."""
        return self.document(document_id).numbers

    def see_number(
        self, document_id: str, span: Span, value: str | None, *, reviewer: str
    ) -> tuple[OcrNumber, ...]:
        """Record what a person saw in a number's picture; return all numbers after it.

        An empty ``value`` says that no number stands there; None takes back what was said before.
        """
        return seeing.see_number(
            self._store, document_id, span, value, reviewer=reviewer, at=self._clock()
        )

    def page_picture(self, document_id: str, page: int) -> bytes:
        """Return a page of the original as PNG; an InputError where it cannot be pictured."""
        return self._camera.page(document_id, page)

    def picture(self, document_id: str, span: Span) -> bytes:
        """Return the words at ``span`` as they stand in the original, as PNG with a margin."""
        return self._camera.words(document_id, span)

    def places(self, document_id: str) -> tuple[CasePlace, ...]:
        """Return the places that a document names, as proposed and chosen, in document order."""
        with self._store.read() as reader:
            return choosing.case_places(reader, document_id)

    def find_places(self, name: str, *, country: str | None = None) -> tuple[GazetteerEntry, ...]:
        """Return what a name may mean in any gazetteer here, the nearest spellings first."""
        found = self._gazetteer().find(name, country=country)
        return tuple(one.entry for one in found[:MOST_FOUND])

    def choose_place(
        self, document_id: str, span: Span, answer: Answer, *, reviewer: str, why: str = ""
    ) -> PlaceChoice:
        """Record what the words at a mention's ``span`` stand for; an empty Answer says none.

        Raises:
            InputError: no place is mentioned there, or the answer cannot be.
        """
        return choosing.choose_place(
            self._store,
            document_id,
            span,
            answer,
            gazetteer=self._gazetteer,
            reviewer=reviewer,
            at=self._clock(),
            why=why,
        )

    def choose_alike(
        self, document_id: str, choice_id: str, *, reviewer: str
    ) -> tuple[PlaceChoice, ...]:
        """Take a choice for every other mention of its name in a document that is undecided."""
        return choosing.choose_alike(
            self._store, document_id, choice_id, reviewer=reviewer, at=self._clock()
        )

    def undo_place(self, document_id: str, choice_id: str, *, reviewer: str) -> PlaceChoice:
        """Take a choice of a place back; what was chosen before it holds again."""
        return choosing.undo_place(
            self._store, document_id, choice_id, reviewer=reviewer, at=self._clock()
        )

    def set_fields(self, document_id: str, changes: Changes, *, reviewer: str) -> None:
        """Set provenance, dates, language, symbol, sensitivity or may_publish of a document."""
        registry.set_fields(self._store, document_id, changes, reviewer=reviewer, at=self._clock())

    def sources(self) -> tuple[Source, ...]:
        """Return the register of sources."""
        with self._store.read() as reader:
            return tuple(reader.sources())

    def add_source(self, source: Source, *, reviewer: str) -> None:
        """Add a source to the register, or replace the one of its id."""
        registry.add_source(self._store, source, reviewer=reviewer, at=self._clock())

    def forget(self, document_id: str, *, why: str, reviewer: str) -> ForgetReport:
        """Destroy a document's content for good; a tombstone stays and the ledger still holds."""
        return forgetting.forget_document(
            self._store, document_id, why=why, reviewer=reviewer, at=self._clock()
        )

    def forget_source(self, source_id: str, *, why: str, reviewer: str) -> ForgetReport:
        """Destroy what the register holds of a source."""
        return forgetting.forget_source(
            self._store, source_id, why=why, reviewer=reviewer, at=self._clock()
        )

    def forget_entry(self, seq: int, *, why: str, reviewer: str) -> ForgetReport:
        """Destroy the content of one decision or import in the ledger."""
        return forgetting.forget_entry(
            self._store, seq, why=why, reviewer=reviewer, at=self._clock()
        )

    def verify(
        self,
        head: str | None = None,
        *,
        read_again: bool = True,
        on_progress: Callable[[str], None] | None = None,
    ) -> VerifyReport:
        """Derive everything again; ``head`` is a ledger hash that was noted elsewhere."""
        return verify_case(
            self._store,
            head=head,
            read=self._read if read_again else None,
            parse_number=self._parse_number,
            on_progress=on_progress,
        )

    def export(
        self, path: Path, *, form: str, options: ExportOptions, reviewer: str
    ) -> ExportReport:
        """Write claims (``jsonl``) or counts (``csv``) to ``path``, and beside it what is left out.

        By default only documents that may be published, without names, handles and collectors.
        """
        exporter = exporter_of(self._exporters, CLAIMS, form)
        return export_case(
            self._store, path, exporter, options=options, reviewer=reviewer, at=self._clock()
        )

    def export_incidents(
        self, path: Path, *, form: str, options: ExportOptions, reviewer: str
    ) -> ExportReport:
        """Write incidents to ``path``, as they stand on the documents that may leave."""
        exporter = exporter_of(self._exporters, INCIDENTS, form)
        act, settings = self._act(reviewer), self._settings
        return export_incidents(
            self._store, self._keeper, path, exporter, options=options, settings=settings, act=act
        )

    def close(self) -> None:
        """Let go of the case file, so that another program may write to it."""
        self._store.close()

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _intake(self, reviewer: str) -> Intake:
        return Intake(self._store, self._read, self._clock, reviewer)


def _no_gazetteer() -> Gazetteer:
    raise InputError("choice.no_gazetteer", "This case file was opened without a gazetteer.")
