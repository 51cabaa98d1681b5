"""Claims out of the case file: which documents may leave, and what is said of what stays.

By default only documents marked ``may_publish`` leave, never secret ones; ``everything`` is for
use inside the project and has to be said. Beside each export stands a file that says what it
leaves out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from allegata.app.redacting import INCLUDABLE, OCR_NUMBERS, SCHEMA, JsonObject, export_record
from allegata.app.viewing import case_document
from allegata.app.views import ExportReport
from allegata.model.casefile import DocumentStatus, StoredDocument
from allegata.model.errors import InputError
from allegata.model.ledger import EntryKind
from allegata.model.store_port import CaseStore
from allegata.model.vocabularies import Sensitivity

CLAIMS, INCIDENTS = "", "incidents:"  # what stands before the name of a format
ABOUT_SUFFIX = ".about.json"

# Writes the records to the path, and what the function then says of them to the second path.
# Returns the SHA-256 (hex) of the first.
Exporter = Callable[[Path, Iterable[JsonObject], Path, Callable[[], JsonObject]], str]

_NOTES = (
    "Names that were not recognised as such stay in quotes: read the quotes before publishing.",
    "Where a text was left out, its quote is no longer the words of its layer.",
)

_OCR_NOTE = (
    "Counts without a number have one that was read by OCR in Arabic script and not confirmed by a "
    "person; their quotes still show what OCR read."
)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """``everything`` exports documents not marked for publication too, for internal use.

    ``include`` names fields that would be left out: see ``INCLUDABLE``.
    """

    everything: bool = False
    include: frozenset[str] = field(default_factory=frozenset)
    overwrite: bool = False


def exporter_of(known: Mapping[str, Exporter], of: str, form: str) -> Exporter:
    """Return what writes a format of claims or of incidents.

    Raises:
        InputError: there is no such format.
    """
    forms = {name.removeprefix(of): each for name, each in known.items() if _is_of(name, of)}
    if form not in forms:
        raise InputError(
            "export.no_format",
            f"There is no export format {form}.",
            f"Formats: {', '.join(sorted(forms))}.",
        )
    return forms[form]


def _is_of(name: str, of: str) -> bool:
    return name.startswith(INCIDENTS) == (of == INCIDENTS)


def export_case(
    store: CaseStore,
    path: Path,
    exporter: Exporter,
    *,
    options: ExportOptions,
    reviewer: str,
    at: str,
) -> ExportReport:
    """Write the export and its companion, note it in the ledger, and say what was done."""
    about_path = path.with_name(path.name + ABOUT_SUFFIX)
    refuse(path, about_path, options)
    going = _Going(store, options, at)
    sha256 = exporter(path, going.records(), about_path, going.about)
    with store.write() as writer:
        writer.append(
            EntryKind.EXPORTED,
            {
                "documents": [*going.documents],
                "claims": going.claims,
                "everything": options.everything,
                "include": [*sorted(options.include)],
                "sha256": sha256,
            },
            at=at,
            reviewer=reviewer,
        )
    return ExportReport(
        path=str(path),
        about=str(about_path),
        documents=len(going.documents),
        claims=going.claims,
        left_out=dict(sorted(going.left_out.items())),
    )


class _Going:
    """What goes out, and a tally kept while it goes."""

    def __init__(self, store: CaseStore, options: ExportOptions, at: str) -> None:
        self._store = store
        self._options = options
        self._at = at
        self.documents: list[str] = []
        self.claims = 0
        self.left_out: Counter[str] = Counter()

    def records(self) -> Iterator[JsonObject]:
        """Yield a record for each claim of each document that may leave."""
        with self._store.read() as reader:
            documents, sources = reader.documents(), reader.sources()
        for stored in documents:
            stays = why_not(stored, self._options)
            if stays is not None:
                self.left_out[stays] += 1
                continue
            with self._store.read() as reader:
                shown = case_document(reader, stored.id)
            self.documents.append(stored.id)
            for item in shown.claims:
                record, left_out = export_record(shown, item, sources, self._options.include)
                self.left_out += left_out
                self.claims += 1
                yield record

    def about(self) -> JsonObject:
        """Return what is to be known of the export, once the records are written."""
        with self._store.read() as reader:
            head = reader.head()
        return {
            "schema": SCHEMA,
            "made_at": self._at,
            "case": self._store.info().case_id,
            "ledger_head": head.hash,
            "documents": len(self.documents),
            "claims": self.claims,
            "scope": "everything" if self._options.everything else "may_publish",
            "included": [*sorted(self._options.include)],
            "left_out": {**dict(sorted(self.left_out.items()))},
            "notes": [*self._notes()],
        }

    def _notes(self) -> Iterator[str]:
        yield from _NOTES
        if set(self.left_out) & set(OCR_NUMBERS.values()):
            yield _OCR_NOTE


def why_not(stored: StoredDocument, options: ExportOptions) -> str | None:
    """Return why a document stays, None where it goes."""
    if stored.status is not DocumentStatus.READ:
        return f"documents {stored.status.value}"
    if stored.sensitivity is Sensitivity.SECRET and "secret" not in options.include:
        return "secret documents"
    if not options.everything and not stored.may_publish:
        return "documents not marked may_publish"
    return None


def refuse(path: Path, about_path: Path, options: ExportOptions) -> None:
    """Raise an InputError where an export cannot be as it is asked for."""
    unknown = sorted(options.include - set(INCLUDABLE))
    if unknown:
        raise InputError(
            "export.no_field",
            f"There is nothing called {unknown[0]} to include.",
            f"Choose from {', '.join(INCLUDABLE)}.",
        )
    for target in (path, about_path):
        if target.exists() and not options.overwrite:
            raise InputError(
                "export.exists",
                f"There is already a file {target}.",
                "Choose another name, or overwrite it with --overwrite.",
            )
