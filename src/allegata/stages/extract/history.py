"""What is told as history: a year long past, "ten years ago", in a text about something else.

In: the facts of sentences and the year that the document speaks in. Out: the same, harm of the past
marked. It is background, and of no incident of the document's own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from allegata.lang.grammar.phrases import any_of
from allegata.lang.pack import LanguagePack, load_pack, words
from allegata.stages.extract.facts import SentenceFacts

LONG_AGO = 2  # years before the document's from which on a bare year is history


def with_history(
    sentences: Sequence[SentenceFacts], year: int | None, pack: LanguagePack
) -> list[SentenceFacts]:
    """Return the sentences; ``year`` is the document's, None where only its dates tell it."""
    told = [date.phrase.year for facts in sentences for date in facts.dates if date.phrase.year]
    now = year or max(told, default=None)
    return [
        replace(facts, past=True) if facts.harms and _is_past(facts, now, pack) else facts
        for facts in sentences
    ]


def _is_past(facts: SentenceFacts, now: int | None, pack: LanguagePack) -> bool:
    if facts.dates:
        return False
    bare, ago = _patterns(pack.language)
    if ago.search(facts.text):
        return True
    years = [int(match["year"]) for match in bare.finditer(facts.text)]
    return bool(years) and now is not None and max(years) <= now - LONG_AGO


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_pack(language).table("hedges").get("history")
    before = words(table, "before") if isinstance(table, dict) else ()
    ago = words(table, "ago") if isinstance(table, dict) else ()
    year = r"\s+(?P<year>(?:19|20)\d\d)(?![\d/-])"
    return (
        re.compile(any_of(before) + year, re.IGNORECASE),
        re.compile(any_of(ago), re.IGNORECASE),
    )
