"""SPECIMEN texts of one strike, of which some have it from others, as linking sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.web import records

from allegata.app.copying import Beside, incident_graph
from allegata.app.linked import Linked, works_of
from allegata.app.views import CaseDocument, CaseReferences, ReviewedClaim
from allegata.model.attribution import Attribution, Voice
from allegata.model.copying import CopyGraph
from allegata.model.decision import Match
from allegata.model.document import Document, TextLayer
from allegata.model.linking import ClaimRef, KnownIncident, Partition
from allegata.model.provenance import Evidence
from allegata.model.un import Reference, UnRecord
from allegata.model.vocabularies import LayerKind, SourceKind
from allegata.stages.resolve.wording import sketch

NOBODY = Voice("", SourceKind.UNNAMED, "unnamed author")
MINISTRY = Voice("Ministry of Health", SourceKind.STATE_ORGAN, "the ministry", "say")
AGENCY_TEXT = (
    "Missiles hit the grain market of Tarnel on Friday night, the ministry said. 43 people were "
    "killed. A fire burned in the stalls until noon, and neighbours carried the wounded to the "
    "hospital on carts, for no ambulance could cross the bridge over the river."
)
OTHER_TEXT = "A baker of the old town says that she counted nine. 9 people were killed."


def text(
    key: str,
    words: str,
    day: str | None,
    *chain: Voice,
    un: UnRecord | None = None,
    references: tuple[Reference, ...] = (),
    publisher: str | None = None,
) -> CaseDocument:
    """A document of one claim, whose evidence is the sentence that tells of the killed."""
    quote = next(each for each in words.split(". ") if "killed" in each).rstrip(".") + "."
    at = words.index(quote)
    said = records.claim(f"c{key}", NOBODY, quote, number=quote.split()[0])
    said = replace(
        said,
        attribution=Attribution(chain or (NOBODY,)),
        evidence=(Evidence("t0", at, at + len(quote), None, quote),),
    )
    layer = TextLayer("t0", LayerKind.NATIVE, "specimen", words)
    document = Document(key, f"{key}.txt", "text/plain", (layer,), un=un, references=references)
    row = replace(
        records.document("a").row, id=key, name=f"{key}.txt", published=day, publisher=publisher
    )
    base = records.document("a")
    return replace(
        base,
        row=row,
        document=document,
        claims=(ReviewedClaim(said.id, said, None, Match.NEW),),
    )


def linked_of(*shown: CaseDocument) -> Linked:
    documents = {each.row.id: each for each in shown}
    refs = tuple(ClaimRef(each.row.id, each.claims[0].id) for each in shown)
    known = KnownIncident("AL-000007", refs, "2031-05-03T08:00:00Z")
    partition = Partition((), (), ())
    return Linked(documents, {}, partition, (), (known,), works=works_of(documents))


def words_of(shown: Sequence[CaseDocument]) -> Mapping[ClaimRef, tuple[int, ...]]:
    """The sketch of each whole text."""
    return {
        ClaimRef(each.row.id, each.claims[0].id): sketch(each.document.layers[0].text)
        for each in shown
        if each.document is not None
    }


def graph_of(*shown: CaseDocument, references: CaseReferences | None = None) -> CopyGraph:
    """The graph of the one incident of which the documents tell."""
    linked = linked_of(*shown)
    return incident_graph(linked, linked.known[0], Beside((), words_of(shown), references))


def agency() -> CaseDocument:
    return text("agency", AGENCY_TEXT, "2031-04-06")


def reprint() -> CaseDocument:
    return text("daily", f"From our wire. {AGENCY_TEXT}", "2031-04-08")


def ministry(day: str = "2031-04-05") -> CaseDocument:
    said = Voice("Ministry of Health", SourceKind.STATE_ORGAN, "the Ministry of Health")
    return text("statement", "43 people were killed.", day, said)


def citing(day: str = "2031-04-07") -> CaseDocument:
    news = "43 people were killed. It was the ministry that said so."
    return text("evening", news, day, NOBODY, MINISTRY)
