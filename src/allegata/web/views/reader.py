"""One document with its claims as JSON: offsets in UTF-16 units, confidence kept back until judged.

A reviewer who sees how sure the machine is agrees with it too easily, so that the figure is not
even sent before there is a decision.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from allegata.app.views import CaseDocument, ReviewedClaim
from allegata.app.voices import said_by
from allegata.model.claim import Claim, is_weighed
from allegata.model.decision import Action, Decision, Match
from allegata.model.document import Block, Document, TextLayer
from allegata.model.span import Span
from allegata.model.wire import Json, to_json
from allegata.web.offsets import Utf16, maps_of, to_browser
from allegata.web.views.inbox import row_view

NOTES = {
    Match.DIFFERS: "Read again since: the machine now proposes something other than was judged.",
    Match.NOT_PROPOSED: "Read again since: the machine no longer proposes this; you decided.",
}


# "body/tbl[1]/tr[2]/tc[1]/p[1]" of a DOCX, "/html/body/table/tr[2]/td[1]" of HTML: up to the row
_TABLE_ROW = re.compile(r".*/tr(?:\[\d+\])?")


def document_view(shown: CaseDocument, *, names: Mapping[str, str]) -> dict[str, Json]:
    """Return all that the reader shows of one document; it has no layers if it was not read.

    ``names`` are those of documents of the case by their ids: that which held this one, if any.
    """
    document = shown.document or Document(shown.row.id, shown.row.name, "", ())
    maps = maps_of(document.layers)
    return {
        "row": row_view(shown.row, names),
        "provenance": to_json(document.provenance),
        "un": _un_record(document, maps),
        "references": to_browser(to_json(document.references), maps),
        "doubts": to_browser(to_json(document.doubts), maps),
        "layers": [_layer(layer, document, maps[layer.id]) for layer in document.layers],
        "claims": [_claim(item, maps) for item in shown.claims],
    }


def claims_view(shown: CaseDocument) -> list[Json]:
    """Return the document's claims alone: what a decision changes."""
    maps = maps_of(shown.document.layers) if shown.document else {}
    return [_claim(item, maps) for item in shown.claims]


def _un_record(document: Document, maps: Mapping[str, Utf16]) -> Json:
    """Return the record with its parts as spans of the layer that they are parts of, the first."""
    view = to_browser(to_json(document.un), maps)
    if document.un is not None and isinstance(view, dict):
        first = document.layers[0].id if document.layers else ""
        parts = [{**_object(part), "layer": first} for part in document.un.parts]
        view["parts"] = to_browser(list(parts), maps)
    return view


def _object(value: object) -> dict[str, Json]:
    view = to_json(value)
    if not isinstance(view, dict):
        raise TypeError("a noun is an object")
    return view


def _confidence(layer: TextLayer) -> float | None:
    """Return how sure OCR was of its words on average; None where it read none of them."""
    told = [region.confidence for region in layer.regions if region.confidence is not None]
    return round(sum(told) / len(told), 3) if told else None


def _layer(layer: TextLayer, document: Document, units: Utf16) -> Json:
    blocks: list[Json] = [
        _block(block, layer, units) for block in document.blocks if block.layer == layer.id
    ]
    return {
        "id": layer.id,
        "kind": layer.kind.value,
        "tool": layer.tool,
        "language": layer.language or (document.language if layer.of is None else None),
        "of": layer.of,
        "confidence": _confidence(layer),
        "text": layer.text,
        "blocks": blocks,
    }


def _block(block: Block, layer: TextLayer, units: Utf16) -> Json:
    regions = layer.regions_of(Span(block.layer, block.start, block.end))
    first = regions[0] if regions else None
    row = _TABLE_ROW.match(first.path) if first and first.path and block.kind == "cell" else None
    return {
        "start": units.of(block.start),
        "end": units.of(block.end),
        "kind": block.kind,
        "page": first.page if first else None,
        "row": row.group() if row else None,
    }


def _claim(item: ReviewedClaim, maps: Mapping[str, Utf16]) -> Json:
    decision = item.decision
    judged_differently = decision is not None and (
        decision.action is Action.EDIT or item.match is Match.DIFFERS
    )
    sure = decision is not None and decision.action is not Action.ADD
    machine = item.proposal if judged_differently else None
    return {
        "id": item.id,
        "state": item.state,
        "note": NOTES.get(item.match, "") if decision is not None else "",
        "said_by": said_by(item.current.attribution),
        "claim": _said(item.current, maps, sure=sure),
        "machine": None if machine is None else _said(machine, maps, sure=sure),
        "decision": None if decision is None else _decision(decision),
    }


def _said(claim: Claim, maps: Mapping[str, Utf16], *, sure: bool) -> Json:
    kept_back = {"score"} if sure else {"score", "confidence"}
    if not sure:  # nor may the reasons tell how sure the machine is before the person has decided
        rules = tuple(reason for reason in claim.reasons if not is_weighed(reason))
        claim = replace(claim, reasons=rules)
    return _without(to_browser(to_json(claim), maps), kept_back)


def _without(value: Json, names: set[str]) -> Json:
    if isinstance(value, list):
        return [_without(item, names) for item in value]
    if isinstance(value, dict):
        return {name: _without(item, names) for name, item in value.items() if name not in names}
    return value


def _decision(decision: Decision) -> Json:
    return {
        "id": decision.id,
        "action": decision.action.value,
        "at": decision.at,
        "reviewer": decision.reviewer,
        "why": decision.why,
    }
