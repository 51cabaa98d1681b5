"""Dates as words: which year, month, day, weekday or distance a phrase names, and no more.

What only context can tell (a missing year, the day that "yesterday" was) is left to ``normalize``.

>>> from allegata.lang.pack import load_pack
>>> found = find_dates("On Friday, 3 May 2019, and the day after 4 May.", load_pack("en"))
>>> [(date.phrase.year, date.phrase.month, date.phrase.day, date.phrase.weekday) for date in found]
[(2019, 5, 3, 5), (None, 5, 4, None)]
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import cast

from allegata.lang.alternation import alternation, fold_text
from allegata.lang.pack import LanguagePack, Table, load_pack
from allegata.lang.pack import words as words_of
from allegata.model.dates import DatePhrase


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A phrase at ``start..end`` of the text that was searched.

    ``of_document`` marks the day of a letter, a release or a word of somebody's ("our release of
    15 March", "confirmed on Tuesday"), no event's.
    """

    start: int
    end: int
    phrase: DatePhrase
    of_document: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    shifts: Mapping[str, tuple[int, str]]
    units: Mapping[str, float]
    directions: Mapping[str, tuple[int, str]]
    parts: Mapping[str, str]
    numbers: Mapping[str, int]
    pattern: re.Pattern[str]
    document: re.Pattern[str]
    reported: re.Pattern[str]
    reports: re.Pattern[str]
    nights: frozenset[str]
    part_before: re.Pattern[str]
    short_months: frozenset[str]
    before_month: re.Pattern[str]
    since: re.Pattern[str]
    begins: Mapping[str, str]
    periods: re.Pattern[str]
    choices: frozenset[str]


def find_dates(text: str, pack: LanguagePack) -> tuple[FoundDate, ...]:
    """Return the dates that ``text`` names, in order, without overlap."""
    return _found(text, pack.language)


@lru_cache(maxsize=2)  # a short text is asked for its dateline, and again for its dates
def _found(text: str, language: str) -> tuple[FoundDate, ...]:
    words = _words(language)
    found = []
    folded = fold_text(text)
    for match in words.pattern.finditer(folded):
        phrase = _read(match, words, text)
        if phrase is not None:
            before = folded[max(0, match.start() - 40) : match.start()]
            of_document = words.document.search(before) is not None
            of_document = of_document or _is_reported(folded, match, before, words)
            part = words.part_before.search(before)
            if part is not None and phrase.time is None:
                phrase = replace(phrase, time=words.parts[_folded(part.group(1))])
            if words.since.search(before) is not None:
                phrase = replace(phrase, since=True)
            found.append(FoundDate(match.start(), match.end(), phrase, of_document))
    found += [
        FoundDate(*match.span(), DatePhrase(since=True, begins=words.begins[match.group()]))
        for match in words.periods.finditer(folded)
    ]
    return tuple(sorted(found, key=lambda date: date.start))


def _is_reported(folded: str, match: re.Match[str], before: str, words: _Words) -> bool:
    """Say whether the day is that of somebody's word: "confirmed on Tuesday", "today announced"."""
    if folded.startswith("'s", match.end()):
        return False
    if words.reported.search(before) is not None:
        return True
    return bool(match["shift"]) and words.reports.match(folded, match.end()) is not None


def _read(match: re.Match[str], words: _Words, text: str) -> DatePhrase | None:
    part = match.groupdict()
    if part["iso"]:
        year, month, day = (int(number) for number in part["iso"].split("-"))
        return _checked(DatePhrase(year, month, day))
    if part["shift"]:
        said = _folded(part["shift"])
        days, anchor = words.shifts[said]
        last = days + 1 if said in words.nights else None
        time = next((words.parts[word] for word in said.split() if word in words.parts), None)
        return DatePhrase(shift_days=days, shift_from=anchor, shift_to=last, time=time)
    if part["unit"]:
        return _distance(part, words)
    if part["lone_weekday"]:
        return DatePhrase(weekday=words.weekdays[_folded(part["lone_weekday"])])
    if part["month_c"] and _is_no_month(match, words, text):
        return None
    phrase = _calendar(part, words)
    return _undecided(phrase) if phrase is not None and _is_choice(match, words) else phrase


def _is_choice(match: re.Match[str], words: _Words) -> bool:
    """Say whether "or" joins the two days: "on 3 or 9 May"."""
    for first, last in (("day_a", "last_a"), ("day_b", "last_b")):
        if match[last] is not None:
            between = match.string[match.end(first) : match.start(last)].split()
            return " ".join(between[-1:]) in words.choices
    return False


def _undecided(phrase: DatePhrase) -> DatePhrase:
    """Return one day or the next as a range; of days further apart only the month is sure."""
    if phrase.day is None or phrase.last_day is None or phrase.last_month is not None:
        return phrase
    if phrase.last_day - phrase.day == 1:
        return phrase
    return replace(phrase, day=None, last_day=None, weekday=None, time=None)


def _is_no_month(match: re.Match[str], words: _Words, text: str) -> bool:
    """Say whether a month without a day is another word: "may", or "Jan", which may be a name."""
    start = match.start("month_c")
    if text[start].islower():
        return True
    if match["month_c"] not in words.short_months or match["year_c"]:
        return False
    return words.before_month.search(match.string[max(0, start - 12) : start]) is None


def _distance(part: Mapping[str, str | None], words: _Words) -> DatePhrase | None:
    amount = _folded(part["amount"])
    number = int(amount) if amount.isdigit() else words.numbers.get(amount)
    if number is None:
        return None
    days = number * words.units[_folded(part["unit"])]
    sign, anchor = words.directions[_folded(part["direction"])]
    return DatePhrase(shift_days=sign * round(days), shift_from=anchor)


def _calendar(part: Mapping[str, str | None], words: _Words) -> DatePhrase | None:
    name = part["month_a"] or part["month_b"] or part["month_c"]
    day = part["day_a"] or part["day_b"]
    last = part["last_a"] or part["last_b"]
    year = part["year_a"] or part["year_b"] or part["year_c"]
    phrase = DatePhrase(
        year=int(year) if year else None,
        month=words.months[_folded(name)] if name else None,
        day=int(day) if day else None,
        last_day=int(last) if last else None,
        weekday=words.weekdays[_folded(part["weekday"])] if part["weekday"] else None,
        time="night" if part["night"] else None,
    )
    if part["first_month"]:
        phrase = replace(
            phrase, month=words.months[_folded(part["first_month"])], last_month=phrase.month
        )
    return _checked(phrase)


def _checked(phrase: DatePhrase) -> DatePhrase | None:
    days = [day for day in (phrase.day, phrase.last_day) if day is not None]
    months = [month for month in (phrase.month, phrase.last_month) if month is not None]
    if all(1 <= day <= 31 for day in days) and all(1 <= month <= 12 for month in months):
        return phrase
    return None


def _folded(word: str | None) -> str:
    return " ".join((word or "").split()).rstrip(".")


@cache
def _words(language: str) -> _Words:
    pack = load_pack(language)
    table = pack.table("dates")
    months = _numbers(table, "months")
    weekdays = _numbers(table, "weekdays")
    shifts = {word: (days, "document") for word, days in _numbers(table, "from_document").items()}
    shifts |= {word: (days, "incident") for word, days in _numbers(table, "from_incident").items()}
    nights = _numbers(table, "nights_from_document")
    shifts |= {word: (days, "document") for word, days in nights.items()}
    directions = {word: (way, "incident") for word, way in _numbers(table, "directions").items()}
    directions |= {
        word: (way, "document") for word, way in _numbers(table, "directions_from_document").items()
    }
    frames = cast("Mapping[str, list[str]]", table["frames"])
    numbers = {
        word: value
        for entry in cast("list[Table]", pack.table("numbers")["entry"])
        if entry["class"] == "NUM" and "scale" not in entry
        for word, value in cast("Mapping[str, int]", entry["values"]).items()
    }
    units = cast("Mapping[str, float]", table["units"])
    parts = cast("Mapping[str, str]", table["parts_of_day"])
    begins = cast("Mapping[str, str]", table["begins"])
    reported = cast("Table", table["reported_dates"])
    says = alternation(words_of(reported, "verbs"))
    return _Words(
        months=months,
        weekdays=weekdays,
        shifts=shifts,
        units=units,
        directions=directions,
        parts=parts,
        numbers=numbers,
        pattern=_pattern(months, weekdays, shifts, units, directions, numbers, frames),
        part_before=re.compile(
            rf"\b({alternation(parts)})\s+{alternation(frames['part_of'])}\s+(?:the\s+)?$"
        ),
        reported=re.compile(rf"\b{says}\s+(?:{alternation(words_of(reported, 'between'))}\s+)?$"),
        short_months=frozenset(_short(months)),
        before_month=re.compile(rf"\b{alternation(frames['before_month'])}\s+$"),
        since=re.compile(rf"\b{alternation(frames['since'])}\s+$"),
        begins=begins,
        periods=re.compile(rf"\b{alternation(begins)}\b"),
        reports=re.compile(rf"\s+{says}\b"),
        nights=frozenset(nights),
        choices=frozenset(words_of(cast("Table", table["choices"]), "or")),
        document=re.compile(
            alternation(words_of(cast("Table", table["document_dates"]))) + r"\s+$"
        ),
    )


def _numbers(table: Table, key: str) -> Mapping[str, int]:
    return cast("Mapping[str, int]", table[key])


def _short(months: Mapping[str, int]) -> list[str]:
    """Return the names that are cut off from longer ones: "jan", "sept"."""
    return [name for name in months if any(o != name and o.startswith(name) for o in months)]


def _pattern(
    months: Mapping[str, int],
    weekdays: Mapping[str, int],
    shifts: Mapping[str, tuple[int, str]],
    units: Mapping[str, float],
    directions: Mapping[str, tuple[int, str]],
    numbers: Mapping[str, int],
    frames: Mapping[str, list[str]],
) -> re.Pattern[str]:
    """Return the one pattern of the language; each alternative is a shape of UN and press prose."""
    short = _short(months)
    full = [name for name in months if name not in short]
    month = rf"(?:{alternation(full)}\b|{alternation(short)}\b\.?)"
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    year = r"(?:1[89]|20)\d\d"
    nth = r"(?:st|nd|rd|th)?"
    range_to = rf"(?:\s*[-\u2013\u2014]\s*|\s+{alternation(frames['and'])}\s+)"
    weekday = rf"(?:(?P<weekday>{alternation(weekdays)}),?\s+)?"
    night = rf"(?P<night>{alternation(frames['night_of'])}\s+)?"
    head = rf"{night}{weekday}(?:the\s+)?"
    begins = alternation(
        word[:3] for word in (*months, *weekdays, *shifts, *numbers, *frames["night_of"], "the")
    )
    # Most words cannot begin a date: three letters tell, before anything longer is tried.
    return re.compile(
        rf"\b(?=\d|{begins})(?:(?P<iso>{year}-\d\d-\d\d)"
        rf"|{head}(?:(?P<day_a>{day}){nth}(?:\s+(?P<first_month>{month}))?"
        rf"(?:{range_to}(?P<last_a>{day}){nth})?\s+(?:of\s+)?(?P<month_a>{month})(?:,?\s+(?P<year_a>{year}))?"
        rf"|(?P<month_b>{month})\s+(?P<day_b>{day}){nth}(?:{range_to}(?P<last_b>{day}){nth})?"
        rf"(?:,?\s+(?P<year_b>{year}))?(?!\d))"
        rf"|(?P<month_c>{month})(?:,?\s+(?P<year_c>{year}))?"
        rf"|(?P<shift>{alternation(shifts)})"
        rf"|(?P<amount>\d{{1,3}}|{alternation(numbers)})\s+(?P<unit>{alternation(units)})\s+(?P<direction>{alternation(directions)})"
        rf"|(?P<lone_weekday>{alternation(weekdays)}))(?!\w)"
    )
