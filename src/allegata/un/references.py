"""What a text refers to: documents by symbol, resolutions by number, articles of the Charter.

In: text, and what is known of the document it stands in. Out: one reference for each symbol and
relation, with its date and the provisions pointed to where the text says them, and doubts where it
leaves something open.

>>> text = "I refer to our letters, the latest of which was dated 2 May 2031 (S/2031/7, annex)."
>>> [(one.symbol, one.dated, one.relation, one.provisions) for one in find_references(text)]
[('S/2031/7', '2031-05-02', 'previous', ('annex',))]
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.un.act_organs import Context
from allegata.un.addresses import address_of
from allegata.un.charter import CharterMention, find_charter
from allegata.un.citations import Citation, Member, find_citations
from allegata.un.clearing import Cleared, Place, clear
from allegata.un.days import find_days
from allegata.un.lookup import alternatives
from allegata.un.pointing_back import Antecedent, point_back
from allegata.un.provisions import Provisions, is_link
from allegata.un.relations import Surroundings
from allegata.un.same_document import names_under, own_names, whole_names
from allegata.un.symbol_lists import read_symbols
from allegata.un.symbols import FoundSymbol, Symbol, find_symbols, parse_symbol, render

YEAR_UNSTATED = Doubt("reference.year_unstated", "the year of the resolution is not stated")
YEAR_UNLIKELY = Doubt(
    "reference.year_unlikely",
    "the Security Council adopted the resolution of that number in another year",
)
SYMBOL_REPAIRED = Doubt(
    "reference.symbol_repaired", "a letter in the printed symbol was read as a digit"
)

DOCUMENT, RESOLUTION, CHARTER = "document", "resolution", "charter"
CHARTER_ADDRESS = "https://www.un.org/en/about-us/un-charter/full-text"
MOST_APART = 12  # characters between a document and its corrigendum
MOST_GAP_WORDS = 16  # "paragraph 9 of my report on the implementation of that resolution (S/…)"
_NO_GAP = re.compile(r"[.;:)\]]|\n[ \t]*\n")
_ADDRESS = re.compile(
    r"((?:undocs\.org|docs\.un\.org)/[^\s\"'<>\]]{3,120})(?:[ ]+[\"']([^\"'\n]{1,300})[\"'])?"
)
_WITHOUT_YEAR = re.compile(r"S/RES/\d+")


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference at ``start..end``; ``kind`` is document, resolution or charter.

    ``symbol`` is None of the Charter; ``dated`` is an ISO day; ``provisions`` are in normal form.
    """

    start: int
    end: int
    kind: str
    symbol: str | None
    dated: str | None
    relation: str  # previous, replies_to, corrects, annexed, cites
    url: str | None
    doubts: tuple[Doubt, ...] = ()
    provisions: tuple[str, ...] = ()


def find_references(
    text: str,
    *,
    own_symbol: str | None = None,
    organ: str | None = None,
    dated: str | None = None,
    skipped: Sequence[Place] = (),
    scanned: bool = False,
) -> tuple[FoundReference, ...]:
    """Return what ``text`` refers to, in order of first mention, once for each relation.

    Args:
        text: A reading view.
        own_symbol: The document's own symbol, which is no reference.
        organ: The organ whose document it is ("S"), where the symbol does not say it.
        dated: The document's own date (ISO), for days printed without a year.
        skipped: Stretches of ``text`` that are no text of the document, such as running heads.
        scanned: The text was read from pictures, so that more slips are put right.
    """
    cleared = clear(text, skipped)
    own = _symbol_or_none(own_symbol)
    symbols = read_symbols(cleared.text, scanned=scanned)
    citations = find_citations(cleared, _context(own, organ))
    provisions = Provisions(cleared)
    drafts = [
        *_documents(cleared, symbols, provisions, dated),
        *_resolutions(citations, provisions),
    ]
    drafts.sort(key=lambda one: (one.reference.start, one.reference.end))
    charter = [_of_charter(one) for one in find_charter(cleared, provisions)]
    excluded = own_names(cleared.text, symbols, own)
    named = _with_provisions_after(drafts, provisions)
    found = [one for one in named if excluded.isdisjoint(_names(one))]
    found = sorted([*found, *charter], key=lambda one: (one.start, one.end))
    return _once_each([_placed(one, cleared) for one in found])


def find_addresses(text: str) -> tuple[FoundReference, ...]:
    """Return the documents to whose public addresses ``text`` links, each once.

    The title of a link may say the day: ``(https://undocs.org/S/2031/7 "Letter dated …")``.

    >>> [one.symbol for one in find_addresses("[letters](https://undocs.org/en/S/2031/7)")]
    ['S/2031/7']
    """
    found: dict[str, FoundReference] = {}
    for address in _ADDRESS.finditer(text):
        for symbol in find_symbols(address[1])[:1]:
            name = render(symbol.symbol)
            kind = RESOLUTION if symbol.symbol.is_resolution else DOCUMENT
            place = address.start() + symbol.start, address.start() + symbol.end
            url = address_of(symbol.symbol)
            dated = _dated_title(address[2])
            found.setdefault(name, FoundReference(*place, kind, name, dated, "cites", url))
    return tuple(found.values())


def _dated_title(title: str | None) -> str | None:
    """Return the day that "Letter dated 2 May 2031 from …" gives."""
    days = find_days(title) if title else ()
    return days[0].iso if len(days) == 1 else None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A reference, and where the words that belong to it end: ", para. 3" may follow there."""

    reference: FoundReference
    tail: int


def _documents(
    cleared: Cleared,
    symbols: Sequence[FoundSymbol],
    provisions: Provisions,
    dated: str | None,
) -> Iterator[_Draft]:
    """Yield the reference of every printed symbol: its relation and date stand around it."""
    surroundings = Surroundings(cleared, symbols)
    for index, found in enumerate(symbols):
        relation, doubts = surroundings.relation(index)
        day, day_doubts = surroundings.date(index, dated)
        _, before = provisions.before(found.start, _joins_document)
        name = render(dataclasses.replace(found.symbol, reissued=False))  # a star marks a footnote
        yearless = _WITHOUT_YEAR.fullmatch(name) is not None
        reference = FoundReference(
            found.start,
            found.end,
            RESOLUTION if found.symbol.is_resolution else DOCUMENT,
            name,
            day,
            relation,
            address_of(found.symbol),
            (
                *doubts,
                *day_doubts,
                *((SYMBOL_REPAIRED,) if found.repaired else ()),
                *((YEAR_UNSTATED,) if yearless else ()),
            ),
            before,
        )
        yield _Draft(reference, found.end)


def _resolutions(citations: Sequence[Citation], provisions: Provisions) -> Iterator[_Draft]:
    """Yield the reference of every number of a resolution or decision."""
    for citation in citations:
        _, before = provisions.before(citation.start)
        for member in citation.members:
            tail = citation.end if citation.noun_last else member.tail
            yield _Draft(_resolution(member, before), tail)


def _resolution(member: Member, provisions: tuple[str, ...]) -> FoundReference:
    symbol = parse_symbol(member.symbol)
    doubts = [YEAR_UNSTATED] * (not member.has_year)
    doubts += [YEAR_UNLIKELY] * (member.number.vouched is False)
    doubts += [SYMBOL_REPAIRED] * member.number.repaired
    return FoundReference(
        member.start,
        member.end,
        RESOLUTION if symbol.is_resolution else DOCUMENT,
        member.symbol,
        member.dated,
        "cites",
        address_of(symbol),
        tuple(doubts),
        provisions,
    )


def _of_charter(mention: CharterMention) -> FoundReference:
    return FoundReference(
        mention.start,
        mention.end,
        CHARTER,
        None,
        None,
        "cites",
        CHARTER_ADDRESS,
        provisions=mention.provisions,
    )


def _with_provisions_after(
    drafts: Sequence[_Draft], provisions: Provisions
) -> Iterator[FoundReference]:
    """Yield the references with the provisions after them (", annex") and those pointing back."""
    after = {tail: provisions.after(tail)[1] for tail in sorted({one.tail for one in drafts})}
    antecedents = [
        Antecedent(one.reference.start, one.tail, one.reference.kind == RESOLUTION)
        for one in drafts
    ]
    back = point_back(provisions, antecedents)
    for index, draft in enumerate(drafts):
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if following is not None and _is_corrected_by(draft, following):
            # "(A/71/53 and A/71/53/Corr.1), chap. II": a corrigendum has no chapters
            after[draft.tail] = after.pop(following.tail)
            after[following.tail] = ()
        labels = (*draft.reference.provisions, *after[draft.tail], *back.get(index, ()))
        yield dataclasses.replace(draft.reference, provisions=tuple(dict.fromkeys(labels)))


def _is_corrected_by(draft: _Draft, following: _Draft) -> bool:
    one, other = draft.reference.symbol or "", following.reference.symbol or ""
    return other.startswith(f"{one}/Corr.") and following.reference.start - draft.tail < MOST_APART


def _joins_document(gap: str) -> bool:
    """Say whether ``gap`` joins a place to a symbol: "of my report of 12 June 2031 ("."""
    if is_link(gap):
        return True
    words = len(gap.split())
    if words > MOST_GAP_WORDS or _NO_GAP.search(gap) or not gap[:1].isspace():
        return False
    named = _document_nouns().search(gap) is not None
    return named or (gap.rstrip().endswith("(") and is_link(gap[: _first_word_end(gap)]))


def _first_word_end(gap: str) -> int:
    match = re.match(r"\s*\w+", gap)
    return match.end() if match else 0


def _placed(found: FoundReference, cleared: Cleared) -> FoundReference:
    """Return the reference with its place in the text as it came."""
    start, end = cleared.to_source(found.start, found.end)
    return dataclasses.replace(found, start=start, end=end)


def _once_each(found: list[FoundReference]) -> tuple[FoundReference, ...]:
    """Keep the first mention of each symbol and relation, with all that further ones add."""
    whole = whole_names(one.symbol for one in found if one.symbol is not None)
    kept: dict[tuple[str, str | None, str], FoundReference] = {}
    for one in (_by_whole_name(one, whole) for one in found):
        key = one.kind, one.symbol, one.relation
        first = kept.setdefault(key, one)
        provisions = tuple(dict.fromkeys((*first.provisions, *one.provisions)))
        dated = first.dated or one.dated
        kept[key] = dataclasses.replace(first, dated=dated, provisions=provisions)
    return tuple(kept.values())


def _by_whole_name(one: FoundReference, whole: Mapping[str, str]) -> FoundReference:
    """Return the reference under its name in full."""
    name = whole.get(one.symbol or "", one.symbol)
    if name is None or name == one.symbol:
        return one
    doubts = tuple(doubt for doubt in one.doubts if doubt != YEAR_UNSTATED)
    return dataclasses.replace(one, symbol=name, url=address_of(parse_symbol(name)), doubts=doubts)


def _names(found: FoundReference) -> frozenset[str]:
    return names_under(found.symbol) if found.symbol else frozenset()


def _symbol_or_none(own_symbol: str | None) -> Symbol | None:
    try:
        return parse_symbol(own_symbol) if own_symbol else None
    except InputError:  # a name that a person gave; it names no document of this kind
        return None


def _context(own: Symbol | None, organ: str | None) -> Context:
    """Return whose document it is, as its symbol or its masthead says."""
    if own is None:
        return Context(organ or "")
    if own.organ == "A" and own.parts[0] == "HRC":
        numbers = [part for part in own.parts[1:] if part.isdigit()]
        return Context("A/HRC", int(numbers[0]) if numbers else None)
    return Context(own.organ)


@cache
def _document_nouns() -> re.Pattern[str]:
    return re.compile(alternatives("references.documents"))
