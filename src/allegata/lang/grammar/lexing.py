"""Text to the first row of units: words classed by the lexicon, chunks that others recognised.

Chunks (dates, places, references, ages) come first, so that no number inside them can ever become
a count; sentence boundaries become STOP units, so that no pattern crosses them.

>>> from allegata.lang.pack import load_pack
>>> units = lex("Two men died.", [(0, 13)], load_pack("en").lexicon)
>>> [class_name(c) for c in units.classes]
['STOP', 'NUM', 'PEOPLE', 'HARM', 'PUNCT']
"""

from collections.abc import Sequence
from dataclasses import dataclass

from allegata.lang.grammar.units import Units, class_name, code
from allegata.lang.pack import Entry, Lexicon
from allegata.lang.tokens import tokenize

__all__ = ["Chunk", "class_name", "lex"]

# After one of these a homograph is a noun ("the strike"); elsewhere a verb ("rockets strike").
_BEFORE_NOUN = frozenset(
    code(name)
    for name in (
        "DET",
        "ART",
        "DEM",
        "POSS",
        "SAME",
        "NUM",
        "VAGUE",
        "OF",
        "PMOD",
        "FRAMING",
        "IN",
        "BY",
        "NO",
        "MORE",
        "ORD",
        "TMOD",
        "WITH",
        "FROM",
        "DEMONYM",
        "STATE",
        "AT",
        "TO",
        "QUAL_ABOUT",
        "MEANS",
        "PLATFORM",
        "ACTN",
        "CARRY",
        "ANOTHER",
        "SOME",
    )
)
_BEFORE_SAID = frozenset({code("STATE")})  # "Syria said", but "the said persons"
_BEFORE_EITHER = frozenset(code(name) for name in ("STOP", "ACTN", "MEANS", "PLATFORM"))
_AFTER_NOUN = frozenset({"OF", "IN", "BY", "ON", "HARM", "ACT", "BE", "HAVE", "MODAL"})
_HEDGED = frozenset({"PEOPLE", "PERSON", "PMOD", "PARTICLE", "MEANS", "PLATFORM", "ACTN", "ACTOR"})
_VERBS = frozenset({"ACT", "HARM", "USE", "FIREAT", "CARRY", "SAY", "DENY", "LEAVE"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch that was recognised before: one unit of ``cls`` with ``value``."""

    start: int
    end: int
    cls: str
    value: object


def lex(
    text: str,
    sentences: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    chunks: Sequence[Chunk] = (),
) -> Units:
    """Return the row of units of the sentences of ``text``; overlapping chunks: the first wins."""
    row = _Row(text, lexicon)
    waiting = sorted(chunks, key=lambda chunk: (chunk.start, -chunk.end))
    at = 0
    for first, end in sentences:
        start = first
        row.in_capitals = text[first:end].isupper()
        row.put("STOP", start, start, None)
        while at < len(waiting) and waiting[at].start < start:
            at += 1
        while at < len(waiting) and waiting[at].start < end:
            chunk = waiting[at]
            at += 1
            if chunk.start >= start:
                row.words(start, chunk.start)
                row.put(chunk.cls, chunk.start, chunk.end, chunk.value)
                start = chunk.end
        row.words(start, end)
    return Units(text, "".join(row.classes), row.starts, row.ends, row.values)


class _Row:
    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.classes: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: list[object] = []
        self.in_capitals = False  # then only words that are never written small are names

    def put(self, name: str, start: int, end: int, value: object) -> None:
        self.classes.append(code(name))
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)

    def words(self, start: int, end: int) -> None:
        """Class the words of ``text[start:end]``, longest term first."""
        if end <= start:
            return
        tokens = tokenize(self.text, start, end)
        folded, starts, ends = tokens.folded, tokens.starts, tokens.ends
        known, at = self.lexicon.begins, self.lexicon.at
        index, count = 0, len(folded)
        while index < count:
            word, first = folded[index], starts[index]
            length, entries = at(folded, index) if word in known else (0, ())
            if entries:
                entry = entries[0]
                if len(entries) > 1:
                    entry = self._choose(entries, folded[index + length : index + length + 1])
                cls, last = entry.cls, ends[index + length - 1]
                if word == "–" and self._is_range(first, ends[index]):
                    cls = "DASH"
                elif cls == "ORG":  # "the Harazi Council" is named so, "a council" is not
                    cls = self._plain_class(first, last)
                self.put(cls, first, last, entry)
                index += length
                continue
            if "-" not in word or not self._hyphenated_number(word, first):
                self.put(self._plain_class(first, ends[index]), first, ends[index], None)
            index += 1

    def _is_range(self, first: int, end: int) -> bool:
        """Say whether a dash stands between two digits without a blank: "4–5"."""
        return self.text[first - 1 : first].isdigit() and self.text[end : end + 1].isdigit()

    def _plain_class(self, first: int, end: int) -> str:
        """Return the class of a word that no lexicon knows, by its first character."""
        letter = self.text[first]
        if letter.isdigit():
            return "NUM" if self._is_number(first, end) else "WORD"
        if letter.isupper():
            return "WORD" if self.in_capitals and self._is_small(first, end) else "CAP"
        if not letter.isalpha():
            return "PUNCT"
        at = self.text.find("-", first, end) + 1  # "al-Zawr" is a name
        return "CAP" if at and self.text[at : at + 1].isupper() else "WORD"

    def _is_number(self, first: int, end: int) -> bool:
        """Say whether digits are a whole number: not "1O", and not "4…", where the rest is cut."""
        after = self.text[end : end + 2]
        cut = after[:1] == "\u2026" or after == ".."
        return not cut and not any(map(str.isalpha, self.text[first:end]))

    def _is_small(self, first: int, end: int) -> bool:
        """Say whether a word in capitals would be written small elsewhere; names would not."""
        small = self.lexicon.small
        return small is None or small.has(self.text[first:end].lower())

    def _hyphenated_number(self, word: str, first: int) -> bool:
        """Put "twenty-seven" as its two number words, if that is what it is."""
        parts = word.split("-")
        if len(parts) != 2:
            return False
        entries = [self.lexicon.at([part], 0)[1] for part in parts if part]
        if len(entries) != 2 or any(not found or found[0].cls != "NUM" for found in entries):
            return False
        middle = first + len(parts[0])
        self.put("NUM", first, middle, entries[0][0])
        self.put("NUM", middle + 1, first + len(word), entries[1][0])
        return True

    def _choose(self, entries: Sequence[Entry], following: list[str]) -> Entry:
        before = self.classes[-1] if self.classes else code("STOP")
        if any(entry.flag("hedge") for entry in entries):
            return self._hedge_or_verb(entries, before, following)
        # A sentence may begin with "Shelling of the town" or with "Killing two men, the …".
        # "A strike killing two men" goes on with a verb, "the air strike killing of two men" not.
        either = before in _BEFORE_EITHER and any(entry.form == "ing" for entry in entries)
        noun_place = before in _BEFORE_NOUN and not either
        noun_place = noun_place and not (before in _BEFORE_SAID and _may_say(entries))
        noun_place = noun_place or (either and self._is_noun_sign(following))
        for entry in entries:
            if (entry.cls in _VERBS) != noun_place:
                return entry
        return entries[0]

    def _hedge_or_verb(self, entries: Sequence[Entry], before: str, following: list[str]) -> Entry:
        """Read "alleged militants" as a hedge, "alleged that", "alleged the" as a verb."""
        after = self.lexicon.at(following, 0)[1] if following else []
        hedges = any(entry.cls in _HEDGED for entry in after)
        hedges = hedges or (not after and before in _BEFORE_NOUN)
        return next((e for e in entries if e.flag("hedge") is hedges), entries[0])

    def _is_noun_sign(self, following: list[str]) -> bool:
        """Say whether the next word tells a noun: "of", "in", a verb, or nothing."""
        entries = self.lexicon.at(following, 0)[1] if following else []
        return not following or any(entry.cls in _AFTER_NOUN for entry in entries)


def _may_say(entries: Sequence[Entry]) -> bool:
    """Say whether a word is a verb of saying, or an empty one: "said"."""
    return {entry.cls for entry in entries} == {"SAY", "EMPTY"}
