"""Positions: what a party holds of what it is said to have done, and who holds it.

In: a sentence, its row and its voices. Out: each position with its value, its holder, and the
stretch whose acts it denies.

>>> from allegata.lang.grammar.rows import phrase_row
>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.grammar.voices import find_voices
>>> from allegata.lang.pack import load_pack
>>> pack, text = load_pack("en"), "The army denied that its aircraft had killed two men."
>>> row = phrase_row(lex(text, [(0, len(text))], pack.lexicon))
>>> (found,) = find_positions(text, 0, row, find_voices(row, pack), pack)
>>> found.value.value, found.holder.raw, text[slice(*found.denied)]
('denies_act', 'The army', 'denied that its aircraft had killed two men.')
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from allegata.lang.alternation import fold_text
from allegata.lang.grammar.phrases import any_of, fold
from allegata.lang.grammar.speakers import Speaker, speaker_after, speaker_before
from allegata.lang.grammar.units import Units
from allegata.lang.grammar.voices import FoundVoice
from allegata.lang.pack import LanguagePack, Table, load_pack, rows, words
from allegata.model.vocabularies import PositionValue, SourceKind, Stance

DENIALS = frozenset({PositionValue.DENIES_ACT, PositionValue.DENIES_RESPONSIBILITY})
_PARTIES = frozenset({SourceKind.STATE, SourceKind.STATE_ORGAN, SourceKind.ARMED_GROUP})
_CLAUSE = re.compile(r"[.;!?](?:\s|$)")
_BETWEEN = r"\s+(?:on\s+\w+\s+|\w+ly\s+)?"  # "denied on Monday that", "denied flatly that"
_NEAR = 80  # characters in which the words that complete a position stand


@dataclass(frozen=True, slots=True)
class FoundPosition:
    """A position at text ``start..end``; ``denied`` is the stretch that it takes back, or None.

    ``holder`` is None where the document's own voice holds it. ``after_denial``: the words are a
    position only where a denial stands before them.
    """

    start: int
    end: int
    value: PositionValue
    holder: FoundVoice | None
    denied: tuple[int, int] | None
    after_denial: bool = False


def has_positions(sentence: str, pack: LanguagePack) -> bool:
    """Say whether words of a position stand in the sentence."""
    return _patterns(pack.language).forms.search(fold_text(sentence)) is not None


def find_positions(
    sentence: str,
    start: int,
    units: Units,
    voices: Sequence[FoundVoice],
    pack: LanguagePack,
) -> tuple[FoundPosition, ...]:
    """Return the positions in the sentence that begins at text ``start``, in order.

    "No group has claimed responsibility" is none.
    """
    table = _patterns(pack.language)
    folded = fold_text(sentence)
    found: list[FoundPosition] = []
    for match in table.forms.finditer(folded):
        if table.nobody.search(folded, max(0, match.start() - 60), match.start()):
            continue
        row = _row_of(match, folded, table)
        if row is None or table.passive.search(folded, max(0, match.start() - 12), match.start()):
            continue
        first, last = start + match.start(), start + match.end()
        voice = _voice_of(first, last, voices)
        holder = _holder(units, first, last, row, voice, pack.language)
        if row.get("party") is True and (holder is None or holder.kind not in _PARTIES):
            continue
        value = PositionValue(str(row["value"]))
        denied = None
        if value in DENIALS and row.get("others") is not True:
            follows = voice is not None and voice.follows and voice.scope[1] > last
            end = (
                voice.scope[1] if voice and follows else start + _clause_end(sentence, match.end())
            )
            denied = (first, end)
        found.append(
            FoundPosition(first, last, value, holder, denied, row.get("after_denial") is True)
        )
    return tuple(found)


def _row_of(match: re.Match[str], folded: str, table: "_Patterns") -> Table | None:
    """Return the first row of the words whose further words stand after them."""
    end = min(_clause_end(folded, match.end()), match.end() + _NEAR)
    for row, further in table.rows[fold(match.group())]:
        if further is None:
            return row
        close = row.get("near") is not True
        if (further.match if close else further.search)(folded, match.end(), end):
            return row
    return None


def _voice_of(first: int, last: int, voices: Sequence[FoundVoice]) -> FoundVoice | None:
    for voice in voices:
        if voice.verb is not None and voice.verb_at[0] < last and first < voice.verb_at[1]:
            return voice
    return None


def _holder(
    units: Units, first: int, last: int, row: Table, voice: FoundVoice | None, language: str
) -> FoundVoice | None:
    if row.get("own") is True:
        return None
    if voice is not None:
        return voice
    at = next((at for at in range(len(units)) if units.starts[at] >= first and at), None)
    if at is None:
        return None
    if row.get("by") is True:
        end = next((at for at in range(len(units)) if units.starts[at] >= last), len(units))
        return _as_voice(speaker_after(units, end, language), row)
    return _as_voice(speaker_before(units, at, language), row)


def _as_voice(speaker: Speaker | None, row: Table) -> FoundVoice | None:
    if speaker is None:
        return None
    return FoundVoice(
        start=speaker.start,
        end=speaker.end,
        raw=speaker.raw,
        name=speaker.name,
        kind=speaker.kind,
        verb=str(words(row)[0]),
        stance=Stance.REPORTS,
        scope=(speaker.end, speaker.end),
        pronoun=speaker.pronoun,
    )


def _clause_end(text: str, at: int) -> int:
    match = _CLAUSE.search(text, at)
    return match.end() if match else len(text)


@dataclass(frozen=True, slots=True)
class _Patterns:
    forms: re.Pattern[str]
    nobody: re.Pattern[str]
    passive: re.Pattern[str]
    rows: dict[str, list[tuple[Table, re.Pattern[str] | None]]]


@cache
def _patterns(language: str) -> _Patterns:
    table = load_pack(language).table("attribution")
    by_form: dict[str, list[tuple[Table, re.Pattern[str] | None]]] = {}
    for row in rows(table, "position"):
        further = re.compile(_BETWEEN + any_of(words(row, "then"))) if row.get("then") else None
        for form in words(row):
            by_form.setdefault(fold(form), []).append((row, further))
    nobody = words(cast("Table", table["no_position"]))
    passive = words(cast("Table", table["passive"]))
    return _Patterns(
        re.compile(any_of(list(by_form))),
        re.compile(any_of(nobody) + r"\s+(?:yet\s+)?$"),
        re.compile(any_of(passive) + r"\s+(?:\w+ly\s+)?$"),
        by_form,
    )
