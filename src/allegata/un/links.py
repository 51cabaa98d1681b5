"""How works refer to each other, and what they refer to that is not here.

In: works, and the outlines that they were made of. Out: a link for each work, what it refers to and
how; the documents that nothing here answers to, with their addresses; provisions of the Charter.
The language versions of one work speak as one. A citation of one edition is not answered by
another, but the missing one names what is here.

>>> from allegata.un.works import group_works
>>> from allegata.model.un import UnRecord
>>> from allegata.model.works import Cited
>>> files = [DocumentOutline("a", "a.pdf", "en", un=UnRecord(symbol="S/2031/7"),
...     cited=(Cited("document", "S/2031/4", "2031-05-02", "previous"),))]
>>> found = link_works(group_works(files), files)
>>> [(one.citing, one.cited, one.symbol, one.relation) for one in found.links]
[('w1', None, 'S/2031/4', 'previous')]
>>> found.missing[0].url
'https://undocs.org/en/S/2031/4'
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allegata.model.doubt import Doubt
from allegata.model.works import (
    CharterCitation,
    Cited,
    DocumentOutline,
    MissingWork,
    Work,
    WorkLink,
)
from allegata.un.citing import fullest_symbol, own_doubts, relations_of, stated_day
from allegata.un.finding import Finder, Target
from allegata.un.gathering import once_each
from allegata.un.identity import council_place, identity_of
from allegata.un.missing import in_order, missing_work
from allegata.un.provision_order import provision_order

CITES = "cites"
NUMBERS_AT_ONCE = 150  # a number is given out weeks before some documents are printed
_CHARTER = "charter"
_THE_CHARTER = "Charter"  # cited as a whole

_Said = list[tuple[Cited, str | None]]  # a citation, and the document that makes it, if one does


@dataclass(frozen=True, slots=True)
class Links:
    """Links in the order of works, missing documents in that of symbols, the Charter's articles."""

    links: tuple[WorkLink, ...]
    missing: tuple[MissingWork, ...]
    charter: tuple[CharterCitation, ...]


def link_works(works: Sequence[Work], outlines: Iterable[DocumentOutline]) -> Links:
    """Return what the works refer to. ``outlines`` are those that ``works`` were made of."""
    held = {outline.id: outline for outline in once_each(outlines)}
    find = Finder(works, (one for outline in held.values() for one in outline.cited))
    missing = _all_missing(works, held, find)
    rank, weigh = find.ranks(), _Weighing(works, held, missing)
    links: list[WorkLink] = []
    for work in works:
        by_target: defaultdict[Target, _Said] = defaultdict(list)
        for target, cited, document in _said_by(work, held, find):
            if target.work != work.id:
                by_target[target].append((cited, document))
        for target in sorted(by_target, key=rank.__getitem__):
            links += weigh.links(work, target, by_target[target])
    return Links(
        tuple(links),
        tuple(missing[target] for target in sorted(missing, key=rank.__getitem__)),
        _charter(works, held),
    )


def _said_by(
    work: Work, held: Mapping[str, DocumentOutline], find: Finder
) -> Iterator[tuple[Target, Cited, str | None]]:
    """Yield what the texts of a work refer to, and what their symbols do."""
    for text in work.expressions:
        for cited in held[text.document].cited:
            if cited.symbol is not None:
                yield find.targets[cited.symbol], cited, text.document
    for cited in _implied(work):
        yield find(cited.symbol or ""), cited, None


def _implied(work: Work) -> Iterator[Cited]:
    """Yield what the symbols themselves refer to: an addendum or corrigendum to its document."""
    symbols = sorted({text.symbol for text in work.expressions if text.symbol is not None})
    for identity in map(identity_of, symbols):
        kind = "resolution" if identity.is_resolution else "document"
        if identity.supplements is not None:
            yield Cited(kind, identity.supplements, relation="supplements")
        first = identity.halves[0]
        if first.edition and first.edition[-1].startswith("Corr"):
            yield Cited(kind, first.base, relation="corrects")


def _all_missing(
    works: Iterable[Work], held: Mapping[str, DocumentOutline], find: Finder
) -> dict[Target, MissingWork]:
    """Return the targets that nothing here answers to, with all that the works say of each."""
    found: defaultdict[Target, list[tuple[str, Cited]]] = defaultdict(list)
    for work in works:
        for target, cited, _ in _said_by(work, held, find):
            if not target.answered:
                found[target].append((work.id, cited))
    return {target: missing_work(target, citations) for target, citations in found.items()}


class _Weighing:
    """Makes links, and holds each against what the cited work itself says."""

    def __init__(
        self,
        works: Sequence[Work],
        held: Mapping[str, DocumentOutline],
        missing: Mapping[Target, MissingWork],
    ) -> None:
        self._works = {work.id: work for work in works}
        self._missing = missing
        self._earliest = {
            work.id: min(filter(None, (work.dated, work.issued)), default=None) for work in works
        }
        records = {document: outline.un for document, outline in held.items()}
        self._latest = {
            document: max(filter(None, (record.dated, record.issued)), default=None)
            for document, record in records.items()
            if record is not None
        }

    def links(self, work: Work, target: Target, said: _Said) -> Iterator[WorkLink]:
        """Yield a link for each relation; a bare mention beside a relation joins the first."""
        only, document = said[0]
        if len(said) == 1:  # as most are
            yield self._link(work, target, only, () if document is None else (document,))
            return
        if all(cited is only or cited == only for cited, _ in said):  # its texts say the same
            yield self._link(work, target, only, _documents(said))
            return
        first, *others = relations_of([cited for cited, _ in said])
        for relation in (first, *(other for other in others if other != CITES)):
            joining = {relation, CITES} if relation == first else {relation}
            joined = [one for one in said if one[0].relation in joining]
            together = _together([cited for cited, _ in joined], relation)
            yield self._link(work, target, together, _documents(joined))

    def _link(
        self, work: Work, target: Target, said: Cited, documents: tuple[str, ...]
    ) -> WorkLink:
        missing = self._missing.get(target)
        symbol = (said.symbol or "") if missing is None else missing.symbol
        doubts: tuple[Doubt, ...] = ()
        day = said.dated
        if target.answered and target.work is not None:
            doubts = _against(self._works[target.work], symbol, said.dated)
            day = self._earliest[target.work]
        later = self._later(symbol, day, documents)
        if day is None:
            later = _later_by_number(work, symbol)
        return WorkLink(
            citing=work.id,
            cited=target.work,
            symbol=symbol,
            relation=said.relation,
            dated=said.dated,
            documents=documents,
            provisions=said.provisions,
            doubts=(*said.doubts, *doubts, *later),
        )

    def _later(self, symbol: str, day: str | None, documents: Sequence[str]) -> tuple[Doubt, ...]:
        """Return a doubt where a document is of a later day than all that cite it."""
        if day is None:
            return ()
        own = ""
        for document in documents:
            latest = self._latest.get(document)
            if latest is not None and latest >= day:
                return ()
            own = max(own, latest or "")
        if not own:
            return ()
        message = f"{symbol} is of {day}, later than what cites it, of {own}"
        return (Doubt("reference.cites_later", message),)


def _later_by_number(work: Work, symbol: str) -> tuple[Doubt, ...]:
    """Return a doubt where a Council document cites one whose number was given out much later.

    A revision keeps the number of what it revises, so that it may cite later ones.
    """
    own = council_place(work.symbol) if work.symbol is not None else None
    cited = council_place(symbol)
    if own is None or cited is None or len(work.expressions) != _editions(work).count(()):
        return ()
    if cited <= (own[0], own[1] + NUMBERS_AT_ONCE):
        return ()
    message = f"{symbol} has a later number than {work.symbol}, which cites it"
    return (Doubt("reference.cites_later", message),)


def _editions(work: Work) -> list[tuple[str, ...]]:
    symbols = (text.symbol or work.symbol or "" for text in work.expressions)
    return [identity_of(symbol).halves[0].edition for symbol in symbols]


def _documents(said: _Said) -> tuple[str, ...]:
    return tuple(sorted({document for _, document in said if document is not None}))


def _together(said: Sequence[Cited], relation: str) -> Cited:
    """Return what several citations of one document say together."""
    dated, doubts = stated_day(said)
    provisions = {provision for one in said for provision in one.provisions}
    return Cited(
        kind=said[0].kind,
        symbol=fullest_symbol(said),
        dated=dated,
        relation=relation,
        provisions=tuple(sorted(provisions, key=provision_order)),
        doubts=(*own_doubts(said), *doubts),
    )


def _against(cited: Work, symbol: str, dated: str | None) -> tuple[Doubt, ...]:
    """Return doubts where the cited work itself says other than the citation."""
    doubts = []
    if dated is not None and cited.dated is not None and dated not in (cited.dated, cited.issued):
        message = f"{symbol} is cited as of {dated}, but is dated {cited.dated}"
        doubts.append(Doubt("reference.date_differs", message))
    year, printed = identity_of(symbol).year, identity_of(cited.symbol or "").year
    if year is not None and printed is not None and year != printed:
        message = f"{symbol} is cited, but the resolution of that number is {cited.symbol}"
        doubts.append(Doubt("reference.year_differs", message))
    return tuple(doubts)


def _charter(
    works: Iterable[Work], held: Mapping[str, DocumentOutline]
) -> tuple[CharterCitation, ...]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for work in works:
        for text in work.expressions:
            for cited in held[text.document].cited:
                if cited.kind == _CHARTER:
                    for provision in cited.provisions or (_THE_CHARTER,):
                        found[provision].add(work.id)
    return tuple(
        CharterCitation(provision, in_order(found[provision]))
        for provision in sorted(found, key=provision_order)
    )
