"""Has the case told of this before? Each account of a document, held against all others.

In: the case file as linking sees it, and one document. Out: for each of its accounts whether the
incident is new, held already, or held with another toll; with the code, who told of it before and
since when, and why the two are held to be one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from allegata.app.linked import Linked, refs_of
from allegata.app.told import told_on
from allegata.model.count import Bounds
from allegata.model.linking import Account, Link
from allegata.model.vocabularies import Outcome
from allegata.stages.resolve.figures import Figure
from allegata.stages.resolve.reckoning import in_numbers


class Standing(StrEnum):
    """How an account stands to what the case holds."""

    NEW = "new"  # no other document tells of it
    HELD = "held"  # others tell of it, with these figures or with none
    NEW_TOLL = "new_toll"  # others tell of it, with other figures


@dataclass(frozen=True, slots=True)
class Seen:
    """One account of a document. ``code`` is its incident's, None before the case was linked.

    ``told_by`` are the other documents, the earliest first; ``since`` is when the first of them
    told of it. ``tolls`` are figures that none of them has, in words; ``reasons`` say why.
    """

    account: str
    standing: Standing
    code: str | None
    told_by: tuple[str, ...] = ()
    since: str | None = None
    tolls: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def seen_before(linked: Linked, document_id: str) -> tuple[Seen, ...]:
    """Return how each account of a document stands to what the other documents tell."""
    codes = {ref: each.code for each in linked.known for ref in each.claims}
    found = []
    for account in sorted(linked.accounts.values(), key=lambda each: each.id):
        if account.document == document_id:
            code = next((codes[ref] for ref in refs_of(account) if ref in codes), None)
            found.append(_seen(linked, account, code))
    return tuple(found)


def _seen(linked: Linked, account: Account, code: str | None) -> Seen:
    group = next((each for each in linked.partition.groups if account.id in each), ())
    others = [
        linked.accounts[id_] for id_ in group if linked.accounts[id_].document != account.document
    ]
    if not others:
        return Seen(account.id, Standing.NEW, code)
    days = {each.document: _day(linked, each.document) for each in others}
    told_by = tuple(sorted(days, key=lambda id_: (days[id_] or "9999", id_)))
    tolls = tuple(_other_tolls(account, others))
    return Seen(
        account.id,
        Standing.NEW_TOLL if tolls else Standing.HELD,
        code,
        told_by,
        min((day for day in days.values() if day), default=None),
        tolls,
        _reasons(linked.partition.links, account, others),
    )


def _day(linked: Linked, document_id: str) -> str | None:
    shown = linked.documents.get(document_id)
    return told_on(shown) if shown is not None else None


def _other_tolls(account: Account, others: Iterable[Account]) -> Iterable[str]:
    """Yield the figures that no other account has, beside those that they have."""
    held: dict[Outcome, list[Bounds]] = {}
    for other in others:
        for toll in other.tolls:
            held.setdefault(toll.outcome, []).append(toll.bounds)
    for toll in account.tolls:
        known = held.get(toll.outcome, [])
        if toll.bounds not in known and _words(toll.bounds) != "no number":
            name = toll.outcome.value.replace("_", " ")
            before = " and ".join(dict.fromkeys(map(_words, known))) or "nothing told"
            yield f"{_words(toll.bounds)} {name}, before: {before}"


def _words(bounds: Bounds) -> str:
    return in_numbers(Figure(bounds.low, bounds.best, bounds.high))


def _reasons(links: Iterable[Link], account: Account, others: Iterable[Account]) -> tuple[str, ...]:
    """Return the reasons of the likeliest link to another document."""
    ids = {other.id for other in others}
    ours = [
        link
        for link in links
        if (link.a == account.id and link.b in ids) or (link.b == account.id and link.a in ids)
    ]
    return max(ours, key=lambda link: (link.score, link.a, link.b)).reasons if ours else ()
