"""Which figures of a recorder's own lists have words in the documents held, and which have none.

In: the case file as linking sees it, with the incidents of the lists. Out: for each number of each
incident what the documents linked to it say of it, with the words, whose they are and where they
stand. Nobody's figure is corrected: a number without words may rest on a source that is not held.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allegata.app.linked import Linked, Settings, refs_of
from allegata.app.told import ToldClaim, told_claims
from allegata.app.voices import origin_name
from allegata.model.count import Count
from allegata.model.importing import (
    FigureCheck,
    ImportedFigure,
    MayTell,
    OwnCheck,
    OwnIncident,
    Support,
    Words,
)
from allegata.model.linking import Account, ClaimRef, Link
from allegata.model.source import Source
from allegata.model.vocabularies import Age, Basis, Outcome, Scope, Sex, Status
from allegata.stages.resolve.reckoning import FIGHTERS, reckon
from allegata.stages.resolve.statuses import CIVIL

WIDE = frozenset({Scope.CUMULATIVE, Scope.AGGREGATE, Scope.BACKGROUND})
DEAD = frozenset({Outcome.KILLED, Outcome.DIED_LATER})
YOUNG = frozenset({Age.CHILD, Age.INFANT})


BOUNDS = ("low", "best", "high")
MOST_PERHAPS = 3  # documents that may tell of an incident


@dataclass(frozen=True, slots=True)
class _Said:
    """A count of a document with its words."""

    count: Count
    words: Words


def check(linked: Linked, register: Sequence[Source], settings: Settings) -> tuple[OwnCheck, ...]:
    """Return every incident of every list beside what the documents held say of it."""
    codes = {ref: each.code for each in linked.known for ref in each.claims}
    groups = {ref: group for group in linked.groups() for ref in group}
    addresses = _addresses(linked)
    account_of = linked.account_of()
    doubts = _doubts(linked)
    found = []
    for ref, own in linked.own.items():
        refs = [each for each in groups.get(ref, ()) if linked.claim(each) is not None]
        told = told_claims(linked, refs, register)
        figures = tuple(_figures(own, linked, told, settings))
        checked = _checked(own, codes.get(ref, ""), told, figures, addresses)
        waiting = doubts.get(account_of.get(ref, ""), ()) if not told else ()
        perhaps = tuple(_may_tell(linked, codes, *each) for each in waiting[:MOST_PERHAPS])
        found.append(replace(checked, perhaps=perhaps))
    return tuple(found)


def _doubts(linked: Linked) -> dict[str, list[tuple[Account, Link]]]:
    """Return for the account of each row the documents' accounts that it may be one with."""
    rows = {id_ for id_, each in linked.accounts.items() if each.document not in linked.documents}
    found: defaultdict[str, list[tuple[Account, Link]]] = defaultdict(list)
    for link in sorted(linked.partition.doubtful, key=lambda each: (-each.score, each.a, each.b)):
        for row, other in ((link.a, link.b), (link.b, link.a)):
            if row in rows and other not in rows:
                found[row].append((linked.accounts[other], link))
    return found


def _may_tell(
    linked: Linked, codes: Mapping[ClaimRef, str], account: Account, link: Link
) -> MayTell:
    ref = refs_of(account)[0]
    label = linked.documents[account.document].row.label
    return MayTell(account.document, label, ref.claim, codes.get(ref, ""), link.reasons)


def _checked(
    own: OwnIncident,
    code: str,
    told: Sequence[ToldClaim],
    figures: tuple[FigureCheck, ...],
    addresses: frozenset[str],
) -> OwnCheck:
    urls = dict.fromkeys(url for source in own.sources for url in source.urls)
    where = own.told.where
    return OwnCheck(
        table=own.table,
        id=own.id,
        row=own.row,
        when=own.told.when.edtf if own.told.when is not None else "",
        where=where.raw if where is not None else "",
        code=code,
        documents=tuple(sorted({one.ref.document for one in told})),
        figures=figures,
        held=tuple(url for url in urls if plain_address(url) in addresses),
        missing=tuple(url for url in urls if plain_address(url) not in addresses),
    )


def _figures(
    own: OwnIncident, linked: Linked, told: Sequence[ToldClaim], settings: Settings
) -> Iterator[FigureCheck]:
    said = [each for one in told for each in _said(linked, one)]
    held = [one.held() for one in told]
    tallies = reckon(held, rule=settings.rule, table=settings.table, order=settings.order)
    ranges = {tally.outcome: {tally.low, tally.best, tally.high} for tally in tallies}
    for figure in own.told.figures:
        reckoned = ranges.get(figure.outcome, set()) if figure.group == "" else set()
        of_it = [each for each in said if _is_of(each.count.outcome, figure.outcome)]
        for number in figure.told:
            support, words = _support(figure, number, of_it, reckoned, is_held=bool(told))
            bounds = tuple(each for each in BOUNDS if getattr(figure, each) == number)
            yield FigureCheck(
                figure.outcome, figure.group, bounds, number, figure.columns, support, words
            )


def _support(
    figure: ImportedFigure,
    number: int,
    said: Sequence[_Said],
    reckoned: set[int | None],
    *,
    is_held: bool,
) -> tuple[Support, tuple[Words, ...]]:
    """Return what the documents say of one number, and the words that show it."""
    just = [each for each in said if of_group(figure.group, each.count)]
    loose = [each for each in said if each not in just and _may_fit(figure.group, each.count)]
    exact = tuple(replace(one.words, fits=True) for one in just if number in one.words.numbers)
    if exact:
        return Support.SAID, exact
    of_others = tuple(one.words for one in loose if number in one.words.numbers)
    if of_others:
        return Support.SAID_OF_OTHERS, of_others
    others = tuple(one.words for one in (*just, *loose))
    if number in reckoned:
        return Support.RECKONED, others
    if others:
        return Support.OTHERWISE, others
    return (Support.SILENT if is_held else Support.UNHELD), ()


def _is_of(outcome: Outcome, wanted: Outcome) -> bool:
    return outcome is wanted or (outcome in DEAD and wanted in DEAD)


def of_group(group: str, count: Count) -> bool:
    """Say whether words count just the people whom the recorder counts."""
    of = count.group
    grown = of.age not in YOUNG
    if group == "children":
        return not grown
    if group == "women":
        return of.sex is Sex.FEMALE and grown
    if group == "men":
        return of.sex is Sex.MALE and grown
    if not _is_whole(count):
        return False
    if group == "civilians":
        return of.status in CIVIL
    return of.status in FIGHTERS if group == "belligerents" else of.status is Status.UNKNOWN


def _may_fit(group: str, count: Count) -> bool:
    """Say whether they may be those people: no words say who they are, or only some of them."""
    if group in {"children", "women", "men"} or not _is_whole(count):
        return False
    return group == "" or count.group.status in {Status.UNKNOWN, Status.CONTESTED}


def _is_whole(count: Count) -> bool:
    """Say whether everybody is counted, whatever their age and sex."""
    of = count.group
    is_part = count.basis in {Basis.PART, Basis.REMAINDER, Basis.INCREMENT}
    return not is_part and of.sex is Sex.UNKNOWN and of.age in {Age.UNKNOWN, Age.ADULT}


def _said(linked: Linked, one: ToldClaim) -> Iterator[_Said]:
    """Yield the counts of a claim that have numbers, with their words."""
    if one.claim.scope in WIDE:
        return
    shown = linked.documents[one.ref.document]
    provenance = shown.document.provenance if shown.document is not None else None
    for count in one.claim.counts:
        told = {number for number in (count.low, count.best, count.high) if number is not None}
        if not told or count.basis is Basis.CUMULATIVE:
            continue
        evidence = one.claim.evidence
        words = next((each for each in evidence if each.span.covers(count.span)), evidence[0])
        said = Words(
            numbers=tuple(sorted(told)),
            raw=count.raw,
            quote=words.quote,
            who=origin_name(one.speaker.origin),
            document=shown.row.id,
            name=shown.row.name,
            published=one.published,
            page=words.page,
            layer=count.span.layer,
            start=count.span.start,
            end=count.span.end,
            claim=one.claim.id,
            url=provenance.url if provenance is not None else None,
        )
        yield _Said(count, said)


def _addresses(linked: Linked) -> frozenset[str]:
    found = set()
    for shown in linked.documents.values():
        provenance = shown.document.provenance if shown.document is not None else None
        for url in (provenance.url, provenance.archive_url) if provenance is not None else ():
            if url:
                found.add(plain_address(url))
    return frozenset(found)


def plain_address(url: str) -> str:
    """Return an address less what makes no other page of it.

    >>> plain_address("http://www.Example.org/a/#top")
    'example.org/a'
    """
    _, _, rest = url.partition("://")
    host, slash, path = rest.partition("#")[0].removeprefix("www.").partition("/")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")
