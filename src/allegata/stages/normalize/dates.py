"""Date words to dates: the missing year, "the day before", and days that disagree.

In: claims in document order, the date words of each, and the day that the document speaks on.
Out: the claims with ``when``. What the words leave open stays open: an undated act in a dated text
is ``../2017-08-06``, done by then (DESIGN §4.8).

>>> resolve_phrase(DatePhrase(month=8, day=4), anchor=dt.date(2017, 8, 6), previous=None)
('2017-08-04', <DatePrecision.DAY: 'day'>, 'year_inherited')
"""

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegata.model.claim import Claim
from allegata.model.dates import DatePhrase, When
from allegata.model.doubt import Doubt
from allegata.model.edtf import first_day
from allegata.model.extraction import DatedWords, Extraction
from allegata.model.happening import EventMention
from allegata.model.vocabularies import ClaimKind, DatePrecision, Scope

Resolved = tuple[str, DatePrecision, str]
_REACH = (  # how many days a period has at most, and its precision
    (1, DatePrecision.DAY),
    (6, DatePrecision.DAYS_2_6),
    (7, DatePrecision.WEEK),
    (31, DatePrecision.MONTH),
    (366, DatePrecision.YEAR),
)
_DATED = (ClaimKind.HARM, ClaimKind.CONDUCT, ClaimKind.POSITION)


@dataclass
class _Memory:
    """What was resolved so far: the last incident's day, and each incident's date."""

    last_day: dt.date | None
    year: int | None
    incidents: dict[str, When]


def resolve_dates(extraction: Extraction, dated: str | None) -> tuple[Claim, ...]:
    """Return the claims with their dates; ``dated`` is the ISO day that the document speaks on."""
    anchor = dt.date.fromisoformat(dated) if dated else None
    memory = _Memory(None, _first_year(extraction), {})
    claims = []
    for claim in extraction.claims:
        if claim.kind in _DATED:
            claim = _dated(claim, extraction.dates.get(claim.id, ()), anchor, memory)  # noqa: PLW2901
        claims.append(claim)
    return tuple(_inherit(claim, memory, anchor) for claim in claims)


def resolve_event_dates(extraction: Extraction, dated: str | None) -> tuple[EventMention, ...]:
    """Return the mentions of events, each with the nearest date that its sentence tells."""
    anchor = dt.date.fromisoformat(dated) if dated else None
    year = _first_year(extraction)
    previous: dt.date | None = None
    mentions = []
    for mention, told in zip(extraction.events, extraction.event_dates, strict=True):
        when = None
        for one in told:
            if one.phrase.begins is not None:
                continue
            year = one.phrase.year or year
            found = resolve_phrase(one.phrase, anchor=anchor, previous=previous, year=year)
            if found is not None:
                when = When(found[0], found[1], one.phrase.time, one.raw, found[2], one.span)
                break
        if when is not None and when.precision is DatePrecision.DAY:
            previous = dt.date.fromisoformat(when.edtf)
        mentions.append(replace(mention, when=when))
    return tuple(mentions)


def resolve_phrase(
    phrase: DatePhrase,
    *,
    anchor: dt.date | None,
    previous: dt.date | None,
    year: int | None = None,
) -> Resolved | None:
    """Return EDTF, precision and basis of a phrase, or None where context does not tell it.

    ``year`` is the last one told before; it serves where the document has no day of its own.
    """
    if phrase.begins is not None:
        return _beginning(phrase.begins, anchor)
    if phrase.shift_days is not None:
        base = anchor if phrase.shift_from == "document" else previous
        return None if base is None else _shifted(base, phrase.shift_days, phrase.shift_to)
    if phrase.month is None:
        return _weekday(phrase.weekday, anchor)
    if phrase.year is not None:
        return _calendar(phrase, phrase.year, "stated")
    inherited = _year_before(phrase, anchor) if anchor is not None else year
    return None if inherited is None else _calendar(phrase, inherited, "year_inherited")


def _shifted(base: dt.date, days: int, to: int | None) -> Resolved:
    day = base + dt.timedelta(days=days)
    if to is None:
        return day.isoformat(), DatePrecision.DAY, "relative"
    last = base + dt.timedelta(days=to)
    return f"{day.isoformat()}/{last.isoformat()}", DatePrecision.DAYS_2_6, "relative"


def _beginning(unit: str, anchor: dt.date | None) -> Resolved | None:
    """Return the first day of the year or month in which the document speaks."""
    if anchor is None:
        return None
    first = anchor.replace(day=1) if unit == "month" else anchor.replace(month=1, day=1)
    return first.isoformat(), DatePrecision.DAY, "relative"


def _first_year(extraction: Extraction) -> int | None:
    """Return the first year that the date of a claim or an event tells, for those told before.

    Where neither tells one, the year that all dates of the text name.
    """
    told = [extraction.dates.get(claim.id, ()) for claim in extraction.claims]
    told += extraction.event_dates
    years = (one.phrase.year for dates in told for one in dates)
    return next((year for year in years if year is not None), extraction.year)


def _dated(
    claim: Claim, words: Sequence[DatedWords], anchor: dt.date | None, memory: _Memory
) -> Claim:
    runs = claim.scope is Scope.CUMULATIVE
    resolved: list[tuple[DatedWords, Resolved]] = []
    for one in words:
        memory.year = one.phrase.year or memory.year
        found = resolve_phrase(
            one.phrase, anchor=anchor, previous=memory.last_day, year=memory.year
        )
        if found is not None and (runs or one.phrase.begins is None):
            resolved.append((one, found))
    if not resolved:
        return claim
    begins = [item for item in resolved if runs and item[0].phrase.since]
    chosen, (edtf, precision, basis) = min(begins or resolved, key=lambda one: _vagueness(one[1]))
    if begins:
        edtf, precision = _until_told(edtf, anchor)
    when = When(edtf, precision, chosen.phrase.time, chosen.raw, basis, chosen.span)
    doubts = [*_weekday_doubts(chosen, edtf), *_disagreements(resolved, edtf)]
    if claim.scope is Scope.INCIDENT:
        if precision is DatePrecision.DAY:
            memory.last_day = dt.date.fromisoformat(edtf)
        if claim.incident is not None:
            memory.incidents.setdefault(claim.incident, when)
    return replace(claim, when=when, doubts=(*claim.doubts, *doubts))


def _until_told(edtf: str, anchor: dt.date | None) -> tuple[str, DatePrecision]:
    """Return the period of a running total: from "since January" to the day that it is told on."""
    first = edtf.partition("/")[0]
    if anchor is None or first > anchor.isoformat():
        return f"{first}/..", DatePrecision.UNKNOWN
    days = anchor.toordinal() - first_day(first).toordinal() + 1
    finest = next((each for most, each in _REACH if days <= most), DatePrecision.UNKNOWN)
    return f"{first}/{anchor.isoformat()}", finest


def _inherit(claim: Claim, memory: _Memory, anchor: dt.date | None) -> Claim:
    """Give an undated claim its incident's date, or leave it open at the start."""
    if claim.kind not in _DATED or claim.when is not None:
        return claim
    told = memory.incidents.get(claim.incident or "")
    if told is not None:
        return replace(claim, when=replace(told, basis="inherited"))
    if anchor is None:
        return claim
    edtf = f"../{anchor.isoformat()}"
    return replace(claim, when=When(edtf, DatePrecision.BEFORE, None, None, "open", None))


def _vagueness(resolved: Resolved) -> tuple[int, int]:
    """Order dates: days before ranges before months; what is stated before what is relative."""
    order = list(DatePrecision)
    bases = ["stated", "year_inherited", "relative", "weekday"]
    return order.index(resolved[1]), bases.index(resolved[2])


def _disagreements(resolved: list[tuple[DatedWords, Resolved]], chosen: str) -> list[Doubt]:
    """Return a doubt where "24 hours before" and the date beside it are different days."""
    return [
        Doubt("date.relative_disagrees", f"“{words.raw}” would be {edtf}, not {chosen}", words.span)
        for words, (edtf, _, basis) in resolved
        if basis == "relative" and edtf != chosen and "/" not in chosen
    ]


def _weekday_doubts(words: DatedWords, edtf: str) -> list[Doubt]:
    """Return a doubt where the weekday is not the date's; the date stays as printed."""
    if words.phrase.weekday is None or words.phrase.day is None or len(edtf) != 10:
        return []
    day = dt.date.fromisoformat(edtf)
    if day.isoweekday() == words.phrase.weekday:
        return []
    message = f"{edtf} was a {calendar.day_name[day.weekday()]}"
    return [Doubt("date.weekday_disagrees", message, words.span)]


def _weekday(weekday: int | None, anchor: dt.date | None) -> Resolved | None:
    """Return the last such day up to the day that the document speaks on."""
    if weekday is None or anchor is None:
        return None
    day = anchor - dt.timedelta(days=(anchor.isoweekday() - weekday) % 7)
    return day.isoformat(), DatePrecision.DAY, "weekday"


def _year_before(phrase: DatePhrase, anchor: dt.date) -> int:
    """Return the year that makes the phrase fall on or before the document's day."""
    last_day = phrase.day or 1
    later = (phrase.month or 1, last_day) > (anchor.month, anchor.day)
    return anchor.year - 1 if later else anchor.year


def _calendar(phrase: DatePhrase, year: int, basis: str) -> Resolved | None:
    month = phrase.month or 1
    if phrase.day is None:
        return f"{year:04d}-{month:02d}", DatePrecision.MONTH, basis
    first = _day(year, month, phrase.day)
    if first is None:
        return None
    if phrase.last_day is None:
        return first.isoformat(), DatePrecision.DAY, basis
    last = _day(year, phrase.last_month or month, phrase.last_day)
    if last is None or last <= first:
        return first.isoformat(), DatePrecision.DAY, basis
    days = (last - first).days + 1
    precision = DatePrecision.DAYS_2_6 if days <= 6 else DatePrecision.WEEK
    if days > 7:
        precision = DatePrecision.MONTH
    return f"{first.isoformat()}/{last.isoformat()}", precision, basis


def _day(year: int, month: int, day: int) -> dt.date | None:
    if day > calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)
