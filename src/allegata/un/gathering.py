"""Documents of one symbol, gathered: the ground on which works are built.

In: outlines of documents. Out: a group for each work that a symbol names, and the documents that
have none. A double symbol joins its two halves, so that a file with either half finds the other;
where files join one half to different others, they stay together under a doubt.

>>> from allegata.model.un import UnRecord
>>> files = [DocumentOutline(n, n, un=UnRecord(symbol=s)) for n, s in (("a", "S/2031/7"),
...     ("b", "A/85/3-S/2031/7"), ("c", "A/85/3"), ("d", None))]
>>> groups, loose = gather_by_symbol(files)
>>> [[member.outline.id for member in group.members] for group in groups], loose[0].id
([['a', 'b', 'c']], 'd')
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allegata.model.doubt import Doubt
from allegata.model.works import DocumentOutline
from allegata.un.identity import Identity, identity_of

_SOURCES = {"external": "supplied by a person", "title": "from the title"}


@dataclass(frozen=True, slots=True)
class Member:
    """A document in a group, and why it is there; ``identity`` is None without a symbol."""

    outline: DocumentOutline
    identity: Identity | None
    reason: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of one work, gathered by symbol or not."""

    members: tuple[Member, ...]
    doubts: tuple[Doubt, ...] = ()


def once_each(outlines: Iterable[DocumentOutline]) -> tuple[DocumentOutline, ...]:
    """Return each document once, in an order that does not depend on the one given.

    The same bytes under two names are one document; the name that sorts first is kept.
    """
    kept: dict[str, DocumentOutline] = {}
    for outline in outlines:
        known = kept.get(outline.id)
        if known is None or outline.name < known.name:
            kept[outline.id] = outline
    return tuple(sorted(kept.values(), key=lambda one: (one.name, one.id)))


def gather_by_symbol(
    outlines: Iterable[DocumentOutline],
) -> tuple[list[Group], list[DocumentOutline]]:
    """Return a group for each work that symbols name, and the documents without a symbol."""
    loose: list[DocumentOutline] = []
    known: list[tuple[DocumentOutline, Identity]] = []
    for outline in once_each(outlines):
        if outline.un is None or outline.un.symbol is None:
            loose.append(outline)
        else:
            known.append((outline, identity_of(outline.un.symbol)))
    joined = joined_keys(identity for _, identity in known)
    filed: defaultdict[str, list[tuple[DocumentOutline, Identity]]] = defaultdict(list)
    for outline, identity in known:
        key = identity.halves[0].work
        filed[joined.get(key, key)].append((outline, identity))
    return [_group(filed[key]) for key in sorted(filed)], loose


def joined_keys(identities: Iterable[Identity]) -> Mapping[str, str]:
    """Return, for each work key of a double symbol, the first of all keys that belong together."""
    leader: dict[str, str] = {}

    def lead(key: str) -> str:
        leader.setdefault(key, key)
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for identity in identities:
        leaders = sorted(map(lead, identity.joined))
        for other in leaders[1:]:
            leader[other] = leaders[0]
    return {key: lead(key) for key in leader}


def _group(files: Sequence[tuple[DocumentOutline, Identity]]) -> Group:
    alone = len(files) == 1
    members = tuple(
        Member(outline, identity, _reason(outline, identity, alone=alone))
        for outline, identity in files
    )
    return Group(members, _disagreement(identity for _, identity in files))


def _reason(outline: DocumentOutline, identity: Identity, *, alone: bool) -> str:
    basis = outline.un.symbol_basis if outline.un else None
    said = f" ({_SOURCES[basis]})" if basis in _SOURCES else ""
    reason = f"{'own' if alone else 'same'} symbol {identity.symbol}{said}"
    form = identity.form
    if identity.halves[0].edition and form is not None:
        bases = "-".join(half.base for half in identity.halves)
        return f"{reason}, a {form.value} of {bases}"
    return reason


def _disagreement(identities: Iterable[Identity]) -> tuple[Doubt, ...]:
    """Return a doubt where files join one half to different others, or give other years."""
    known = tuple(identities)
    pairs = {"-".join(identity.joined) for identity in known if identity.joined}
    years = {identity.halves[0].base for identity in known if identity.year is not None}
    found = [sorted(said) for said in (pairs, years) if len(said) > 1]
    return tuple(
        Doubt("work.symbols_disagree", f"its files bear different symbols: {', '.join(said)}")
        for said in found
    )
