"""Running totals in plain text, each beside the sum of the incidents that lie within it.

>>> rest_words(Range(133, 149)), rest_words(Range(None, 5)), rest_words(Range(-4, -4))
('133–149 are in no incident', 'at most 5 are in no incident', 'the incidents come to 4 more')
>>> rest_words(Range(-3, 5))
'at most 5 are in no incident, or the incidents come to up to 3 more'
"""

from collections.abc import Iterable, Iterator

from allegata.app.rules import rule_view
from allegata.app.voices import origin_name
from allegata.cli.incidents_text import NOBODY, Titles, words
from allegata.cli.parties_text import in_words
from allegata.cli.search_text import harmless, isolated
from allegata.model.ranges import Range
from allegata.model.sums import RunningTotal, SumBeside, Summand


def sum_lines(found: SumBeside, titles: Titles, *, names: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield a total, whose it is and its words, then the sum beside it and what is in doubt."""
    total = found.total
    outcome = total.outcome.value.replace("_", " ")
    yield (
        f"{outcome}: {in_words(total.stated)}{_area(total)}, {_period(total)}  "
        f"{harmless(origin_name(total.origin) or NOBODY)}, "
        f"told {total.published or 'on no known day'}, "
        f"{isolated(harmless(titles.get(total.claim.document, total.claim.document)))}"
    )
    yield f"  {words(total.quote, names, beside=total.original)}"
    rule = rule_view(found.rule)["name"]
    count = len(found.within)
    yield (
        f"  incidents within it: {count}, {in_words(found.surely)} {outcome} by {rule} "
        f"({found.rule}){_codes(found.within)}"
    )
    if found.doubt:
        yield f"  may lie within it: {len(found.doubt)}, {in_words(found.widest)} with these"
        yield from (harmless(f"    {line}") for line in _doubts(found.doubt))
    if found.silent:
        yield f"  within it or in doubt, without a number: {', '.join(found.silent)}"
    if found.rest_widest.is_told:
        yield f"  of the total, {rest_words(found.rest_widest)}"
    yield from (harmless(f"  note: {note}") for note in found.notes)
    yield ""


def rest_words(rest: Range) -> str:
    """Return what a total has more than the incidents, or they more than it."""
    low, high = rest.low, rest.high
    if low is not None and low >= 0:
        return f"{in_words(rest)} are in no incident"
    if high is not None and high < 0:
        return f"the incidents come to {in_words(Range(-high, None if low is None else -low))} more"
    if low is None and high is None:
        return "nobody can tell how many are in no incident"
    most = "any number are" if high is None else f"at most {high} are"
    return f"{most} in no incident" + (
        "" if low is None else f", or the incidents come to up to {-low} more"
    )


def _doubts(doubt: Iterable[Summand]) -> Iterator[str]:
    """Yield those in doubt for one reason as one line."""
    grouped: dict[tuple[str, ...], list[str]] = {}
    for each in doubt:
        grouped.setdefault(each.reasons, []).append(f"{each.code} {in_words(each.figure)}")
    for reasons, codes in grouped.items():
        yield f"{'; '.join(reasons)}: {', '.join(codes)}"


def _codes(within: Iterable[Summand]) -> str:
    codes = ", ".join(each.code for each in within)
    return f": {codes}" if codes else ""


def _area(total: RunningTotal) -> str:
    places = dict.fromkeys(
        mention.place.name if mention.place is not None else mention.raw for mention in total.where
    )
    return f" in {isolated(harmless(', '.join(places)))}" if places else ""


def _period(total: RunningTotal) -> str:
    return f"{total.first_day or 'a day that nobody tells'} to {total.last_day or 'no known day'}"
