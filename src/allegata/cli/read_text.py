"""A reading for a person at a terminal: who says what, with the words that say it."""

from allegata.model.claim import Claim, NormPayload, PositionPayload, RequestPayload
from allegata.model.count import Count
from allegata.model.incident import Incident
from allegata.model.reading import Reading, Refusal
from allegata.model.un import Reference
from allegata.model.vocabularies import ClaimKind, Qualifier

_QUOTE = 160


def reading_as_text(reading: Reading) -> str:
    """Return a plain report of one document."""
    doc = reading.document
    lines = [f"{doc.name}  ({doc.media_type}, {doc.language or 'language unknown'})"]
    if doc.un is not None:
        senders = "; ".join(sender.raw for sender in doc.un.senders) or "sender unknown"
        kind = (doc.un.kind or "document").replace("_", " ")
        lines.append(
            f"  {doc.un.symbol or 'symbol unknown'}: {kind} dated {doc.un.dated or '?'}, "
            f"issued {doc.un.issued or '?'}, from {senders}"
        )
    lines += [f"  refers to {_reference(ref)} ({ref.relation})" for ref in doc.references]
    lines += [f"  doubt: {doubt.message}" for doubt in doc.doubts]
    unread = any(doubt.code == "extract.language_not_read" for doubt in doc.doubts)
    if not reading.claims and not unread:
        lines.append("  no claims found")
    for claim in reading.claims:
        lines += ["", *_claim(claim)]
    for incident in reading.incidents:
        lines += ["", *_incident(incident)]
    return "\n".join([*lines, ""])


def refusal_as_text(refusal: Refusal) -> str:
    """Return why an input was not read, and what to do."""
    name = f"{refusal.name} (row {refusal.row_id})" if refusal.row_id else refusal.name
    return f"{name}: not read. {refusal.message} {refusal.hint} [{refusal.code}]\n"


def _reference(ref: Reference) -> str:
    """Return what is referred to, with the places in it that are pointed to."""
    named = ref.symbol or "the Charter"
    return f"{named}, {', '.join(ref.provisions)}" if ref.provisions else named


def _claim(claim: Claim) -> list[str]:
    voice = " → ".join(link.source for link in claim.attribution.chain)
    when = claim.when.edtf if claim.when else "date unknown"
    where = ", ".join(mention.raw for mention in claim.where)
    head = f"  {claim.kind.value} ({claim.scope.value})"
    if claim.kind in (ClaimKind.HARM, ClaimKind.CONDUCT, ClaimKind.POSITION):
        head += f"  {claim.event.value}  {when}  {where}".rstrip()
    lines = [head, f"    {claim.attribution.stance.value}: {voice}"]
    lines += [f"    {_count(count)}" for count in claim.counts]
    for actor in claim.actors:
        leader = f", led by {actor.led_by}" if actor.led_by else ""
        framing = f" (called {', '.join(actor.framing)})" if actor.framing else ""
        lines.append(f"    {actor.role.value.replace('_', ' ')}: {actor.name}{leader}{framing}")
    lines += [f"    by: {means.raw} ({means.delivery.value})" for means in claim.means]
    lines += [f"    hit: {target.raw}" for target in claim.targets]
    if isinstance(claim.payload, NormPayload):
        lines.append(f"    {claim.payload.label}: {claim.payload.instrument or 'no norm named'}")
    if isinstance(claim.payload, PositionPayload):
        lines.append(f"    {claim.payload.value.value.replace('_', ' ')}")
    if isinstance(claim.payload, RequestPayload):
        asked = ", ".join(claim.payload.addressees or ()) or "no addressee stated"
        lines.append(f"    asks {asked}: {claim.payload.action}")
    lines += [f"    doubt: {doubt.message}" for doubt in claim.doubts]
    for evidence in claim.evidence:
        quote = " ".join(evidence.quote.split())
        cut = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
        lines.append(f"    “{cut}”")
    return lines


def _incident(incident: Incident) -> list[str]:
    """Return an incident with its tallies: the range, its rule, and why counts are left out."""
    when = incident.when.edtf if incident.when else "date unknown"
    where = ", ".join(mention.raw for mention in incident.where)
    lines = [f"  incident {incident.id}  {incident.event.value}  {when}  {where}".rstrip()]
    for tally in incident.tallies:
        vague = f", vague words by {tally.vague_words}" if tally.vague_words != "none" else ""
        used = f"from {', '.join(tally.used)}" if tally.used else "no count used"
        lines.append(
            f"    {tally.outcome.value}: {_range(tally.low, tally.high)} "
            f"by {tally.rule}{vague}, {used}"
        )
        lines += [f"      not {out.count}: {out.reason}" for out in tally.left_out]
    return lines


def _range(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "no number"
    ends = ["?" if end is None else str(end) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _count(count: Count) -> str:
    group = count.group.raw if count.group.raw != count.raw else ""
    if count.qualifier in (Qualifier.VAGUE, Qualifier.PRESENCE):
        return f"{count.outcome.value}: “{count.raw}” {group} (no number)".replace("  ", " ")
    value = _range(count.low, count.high)
    if count.best is not None and count.low is None:
        value = f"about {count.best}"
    part = f", part of {count.part_of}" if count.part_of else ""
    return f"{count.outcome.value}: {value} {group} [{count.qualifier.value}, {count.id}{part}]"
