"""SPECIMEN texts that name places, and a case file with the real reader."""

from pathlib import Path

from tests.store.casekit import source_of

from allegata import wiring
from allegata.app.case import Case
from allegata.app.choosing import Answer
from allegata.app.views import CasePlace
from allegata.model.document import SourceFile

LETTER = (
    "SPECIMEN. On 5 April 2031 shelling killed 4 civilians in Mayadin. The clinic of Mayadin was "
    "hit as well. Later 2 people were injured in Raqqa."
)
OTHER = "SPECIMEN. On 9 April 2031 a strike near Mayadin killed 3 people."
POINT = Answer(point=(34.9, 40.5), radius_km=0.3)


def open_case(folder: Path) -> Case:
    """A case file at ``folder``, made where there is none."""
    return wiring.open_case(folder) if folder.exists() else wiring.new_case(folder)


def sources() -> list[SourceFile]:
    """Two documents that name the same town."""
    return [source_of("letter.txt", LETTER), source_of("other.txt", OTHER)]


def document(case: Case, name: str) -> str:
    """The id of the document of that name."""
    return next(row.id for row in case.documents() if row.name == name)


def named(case: Case, name: str, raw: str) -> list[CasePlace]:
    """The mentions of a document whose proper name is ``raw``, in order."""
    return [place for place in case.places(document(case, name)) if place.mention.name == raw]
