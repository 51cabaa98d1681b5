"""The case file as a collection: which files are texts of one document, and what is missing.

Only the records and references of the readings in force are looked at, no text and no claim.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from allegata.app.viewing import record_as_told
from allegata.app.views import CaseReferences
from allegata.model.casefile import DocumentStatus
from allegata.model.store_port import CaseReader
from allegata.model.works import DocumentOutline
from allegata.un.chains import find_chains
from allegata.un.links import link_works
from allegata.un.works import group_works


def case_references(reader: CaseReader) -> CaseReferences:
    """Return the works of the case file and how they refer to each other."""
    documents = reader.documents()
    told = {document.id: document.fields for document in documents}
    outlines = [_told(outline, told.get(outline.id, {})) for outline in reader.outlines()]
    status = Counter(document.status for document in documents)
    relevant = tuple(_relevant(outlines))
    works = group_works(relevant)
    found = link_works(works, relevant)
    return CaseReferences(
        works=works,
        links=found.links,
        chains=find_chains(works, found.links, found.missing),
        missing=found.missing,
        charter=found.charter,
        documents=len(outlines),
        unread=status[DocumentStatus.QUARANTINED],
        others=len(outlines) - len(relevant),
    )


def _told(outline: DocumentOutline, told: Mapping[str, str]) -> DocumentOutline:
    """Return the outline with what people said of the document, which beats what was read."""
    return replace(
        outline,
        language=told.get("language", outline.language),
        un=record_as_told(outline.un, told),
    )


def _relevant(outlines: Iterable[DocumentOutline]) -> Iterator[DocumentOutline]:
    """Yield what is of the United Nations, refers to it, or has the very words of such a text."""
    known = tuple(outlines)
    texts = {outline.text_sha256 for outline in known if outline.un is not None} - {None}
    for outline in known:
        if outline.un is not None or outline.cited or outline.text_sha256 in texts:
            yield outline
