"""A claim that a person found in the text: the words they marked, and what they say of them."""

from allegata.app.views import CaseDocument
from allegata.model.attribution import Attribution, Voice
from allegata.model.claim import Claim, ConductPayload, claim_id
from allegata.model.count import Count
from allegata.model.document import Document
from allegata.model.errors import InputError
from allegata.model.ids import short_id
from allegata.model.people import Group
from allegata.model.provenance import Evidence
from allegata.model.span import Span
from allegata.model.vocabularies import (
    Basis,
    ClaimKind,
    Derivation,
    Qualifier,
    Scope,
    SourceKind,
    Stage,
    StatusBasis,
)
from allegata.web.bodies import ClaimBody, HarmBody

ORIGIN = "person"


def new_claim(shown: CaseDocument, body: ClaimBody, span: Span) -> Claim:
    """Return the claim that a person adds; ``span`` is what they marked, in code points.

    Raises:
        InputError: the document was not read, or a harm without what befell people.
    """
    document = shown.document
    if document is None:
        raise InputError("review.not_read", "This document was not read; it has no claims.")
    kind = ClaimKind(body.kind)
    if (kind is ClaimKind.HARM) != (body.harm is not None):
        raise InputError("web.harm", "A harm says what befell people, an act does not.")
    quote = document.quote(span)
    page = document.layer(span.layer).page_of(span.start)
    return Claim(
        id=claim_id(document.id, kind, span, ORIGIN),
        kind=kind,
        scope=Scope.INCIDENT,
        event=body.event,
        stage=Stage.ACCOMPLISHED,
        incident=None,
        trigger=span,
        evidence=(Evidence(span.layer, span.start, span.end, page, quote),),
        attribution=_attribution(shown, document, body.said_by.strip()),
        when=None,
        where=(),
        actors=(),
        means=(),
        targets=(),
        counts=() if body.harm is None else (_count(body.harm, span, quote),),
        characterises=(),
        payload=ConductPayload(None) if kind is ClaimKind.CONDUCT else None,
        doubts=(),
        confidence=1.0,
        reasons=(),
        origin=ORIGIN,
    )


def _count(harm: HarmBody, span: Span, quote: str) -> Count:
    stated = harm.number is not None
    return Count(
        id=short_id(ORIGIN, span.layer, span.start, span.end, harm.outcome.value),
        outcome=harm.outcome,
        low=harm.number,
        best=harm.number,
        high=harm.number,
        qualifier=Qualifier.STATED if stated else Qualifier.PRESENCE,
        raw=quote,
        basis=Basis.TOTAL,
        derivation=Derivation.INFERRED,
        part_of=None,
        confidence=1.0,
        span=span,
        group=Group(raw="", status=harm.status, status_basis=StatusBasis.IMPLIED),
    )


def _attribution(shown: CaseDocument, document: Document, said_by: str) -> Attribution:
    """Return who says it: the person's word, else the voice of the document's other claims."""
    if said_by:
        return Attribution((Voice(said_by, SourceKind.UNKNOWN, said_by),))
    for item in shown.claims:
        chain = item.current.attribution.chain
        if chain:
            return Attribution(chain[:1])
    told = document.provenance.author or document.provenance.publisher or ""
    return Attribution((Voice(told, SourceKind.AUTHOR, told),))
