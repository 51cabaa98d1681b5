"""Requests: what is asked of whom; nobody, where the text names nobody.

>>> from allegata.lang.pack import load_pack
>>> text = "The Security Council must fulfil its duty and protect all States that act."
>>> for ask in find_requests(text, load_pack("en")):
...     print(ask.addressee, "|", ask.action)
security_council | fulfil its duty
security_council | protect all States that act
>>> [(ask.subject, ask.addressee) for ask in find_requests("It must be lifted.", load_pack("en"))]
[('It', None)]
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from allegata.lang.grammar.phrases import any_of, find_phrases, fold
from allegata.lang.pack import LanguagePack, Table, load_pack, words


@dataclass(frozen=True, slots=True)
class FoundRequest:
    """A request at ``start..end``; ``action`` in the text's words, ``addressee`` a code or None.

    ``subject`` are the words for what undergoes the action in a passive ("the siege must be
    lifted"), else ""; ``procedural`` says that only circulation is asked.
    """

    start: int
    end: int
    action: str
    addressee: str | None
    subject: str
    procedural: bool


@dataclass(frozen=True, slots=True)
class _Words:
    addressees: Mapping[str, str]
    addressee: re.Pattern[str]
    procedural: re.Pattern[str]
    excluded: re.Pattern[str]
    insist: re.Pattern[str]
    second: re.Pattern[str]


_RELATIVE = re.compile(r",\s+(?:which|who|that)\b[^,]*,", re.IGNORECASE)
_END = re.compile(
    r"[.;!?]\s*$|,\s+(?:particularly|in particular|and therefore|so as to|so that)\b.*$"
)
_ACTIVE_AFTER = re.compile(r"\s+(?!have\b|not\b|also\b|be\b)([a-z]+)", re.IGNORECASE)
_PASSIVE_AFTER = re.compile(r"\s+be\s+\w+")


def find_requests(sentence: str, pack: LanguagePack) -> tuple[FoundRequest, ...]:
    """Return the requests of one sentence, each part of a coordination as one."""
    table = _words(pack.language)
    if table.excluded.search(sentence):
        return ()
    found: list[FoundRequest] = []
    for ask in find_phrases(sentence, pack, "requests", "ask"):
        found += _READERS[str(ask.row["frame"])](sentence, ask.start, ask.end, table)
        if found:
            break
    return tuple(found)


def _duty(sentence: str, start: int, end: int, table: _Words) -> list[FoundRequest]:
    """Read "X must do" and "X must be done"."""
    subject = _subject(sentence[:start], table)
    if _PASSIVE_AFTER.match(sentence, end):
        last = _clause_end(sentence, end)
        return [
            FoundRequest(start, last, sentence[end:last].strip(), None, subject, procedural=False)
        ]
    addressee = _addressee(subject, table)
    if addressee is None or not _ACTIVE_AFTER.match(sentence, end):
        return []
    return _coordinated(sentence, end, addressee, table)


def _call(sentence: str, _start: int, end: int, table: _Words) -> list[FoundRequest]:
    """Read "X calls on Y to do"."""
    match = table.addressee.match(sentence, _skip_article(sentence, end))
    to = re.compile(r"\s+to\s+").search(sentence, end)
    if to is None:
        return []
    addressee = table.addressees[fold(match.group())] if match else None
    return _coordinated(sentence, to.end(), addressee, table)


def _polite(sentence: str, start: int, end: int, table: _Words) -> list[FoundRequest]:
    """Read "I should be grateful if you would have the present letter issued as a document"."""
    if not table.procedural.search(sentence):
        return []
    last = _clause_end(sentence, end)
    action = re.sub(r"^\s*(?:you\s+would\s+)?", "", sentence[end:last])
    return [FoundRequest(start, last, action.strip(), None, "", procedural=True)]


_READERS = {"duty": _duty, "call": _call, "polite": _polite}


def _coordinated(
    sentence: str, start: int, addressee: str | None, table: _Words
) -> list[FoundRequest]:
    last = _clause_end(sentence, start)
    cuts = list(table.second.finditer(sentence, start, last))
    starts = [start, *(match.start(1) for match in cuts)]
    ends = [*(match.start() for match in cuts), last]
    procedural = table.procedural.search(sentence) is not None
    return [
        FoundRequest(
            first + len(sentence[first:end]) - len(sentence[first:end].lstrip()),
            end,
            sentence[first:end].strip().removeprefix("to "),
            addressee,
            "",
            procedural=procedural,
        )
        for first, end in zip(starts, ends, strict=True)
    ]


def _subject(before: str, table: _Words) -> str:
    """Return the subject's words, without what insists on it and without a relative clause."""
    insist = table.insist.search(before)
    subject = before[insist.end() :] if insist else before
    return re.sub(r"\s+", " ", _RELATIVE.sub("", subject)).strip(" ,")


def _addressee(words_said: str, table: _Words) -> str | None:
    found = [
        table.addressees[fold(match.group())] for match in table.addressee.finditer(words_said)
    ]
    return found[-1] if found else None


def _clause_end(sentence: str, start: int) -> int:
    match = _END.search(sentence, start)
    return match.start() if match else len(sentence)


def _skip_article(sentence: str, at: int) -> int:
    match = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE).match(sentence, at)
    return match.end() if match else at


@cache
def _words(language: str) -> _Words:
    table = load_pack(language).table("requests")
    addressees = {
        form: code
        for code, forms in cast("Mapping[str, list[str]]", table["addressee"]).items()
        for form in forms
    }
    verbs = any_of(words(cast("Table", table["verbs"])))
    insist = [form for row in cast("list[Table]", table["insist"]) for form in words(row)]
    return _Words(
        addressees=addressees,
        addressee=re.compile(any_of(list(addressees)), re.IGNORECASE),
        procedural=re.compile(
            any_of(words(cast("Table", table["procedural"]), "words")), re.IGNORECASE
        ),
        excluded=re.compile(
            any_of(words(cast("Table", table["not_request"]), "after")), re.IGNORECASE
        ),
        insist=re.compile(any_of(insist), re.IGNORECASE),
        second=re.compile(rf",?\s+and\s+(?:to\s+)?({verbs})", re.IGNORECASE),
    )
