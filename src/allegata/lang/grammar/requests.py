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
    heads: re.Pattern[str]
    passive: re.Pattern[str]
    asked: re.Pattern[str]
    open_before: re.Pattern[str]
    verb: re.Pattern[str]
    procedural: re.Pattern[str]
    excluded: re.Pattern[str]
    insist: re.Pattern[str]
    second: re.Pattern[str]


_RELATIVE = re.compile(r",\s+(?:which|who|that)\b[^,]*,", re.IGNORECASE)
_END = re.compile(
    r"[.;!?]\s*$|,\s+(?:particularly|in particular|and therefore|so as to|so that)\b.*$"
)
_ACTIVE_AFTER = re.compile(r"\s+(?!have\b|not\b|also\b|be\b)([a-z]+)", re.IGNORECASE)
_JOIN = re.compile(r"[,;]?\s+(?:and|but|while)\s+(?:that\s+)?|;\s+", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+")
_ARTICLE = 4  # characters of an article before a name
_LONGEST = 90  # characters of the words for who is asked


def find_requests(sentence: str, pack: LanguagePack) -> tuple[FoundRequest, ...]:
    """Return the requests of one sentence, each part of a coordination as one."""
    table = _words(pack.language)
    asks = find_phrases(sentence, pack, "requests", "ask")
    found: list[FoundRequest] = []
    begins = 0
    for index, ask in enumerate(asks):
        if table.excluded.match(sentence, ask.start):
            continue
        following = asks[index + 1].start if index + 1 < len(asks) else None
        last = _clause_end(sentence, ask.end)
        nexts = last
        if following is not None:
            cuts = list(_JOIN.finditer(sentence, ask.end, following))
            if cuts:
                last, nexts = min(last, cuts[-1].start()), cuts[-1].end()
            else:
                last = nexts = min(last, following)
        clause = _Clause(sentence[:last], begins, ask.start, ask.end)
        told = _READERS[str(ask.row["frame"])](clause, table)
        found += told
        begins = nexts
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words around one ask at ``start..end``; the clause begins at ``begins``."""

    text: str
    begins: int
    start: int
    end: int

    @property
    def before(self) -> str:
        """Return the words before the ask."""
        return self.text[self.begins : self.start]


def _duty(clause: _Clause, table: _Words) -> list[FoundRequest]:
    """Read "X must do" and "X must be done"."""
    subject = _subject(clause.before, table)
    start, end = clause.start, clause.end
    if table.open_before.search(subject):
        return []
    if table.passive.match(clause.text, end):
        action = clause.text[end:].strip()
        return [FoundRequest(start, len(clause.text), action, None, subject, procedural=False)]
    addressee = _addressee(subject, table)
    if addressee is None or not _ACTIVE_AFTER.match(clause.text, end):
        return []
    return _coordinated(clause.text, end, addressee, table)


def _call(clause: _Clause, table: _Words) -> list[FoundRequest]:
    """Read "X calls on Y to do"."""
    to = _TO.search(clause.text, clause.end)
    if not table.asked.match(clause.text, clause.end):
        return []  # "requests" may be a noun
    if to is None or to.start() > clause.end + _LONGEST:
        return []
    addressee = _asked(clause.text[clause.end : to.start()], table)
    return _coordinated(clause.text, to.end(), addressee, table)


def _asked_passive(clause: _Clause, table: _Words) -> list[FoundRequest]:
    """Read "Y is requested to do"."""
    addressee = _asked(_subject(clause.before, table), table)
    return _coordinated(clause.text, clause.end, addressee, table)


def _that(clause: _Clause, table: _Words) -> list[FoundRequest]:
    """Read "X requests that Y do" and "X requests that it be done"."""
    words_after = clause.text[clause.end :]
    if table.procedural.search(words_after):
        start = clause.start
        action = words_after.strip()
        return [FoundRequest(start, len(clause.text), action, None, "", procedural=True)]
    verb = table.verb.search(words_after)
    if verb is None or verb.start() > _LONGEST:
        return []
    addressee = _asked(words_after[: verb.start()], table)
    return _coordinated(clause.text, clause.end + verb.start(), addressee, table)


def _polite(clause: _Clause, table: _Words) -> list[FoundRequest]:
    """Read "I should be grateful if you would have the present letter issued as a document"."""
    if not table.procedural.search(clause.text):
        return []
    action = re.sub(r"^\s*(?:you\s+would\s+)?", "", clause.text[clause.end :])
    end = len(clause.text)
    return [FoundRequest(clause.start, end, action.strip(), None, "", procedural=True)]


_READERS = {
    "duty": _duty,
    "call": _call,
    "polite": _polite,
    "passive": _asked_passive,
    "that": _that,
}


def _asked(words_said: str, table: _Words) -> str | None:
    """Return who is asked: a code, else the text's own words; None where none are left."""
    plain = " ".join(words_said.split()).strip(" ,")
    match = table.addressee.search(plain)
    if match is not None and match.start() <= _ARTICLE:
        return table.addressees[fold(match.group())]
    return plain or None


def _coordinated(
    sentence: str, start: int, addressee: str | None, table: _Words
) -> list[FoundRequest]:
    last = _clause_end(sentence, start)
    cuts = list(table.second.finditer(sentence, start, last))
    starts = [start, *(match.start(match.lastindex or 0) for match in cuts)]
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
    """Return who has the duty: a code, else the words, where they are for somebody who can act."""
    found = [
        table.addressees[fold(match.group())] for match in table.addressee.finditer(words_said)
    ]
    if found:
        return found[-1]
    return words_said if table.heads.match(words_said) else None


def _clause_end(sentence: str, start: int) -> int:
    match = _END.search(sentence, start)
    return match.start() if match else len(sentence)


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
        passive=re.compile(r"\s+be\s+(?:\w+ly\s+)?" + str(table["participle"]), re.IGNORECASE),
        asked=re.compile(rf"\s+(?:{any_of(words(cast('Table', table['asked'])))}|(?-i:[A-Z]))"),
        open_before=re.compile(
            any_of(words(cast("Table", table["not_request"]), "open")), re.IGNORECASE
        ),
        heads=re.compile(
            r"(?:(?:the|all|both|its|their)\s+)*(?:[\w'-]+\s+){0,2}?"
            + any_of(words(cast("Table", table["heads"])))
            + r"(?:\s+(?:of|in|that|who|which|to)\b.*)?$",
            re.IGNORECASE,
        ),
        verb=re.compile(r"\b(?:be\s+)?" + verbs, re.IGNORECASE),
        procedural=re.compile(
            any_of(words(cast("Table", table["procedural"]), "words")), re.IGNORECASE
        ),
        excluded=re.compile(
            any_of(words(cast("Table", table["not_request"]), "after")), re.IGNORECASE
        ),
        insist=re.compile(any_of(insist), re.IGNORECASE),
        second=re.compile(
            rf"(?:,?\s+and\s+|,\s+)(?:to\s+)?({verbs})|,?\s+and\s+to\s+(\w+)", re.IGNORECASE
        ),
    )
