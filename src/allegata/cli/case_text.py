"""A case file in plain text, for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from allegata.app.views import CaseDocument, CaseInfo, DocumentRow, ReviewedClaim, VerifyReport
from allegata.model.claim import Claim
from allegata.model.errors import InputError

_PREFIX = "sha256:"
_SHORTEST_PREFIX = 6
_QUOTE = 160


def short(document_id: str) -> str:
    """Return an id as lists show it.

    >>> short("sha256:" + "ab" * 32 + ".0123456789abcdef")
    'abababababab.0123'
    """
    digest, dot, suffix = document_id.removeprefix(_PREFIX).partition(".")
    return digest[:12] + dot + suffix[:4] if document_id.startswith(_PREFIX) else document_id


def find_document(rows: Iterable[DocumentRow], wanted: str) -> DocumentRow:
    """Return the document that a person means by an id, the beginning of one, or a name.

    Raises:
        InputError: none or several are meant.
    """
    known = list(rows)
    for row in known:
        if row.id == wanted:
            return row
    found = [row for row in known if _means(row, wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(
            "case.no_document",
            f"The case file has no document {wanted}.",
            "Give a name or the beginning of an id from `allegata list`.",
        )
    choices = ", ".join(f"{short(row.id)} ({row.label})" for row in found[:5])
    raise InputError("case.several_documents", f"{wanted} may be {choices}.", "Give a full id.")


def info_lines(info: CaseInfo) -> Iterator[str]:
    """Yield the case file as a whole."""
    yield f"case       {info.path} ({info.case_id}, made {info.created_at})"
    yield f"documents  {info.documents}"
    yield f"claims     {info.claims} proposed, {info.decided} decided"
    yield f"tables     {info.schema}, SQLite {info.sqlite}, journal {info.journal}"
    yield f"ledger     {info.entries} entries, head {info.head}"
    yield "           Note the head outside this computer: only against it can `allegata verify"
    yield "           --head` see that the end of the ledger was cut off."


def list_lines(rows: Sequence[DocumentRow]) -> Iterator[str]:
    """Yield a table of documents, refused ones with their reason."""
    table = [("id", "status", "claims", "reviewed", "published", "lang", "name")]
    table += [
        (
            short(row.id),
            row.status,
            str(row.claims),
            str(row.reviewed),
            row.published or "-",
            row.language or "-",
            row.label + (f"  [{row.refusal.code}]" if row.refusal else ""),
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]) - 1)]
    for line in table:
        cells = [cell.ljust(width) for cell, width in zip(line[:-1], widths, strict=True)]
        yield "  ".join([*cells, line[-1]])


def document_lines(shown: CaseDocument) -> Iterator[str]:
    """Yield one document: what is known of it, and its claims."""
    row = shown.row
    yield row.label
    yield f"  id           {row.id}"
    yield f"  status       {row.status}, added {row.added_at} by {row.added_by}"
    if row.refusal is not None:
        yield f"  refused      {row.refusal.message} {row.refusal.hint} [{row.refusal.code}]"
    yield f"  care         {row.sensitivity.value}, may be published: {_yes(row.may_publish)}"
    yield f"  published    {row.published or 'unknown'}"
    yield f"  language     {row.language or 'unknown'}"
    yield f"  symbol       {_symbol(shown)}"
    if row.unseen_numbers:
        yield f"  numbers      {row.unseen_numbers} read by OCR in Arabic script, seen by nobody"
    if shown.document is not None:
        yield from _provenance_lines(shown)
        for layer in row.layers:
            yield f"  layer {layer.id}     {layer.kind}, {layer.language or 'language unknown'}"
        for doubt in shown.document.doubts:
            yield f"  doubt        {doubt.message}"
    for item in shown.claims:
        yield ""
        yield from claim_lines(item)


def claim_lines(item: ReviewedClaim) -> Iterator[str]:
    """Yield one claim; how sure the machine is, only where a person has decided."""
    claim = item.current
    match = "" if item.decision is None else f" ({item.match.value.replace('_', ' ')})"
    yield f"  {item.state:<9}{match} {claim.kind.value} {claim.event.value} [{item.id}]"
    yield f"    {_says(claim)}: {_shortened(claim.evidence[0].quote)}"
    for count in claim.counts:
        span = [count.low, count.best, count.high]
        numbers = "/".join("-" if number is None else str(number) for number in span)
        yield f"    {count.outcome.value} {numbers} {count.group.raw} ({count.raw})"
    for doubt in claim.doubts:
        yield f"    doubt: {doubt.message}"


def verify_lines(report: VerifyReport) -> Iterator[str]:
    """Yield whether the case file holds together, the first problem first."""
    checked = ", ".join(f"{count} {what}" for what, count in report.checked.items())
    yield f"checked    {checked}"
    for note in report.notes:
        yield f"note       {note}"
    for number, problem in enumerate(report.problems):
        word = "first" if number == 0 else "also"
        yield f"{word:<10} {problem.message} ({problem.where}) [{problem.code}]"
    yield f"head       {report.head}"
    yield "It holds together." if report.ok else "It does not hold together."


def _means(row: DocumentRow, wanted: str) -> bool:
    prefix = wanted.removeprefix(_PREFIX)
    short_enough = len(prefix) >= _SHORTEST_PREFIX
    starts = row.id.startswith((_PREFIX + prefix, prefix)) or short(row.id) == prefix
    return (short_enough and starts) or wanted in {row.name, row.label, row.symbol}


def _symbol(shown: CaseDocument) -> str:
    un = shown.document.un if shown.document is not None else None
    if un is None or un.symbol is None:
        return "unknown"
    return f"{un.symbol} ({un.symbol_basis})"


def _provenance_lines(shown: CaseDocument) -> Iterator[str]:
    provenance = shown.document.provenance if shown.document is not None else None
    for name in provenance.__dataclass_fields__ if provenance is not None else ():
        value = getattr(provenance, name)
        if value is not None:
            yield f"  {name:<12} {value}"


def _says(claim: Claim) -> str:
    voices = " > ".join(voice.source for voice in claim.attribution.chain) or "unattributed"
    return f"{voices} {claim.attribution.stance.value}"


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return f"“{words}”" if len(words) <= _QUOTE else f"“{words[:_QUOTE]}…”"


def _yes(value: bool) -> str:  # what it says is the argument
    return "yes" if value else "no"
