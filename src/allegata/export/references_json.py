"""The case file as a collection, as JSON: for programs and for the workbench.

In: works, links, chains and what is missing. Out: one object; a link without ``to`` leads to a
document that is not here, whose row under ``missing`` has the same symbol.

>>> found = CaseReferences((), (), (), (), (), documents=2, unread=1, others=2)
>>> references_json(found)["counts"]["unread"]
1
"""

from collections.abc import Iterable

from allegata.app.views import CaseReferences
from allegata.model.doubt import Doubt
from allegata.model.wire import Json, to_json
from allegata.model.works import Chain, Work, WorkLink


def references_json(found: CaseReferences) -> dict[str, Json]:
    """Return the collection as JSON values."""
    return {
        "counts": {
            "documents": found.documents,
            "works": len(found.works),
            "missing": len(found.missing),
            "unread": found.unread,
            "others": found.others,
        },
        "works": [_work(work) for work in found.works],
        "links": [_link(link) for link in found.links],
        "chains": [_chain(chain) for chain in found.chains],
        "missing": [
            {
                "symbol": one.symbol,
                "kind": one.kind,
                "dated": one.dated,
                "url": one.url,
                "relations": to_json(one.relations),
                "cited_by": to_json(one.cited_by),
                "here": one.here,
                "doubts": _doubts(one.doubts),
            }
            for one in found.missing
        ],
        "charter": to_json(found.charter),
    }


def _work(work: Work) -> Json:
    return {
        "id": work.id,
        "symbol": work.symbol,
        "name": work.name,
        "kind": work.kind,
        "dated": work.dated,
        "issued": work.issued,
        "senders": to_json(work.senders),
        "addressees": to_json(work.addressees),
        "languages": to_json(work.languages),
        "expressions": [
            {
                "document": text.document,
                "name": text.name,
                "language": text.language,
                "form": text.form.value,
                "symbol": text.symbol,
                "reason": text.reason,
                "doubts": _doubts(text.doubts),
            }
            for text in work.expressions
        ],
        "doubts": _doubts(work.doubts),
    }


def _link(link: WorkLink) -> Json:
    return {
        "from": link.citing,
        "to": link.cited,
        "symbol": link.symbol,
        "relation": link.relation,
        "dated": link.dated,
        "documents": to_json(link.documents),
        "provisions": to_json(link.provisions),
        "doubts": _doubts(link.doubts),
    }


def _chain(chain: Chain) -> Json:
    return {
        "works": to_json(chain.works),
        "steps": to_json(chain.steps),
        "doubts": _doubts(chain.doubts),
    }


def _doubts(doubts: Iterable[Doubt]) -> list[Json]:
    """Return doubts without places: they are about whole documents."""
    return [{"code": doubt.code, "message": doubt.message} for doubt in doubts]
