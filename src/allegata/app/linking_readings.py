"""Readings that ``allegata read`` printed, linked without a case file.

In: the objects of ``allegata read --format jsonl``. Out: the records of their incidents, under
codes that hold for this output alone. Refused inputs are passed over. With the texts of layers
(``--with-text``) the words around claims are compared too.
"""

from collections.abc import Iterable, Mapping

from allegata.app.covering import names_in
from allegata.app.linked import Linked, Linker, words_of, works_of
from allegata.app.recording import Sides, record_of
from allegata.app.ties import Ties, ties_of
from allegata.app.views import CaseDocument, DocumentRow, ReviewedClaim
from allegata.model.claim import Claim
from allegata.model.decision import Match
from allegata.model.document import Document, TextLayer
from allegata.model.errors import InputError
from allegata.model.reading import Mentions
from allegata.model.record import IncidentRecord
from allegata.model.source import Provenance
from allegata.model.un import UnRecord
from allegata.model.vocabularies import LayerKind, Sensitivity
from allegata.model.wire import Json, from_json
from allegata.stages.resolve.codes import assign

SCHEMA = "allegata/read/1"


def link_readings(lines: Iterable[tuple[int, Json]], linker: Linker) -> tuple[IncidentRecord, ...]:
    """Return the incidents of readings; each comes with the number of its line.

    Raises:
        InputError: a line is no reading of this contract.
    """
    documents: dict[str, CaseDocument] = {}
    for number, value in lines:
        shown = _shown(number, value)
        if shown is not None:
            documents[shown.row.id] = shown
    accounts = {
        account.id: account
        for id_ in sorted(documents)
        for account in linker.accounts(documents[id_], (), ())
    }
    partition = linker.link([accounts[id_] for id_ in sorted(accounts)], ())
    bare = Linked(documents, accounts, partition, (), ())
    known = assign(bare.groups(), (), at="")
    linked = Linked(documents, accounts, partition, (), known, works=works_of(documents))
    ties, words = ties_of(linked), words_of(linked)
    return tuple(
        record_of(
            linked, each, Sides((), None, (), ties.get(each.code, Ties()), words), linker.settings
        )
        for each in known
    )


def names_of(lines: Iterable[tuple[int, Json]]) -> tuple[str, ...]:
    """Return the names of people in readings, the longest first."""
    shown = [_shown(number, value) for number, value in lines]
    return names_in([each for each in shown if each is not None])


def _shown(number: int, value: Json) -> CaseDocument | None:
    try:
        if not isinstance(value, dict) or value.get("schema") != SCHEMA:
            raise ValueError(f"the schema is not {SCHEMA}")
        if "refused" in value:
            return None
        return _document(value)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            "link.no_reading",
            f"Line {number} is no reading of `allegata read --format jsonl`: {error}.",
            "Give the output of this version as it was printed.",
        ) from error


def _document(value: Mapping[str, Json]) -> CaseDocument:
    told = value["document"]
    claims = value["claims"]
    if not isinstance(told, dict) or not isinstance(claims, list):
        raise TypeError("a reading has a document and claims")
    provenance = told["provenance"]
    document = Document(
        id=str(told["id"]),
        name=str(told["name"]),
        media_type=str(told["media_type"]),
        layers=_layers(told["layers"]),
        row_id=_text(told["row_id"]),
        language=_text(told["language"]),
        published=_text(told["published"]),
        provenance=Provenance(**_texts(provenance)),
        un=from_json(UnRecord, told["un"]) if told["un"] is not None else None,
    )
    found = [from_json(Claim, claim) for claim in claims]
    return CaseDocument(
        row=_row(document),
        document=document,
        mentions=from_json(Mentions, value["mentions"]),
        incidents=(),
        run=None,
        claims=tuple(ReviewedClaim(claim.id, claim, None, Match.NEW) for claim in found),
    )


def _layers(value: Json) -> tuple[TextLayer, ...]:
    if not isinstance(value, list):
        raise TypeError("a document has layers")
    return tuple(
        TextLayer(str(layer["id"]), LayerKind(str(layer["kind"])), "", str(layer.get("text") or ""))
        for layer in value
        if isinstance(layer, dict)
    )


def _row(document: Document) -> DocumentRow:
    return DocumentRow(
        id=document.id,
        name=document.name,
        row_id=document.row_id,
        media_type=document.media_type,
        language=document.language,
        status="read",
        refusal=None,
        pages=None,
        published=document.published,
        publisher=document.provenance.publisher,
        container=None,
        added_at="",
        added_by="",
        symbol=document.un.symbol if document.un is not None else None,
        claims=0,
        reviewed=0,
        doubts=0,
        sensitivity=Sensitivity.RESTRICTED,
        may_publish=False,
        sha256=None,
        layers=(),
        unseen_numbers=0,
    )


def _text(value: Json) -> str | None:
    return None if value is None else str(value)


def _texts(value: Json) -> dict[str, str | None]:
    if not isinstance(value, dict):
        raise TypeError("a document has its provenance")
    return {name: _text(each) for name, each in value.items()}
