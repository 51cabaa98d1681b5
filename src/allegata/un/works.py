"""Files to works: which of them are texts of one and the same United Nations document?

In: outlines of documents, in any order. Out: works, each with its expressions: language versions,
revisions, corrigenda, reissues and copies. Works with a symbol come first, in the order of
symbols. Documents are grouped by symbol, never by job number or file name; each expression says why
it stands where it stands, and what is odd carries a doubt.

>>> from allegata.model.un import UnRecord
>>> files = [DocumentOutline(f"sha256:{code}", f"{code}.pdf", code,
...     un=UnRecord(symbol="S/2031/7", original_language="ar")) for code in ("fr", "ar")]
>>> (work,) = group_works(files)
>>> work.symbol, [(text.language, text.form.value) for text in work.expressions]
('S/2031/7', [('ar', 'original'), ('fr', 'version')])
>>> work.expressions[0].reason
'same symbol S/2031/7'
"""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.un import UnRecord
from allegata.model.works import DocumentOutline, Expression, Form, Work
from allegata.un.copies import join_copies, known_senders
from allegata.un.gathering import Group, Member, gather_by_symbol
from allegata.un.identity import Identity, edition_order
from allegata.un.symbols import parse_symbol, sort_key

_BASES = ("masthead", "metadata", "title", "external")  # the surest first
_LATER = "\uffff"  # sorts behind every text
_Key = tuple[Any, ...]  # of texts, numbers and tuples of them, the same in each place
T = TypeVar("T")


def group_works(outlines: Iterable[DocumentOutline]) -> tuple[Work, ...]:
    """Return the works that the documents are texts of, in one order whatever order they come in.

    Every document is an expression of one work; the same document twice is one expression.
    """
    groups, loose = gather_by_symbol(outlines)
    works = sorted(map(_work, join_copies(groups, loose)), key=_order)
    return tuple(
        dataclasses.replace(work, id=f"w{number}") for number, work in enumerate(works, start=1)
    )


def _work(group: Group) -> Work:
    members = sorted(group.members, key=_preference)
    original = _original_language(members)
    expressions = _expressions(members, original)
    places = {text.document: at for at, text in enumerate(expressions)}
    members.sort(key=lambda member: places[member.outline.id])
    records = [one.outline.un for one in members if one.outline.un is not None]
    symbol = _symbol([member.identity for member in members if member.identity is not None])
    return Work(
        id="",
        symbol=symbol,
        name=expressions[0].name,
        kind=_first(records, lambda record: record.kind),
        dated=_first(records, lambda record: record.dated),
        issued=_first(records, lambda record: record.issued),
        senders=_first(filter(known_senders, records), _senders) or _first(records, _senders) or (),
        addressees=_first(records, lambda record: record.addressees or None) or (),
        languages=tuple(sorted({text.language for text in expressions if text.language})),
        expressions=expressions,
        doubts=(*group.doubts, *_disagreements(members)),
    )


def _expressions(members: Sequence[Member], original: str | None) -> tuple[Expression, ...]:
    """Return the texts of a work: plain editions first, by language, and copies last.

    ``members`` come the most telling first: of two in one language, that one is no copy.
    """
    has_symbol = any(member.identity is not None for member in members)
    seen: defaultdict[_Key, list[Member]] = defaultdict(list)
    texts: list[tuple[_Key, Expression]] = []
    for member in members:
        outline, identity = member.outline, member.identity
        form = _form(member, original, has_symbol=has_symbol)
        doubts = member.doubts
        edition = identity.halves[0].edition if identity else ()
        before = seen[(edition, bool(identity and identity.reissued), outline.language)]
        if form is not Form.COPY and outline.language is not None:
            if before:
                form = Form.COPY
                doubts = (*doubts, *_twice(member, before))
            before.append(member)
        text = Expression(
            document=outline.id,
            name=outline.name,
            language=outline.language,
            form=form,
            symbol=identity.symbol if identity else None,
            reason=member.reason,
            doubts=doubts,
        )
        place = (
            edition_order(edition),
            form is Form.COPY,
            form is not Form.ORIGINAL,
            outline.language or _LATER,
            outline.name,
            outline.id,
        )
        texts.append((place, text))
    return tuple(text for _, text in sorted(texts, key=lambda pair: pair[0]))


def _form(member: Member, original: str | None, *, has_symbol: bool) -> Form:
    if member.identity is None and has_symbol:
        return Form.COPY
    by_symbol = member.identity.form if member.identity else None
    if by_symbol is not None:
        return by_symbol
    if member.outline.un is None:
        return Form.ORIGINAL  # a post or a page: there is no other text that it is a version of
    is_original = original is not None and member.outline.language == original
    return Form.ORIGINAL if is_original else Form.VERSION


def _twice(member: Member, before: Sequence[Member]) -> tuple[Doubt, ...]:
    """Return a doubt where a second text in one language is not plainly the same print."""
    for known in before:
        if _same_print(member.outline, known.outline):
            return ()
    names = ", ".join(sorted(one.outline.name for one in before))
    language = member.outline.language
    message = f"another text in the same language ({language}) is here: {names}; compare them"
    return (Doubt("work.language_twice", message),)


def _same_print(one: DocumentOutline, other: DocumentOutline) -> bool:
    """Say whether two files hold one print: the same words, or one job number in one language."""
    if one.text_sha256 is not None and one.text_sha256 == other.text_sha256:
        return True
    jobs = [outline.un.job_number if outline.un else None for outline in (one, other)]
    return jobs[0] is not None and jobs[0] == jobs[1]


def _preference(member: Member) -> _Key:
    """Return a key by which the most telling document of a work comes first."""
    record, identity = member.outline.un, member.identity
    basis = record.symbol_basis if record else None
    return (
        identity is None,
        edition_order(identity.halves[0].edition) if identity else (),
        bool(identity and identity.reissued),
        _BASES.index(basis) if basis in _BASES else len(_BASES),
        record is None or record.job_number is None,
        member.outline.name,
        member.outline.id,
    )


def _original_language(members: Iterable[Member]) -> str | None:
    """Return the original's language, where those that name one name the same."""
    records = (member.outline.un for member in members)
    named = {record.original_language for record in records if record is not None} - {None}
    return named.pop() if len(named) == 1 else None


def _symbol(identities: Sequence[Identity]) -> str | None:
    """Return the fullest form of the work's symbol: both halves, the year of a resolution."""
    if not identities:
        return None
    widest = min(identities, key=lambda one: (-len(one.halves), one.symbol))
    bases = Counter((half.work, half.base) for one in identities for half in one.halves)
    return "-".join(
        max((len(base), count, base) for (work, base), count in bases.items() if work == half.work)[
            2
        ]
        for half in widest.halves
    )


def _senders(record: UnRecord) -> tuple[str, ...] | None:
    """Return the states that send it, or the offices of those whose state is not known."""
    named = (sender.state or sender.office for sender in record.senders)
    return tuple(dict.fromkeys(named)) or None


def _stated_senders(record: UnRecord) -> str | None:
    """Return the senders in one line, None where the state of one was not understood."""
    named = {state or office for office, state in known_senders(record)}
    return ", ".join(sorted(named)) or None


def _disagreements(members: Sequence[Member]) -> tuple[Doubt, ...]:
    """Return a doubt for each fact of the masthead or title on which plain editions disagree."""
    plain = [one for one in members if one.identity is None or not one.identity.halves[0].edition]
    plain = [one for one in plain if not (one.identity and one.identity.reissued)]
    facts: tuple[tuple[str, Callable[[UnRecord], str | None]], ...] = (
        ("the date of the document", lambda record: record.dated),
        ("the date of issue", lambda record: record.issued),
        ("the sender", _stated_senders),
    )
    found = []
    for what, said in facts:
        names: dict[str, str] = {}
        for member in plain:
            value = said(member.outline.un) if member.outline.un is not None else None
            if value is not None:
                names.setdefault(value, member.outline.name)
        if len(names) > 1:
            values = ", ".join(f"{value} ({names[value]})" for value in sorted(names))
            found.append(Doubt("work.records_disagree", f"{what} differs: {values}"))
    return tuple(found)


def _first(records: Iterable[UnRecord], said: Callable[[UnRecord], T | None]) -> T | None:
    return next((value for record in records if (value := said(record)) is not None), None)


def _order(work: Work) -> _Key:
    """Return a key that puts works in the order of their symbols, then by day and name."""
    last = (work.dated or work.issued or _LATER, work.name, work.expressions[0].document)
    if work.symbol is None:
        return (2, *last)
    try:
        return (0, sort_key(parse_symbol(work.symbol)), work.symbol, *last)
    except InputError:
        return (1, work.symbol, *last)
