"""The parts of a clause around a word of action: its subject, its object, who it was done by.

A sentence's units are written once more with one letter each, coarser than their classes, so that
noun phrases are short expressions: whatever the words are, "the leader of the dock workers" is one.

>>> from allegata.lang.grammar.rows import harm_row
>>> clause = Clause(harm_row("Gunmen in two cars attacked the leader of the dock workers."))
>>> [clause.words(noun) for noun in clause.before(clause.unit_at(19))]
['Gunmen']
>>> [clause.words(noun) for noun in clause.after(clause.unit_at(19) + 1)]
['the leader of the dock workers']
"""

import re
from dataclasses import dataclass, field
from functools import cache

from allegata.lang.alternation import fold_text
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.phrases import any_of
from allegata.lang.grammar.units import CLASS_NAMES, Units, code
from allegata.lang.pack import load_pack, rows, words

_LETTERS = {
    "n": "CAP PEOPLE RELATION STATE DEMONYM ACTOR FRAMING MEANS PLATFORM TARGET TMOD PLACE GROUP "
    "VOICE PERSON OTHERS FAMILY NAME THING PARTICLE TITLE ORG LIVES CASUALTY PMOD HARMN ACTN NORM "
    "AKA AGED NUMBEROF PARTITIVE PRON SELF",
    "d": "DET POSS DEM NUM ORD ART QUAL_LOW QUAL_OVER QUAL_HIGH QUAL_UNDER QUAL_ABOUT VAGUE MORE "
    "BETWEEN RANGE SUCH DEFINITE QTY SAME ANOTHER SOME ORMORE EMPTY NO SHARE",
    "o": "OF",
    "b": "BY",
    "p": "IN TO AT FROM ON WITH PREP ALONG AMONG INCLUDING",
    "c": "COMMA",
    "a": "AND OR",
    "x": "BE HAVE DO MODAL NOT ADV SYSTEMATIC GO INF NOTDONE",
    "r": "REL THAT",
    "v": "HARM LEAVE CLAIMLIFE ACT USE FIREAT CARRY SAY DENY TAKE TODEATH REACH LEADTO REPORTED",
    "t": "DATE MASK",
    "g": "GEN",
    "q": "QUOTE",
    "s": "STOP WHILE SEPARATE",
}
_KIND_CLASSES = {
    "people": "GROUP PEOPLE PERSON RELATION FAMILY VOICE TITLE PRON NAME AGED",
    "actor": "ACTOR ORG STATE",
    "thing": "TARGET PLATFORM",
    "means": "MEANS",
    "place": "PLACE",
    "name": "CAP",
}
_KINDS = {code(name): kind for kind, names in _KIND_CLASSES.items() for name in names.split()}
_OF_CLASS = {code(name): letter for letter, names in _LETTERS.items() for name in names.split()}
_LETTER = {code(name): _OF_CLASS.get(code(name), "k") for name in CLASS_NAMES}
_EVENTS = frozenset({code("HARMN"), code("ACTN")})
_WORD = code("WORD")
_HEDGES = frozenset({code("QUAL_UNDER"), code("QUAL_OVER")})
_NUMBERS = frozenset({code("NUM"), code("QTY")})
_SPECIAL = {"[": "(", "(": "(", "]": ")", ")": ")", ";": "c", "-": "c", "–": "c", "—": "c"}

_NOUN = "(?:d*e*n+(?:g[den]*n)*)"
_PHRASE = rf"(?:{_NOUN}(?:o{_NOUN})*)"
_LIST = rf"(?:{_PHRASE}(?:(?:c{_PHRASE}){{0,8}}c?a{_PHRASE})?)"
# no aside holds "have announced that": what follows is another clause
_ASIDE = (
    r"(?:\([^()s]{0,14}\)|(?:c(?:(?!vr)[^cs]){1,16}){1,3}c|c?e?p+[den]{1,6}(?:o[den]{1,4})?c?|t)"
)
_HELPERS = "(?:x|t|a(?=x)){0,6}"  # "had yesterday been brutally and openly"
_SUBJECT = re.compile(rf"(?P<nouns>{_LIST})(?P<aside>{_ASIDE}{{0,3}}(?:c?r)?{_HELPERS})$")
_RELATIVE = re.compile(rf"(?P<nouns>{_PHRASE})c?r{_HELPERS}$")
_OBJECT = re.compile(rf"[xt]{{0,3}}(?P<nouns>{_LIST})")
_BY = re.compile(rf"[^sbr]{{0,14}}b(?P<nouns>{_LIST})")
_OWNER = re.compile(rf"(?P<nouns>{_PHRASE})$")
_WINDOW = 40  # units to the left in which a subject is looked for
_SUFFIXES = (("ly", "x"), ("ed", "e"), ("ing", "e"))
_NOT_ADVERBS = frozenset({"family", "assembly", "supply", "july", "italy", "ally", "bully"})
_QUOTED = re.compile(r"(?P<before>^|.)q(?P<name>[den]{0,5}n)q")
_PUT_IN = re.compile(r"(?<=n)(?:\([den]{1,8}(?:o[den]+)?\)|cd(?=c))")
_VERB = re.compile(r"e(?=d)")  # "released three engineers": no adjective stands before a number
_PAST_WORD = re.compile(r"\w+\s+")
_PARTS = re.compile(rf"{_PHRASE}")

Range = tuple[int, int]


@dataclass(slots=True)
class Clause:
    """A sentence's units with one letter each; ranges below are of units."""

    units: Units
    language: str = "en"
    letters: str = ""
    weapons: list[Range] = field(default_factory=list)  # whatever else their words could be

    def __post_init__(self) -> None:
        known, phrases = _known(self.language)
        letters = [
            self._letter(index, character, known)
            for index, character in enumerate(self.units.classes)
        ]
        start = self.units.starts[0]
        for match in phrases.finditer(fold_text(self.units.text[start : self.units.ends[-1]])):
            first, last = self.unit_at(start + match.start()), self.unit_at(start + match.end() - 1)
            letter = known[" ".join(match.group().split())]
            letters[first : last + 1] = letter * (last + 1 - first)
        self.weapons = self._find_weapons()
        for first, last in self.weapons:
            letters[first:last] = "n" * (last - first)
        self._find_verbs(letters)
        self.letters = _with_insertions(_QUOTED.sub(_unquoted, "".join(letters)), self.units)

    def _find_verbs(self, letters: list[str]) -> None:
        """Make a verb of a word in "-ed" behind a noun: "rebels released", "the armed rebels"."""
        for index in range(1, len(letters)):
            if letters[index] != "e" or not self._word(index).endswith("ed"):
                continue
            before = letters[index - 1]
            if before in "nt)" or (before == "x" and self._is_word_of_time(index - 1)):
                letters[index] = "v"

    def _is_word_of_time(self, index: int) -> bool:
        """Say whether an adverb is no part of a noun: "today", but not "heavily"."""
        word = self.units.classes[index] == _WORD
        return word and not self._word(index).endswith("ly")

    def _word(self, index: int) -> str:
        return fold_text(self.units.words(index, index + 1))

    def mark(self, first: int, last: int, letter: str) -> None:
        """Say what units are after all, where the list of events knows better."""
        self.letters = self.letters[:first] + letter * (last - first) + self.letters[last:]

    def _find_weapons(self) -> list[Range]:
        start = self.units.starts[0]
        text = fold_text(self.units.text[start : self.units.ends[-1]])
        return [
            (self.unit_at(start + match.start()), self.unit_at(start + match.end() - 1) + 1)
            for match in _weapons(self.language).finditer(text)
        ]

    def _letter(self, index: int, character: str, known: dict[str, str]) -> str:
        if character != _WORD:
            letter = _LETTER[character]
            if character in _HEDGES and self.units.classes[index + 1 : index + 2] not in _NUMBERS:
                return "p"  # "under the car", but "under fifty people"
            if letter == "k":
                return _SPECIAL.get(self.units.text[self.units.starts[index]], "k")
            return letter
        word = fold_text(self.units.words(index, index + 1))
        told = known.get(word)
        if told is not None:
            return told
        if word in _NOT_ADVERBS:
            return "n"
        return next((letter for ending, letter in _SUFFIXES if word.endswith(ending)), "n")

    def unit_at(self, offset: int) -> int:
        """Return the unit that holds the character at ``offset`` of the text."""
        for index, end in enumerate(self.units.ends):
            if offset < end:
                return index
        return len(self.units) - 1

    def kind(self, noun: Range) -> str:
        """Return what a noun phrase stands for, by the last of its units that a list knows.

        A name that nothing else is known of may be anybody's or anything's: "name".
        """
        head = self.letters.find("o", *noun)  # "the leader of the workers" is a leader
        end = head if head > noun[0] else noun[1]
        for index in range(end - 1, noun[0] - 1, -1):
            kind = _KINDS.get(self.units.classes[index])
            if kind is not None:
                return kind
        return "unknown"

    def words(self, noun: Range) -> str:
        """Return the text of a range of units."""
        return self.units.words(*noun)

    def is_whose(self, index: int) -> bool:
        """Say whether the group at unit ``index`` took "of" into itself: "of the priests"."""
        for value in self.units.values[index : index + 1]:
            group = value.whole if isinstance(value, Counted) else value
            return isinstance(group, GroupPhrase) and group.whose
        return False

    def range(self, noun: Range) -> Range:
        """Return where in the text a noun phrase stands, less an "of" that it took along."""
        start, end = self.units.range(*noun)
        if self.is_whose(noun[0]):
            word = _PAST_WORD.match(self.units.text, start)
            start = word.end() if word is not None else start
        return start, end

    def before(self, index: int) -> list[Range]:
        """Return the noun phrases that are the subject of the verb at unit ``index``."""
        first = max(0, index - _WINDOW, self.letters.rfind("s", 0, index) + 1)
        relative = _RELATIVE.search(self.letters[:index], first)
        if relative is not None:
            return [self._without_event(relative.span("nouns"))]
        match = _SUBJECT.search(self.letters[:index], first)
        if match is None:
            return []
        led = self.letters[match.start() - 1 : match.start()]
        if led in ("p", "b") and "r" not in match["aside"]:
            return []
        return self._parts(*match.span("nouns"))

    def aside(self, index: int) -> list[Range]:
        """Return whom a participle set off by a comma tells of: "the mayor, shot by gunmen,"."""
        if self.letters[index - 1 : index] != "c":
            return []
        match = _OWNER.search(self.letters[max(0, index - _WINDOW) : index - 1])
        start = max(0, index - _WINDOW)
        return [(start + match.start(), start + match.end())] if match else []

    def lead(self, index: int) -> list[Range]:
        """Return the subject of the first verb before unit ``index``: of all that follow it."""
        start = self.letters.rfind("s", 0, index) + 1
        verb = self.letters.find("v", start, index)
        return self.before(verb) if verb > 0 else []

    def after(self, index: int) -> list[Range]:
        """Return the noun phrases that begin at unit ``index``, adverbs left out."""
        match = _OBJECT.match(self.letters, index)
        return self._parts(*match.span("nouns")) if match else []

    def by(self, index: int) -> list[Range]:
        """Return who the passive verb or the noun before unit ``index`` was done by."""
        match = _BY.match(self.letters, index)
        return self._parts(*match.span("nouns")) if match else []

    def beside(self, index: int) -> list[Range]:
        """Return the noun phrase that stands right before unit ``index``: an owner or a kind."""
        end = index - 1 if self.letters[index - 1 : index] == "g" else index
        match = _OWNER.search(self.letters[max(0, end - 8) : end])
        start = max(0, end - 8)
        return [(start + match.start(), start + match.end())] if match else []

    def is_passive(self, index: int) -> bool:
        """Say whether a form of "be" leads to the participle at unit ``index``."""
        at = index - 1
        be = code("BE")
        while at >= 0 and self.letters[at] in "xt" and self.units.classes[at] != be:
            at -= 1
        return at >= 0 and self.units.classes[at] == be

    def _without_event(self, noun: Range) -> Range:
        """Return "two men" of "the death of two men", who were shot: its head is an event."""
        first, last = noun
        of = self.letters.find("o", first, last)
        if of > 0 and self.units.classes[of - 1] in _EVENTS:
            return of + 1, last
        return noun

    def _parts(self, first: int, last: int) -> list[Range]:
        return [match.span() for match in _PARTS.finditer(self.letters, first, last)]


def _unquoted(match: re.Match[str]) -> str:
    """Return the letters of a name in quotation marks with these made part of its noun."""
    before = match["before"]
    return f"{before}{before if before in ('n', 'e') else 'd'}{match['name']}n"


def _with_insertions(letters: str, units: Units) -> str:
    """Return the letters with what is put in behind a noun made part of it.

    "The Harazi Union [HU] candidate" is one noun, and so is "Harazi, 45," in a list.
    """
    marked = list(letters)
    for index, letter in enumerate(letters):
        if letter == "c":
            marked[index] = _SPECIAL.get(units.text[units.starts[index]], letter)
    joined = _PUT_IN.sub(lambda match: "n" * len(match.group()), "".join(marked))
    return "".join(new if new == "n" else old for old, new in zip(letters, joined, strict=True))


@cache
def _known(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the letters of words that no lexicon classes, and phrases of several words."""
    letters = {"preposition": "p", "verb": "v", "adverb": "x", "conjunction": "s", "time": "t"}
    table = load_pack(language).tables.get("events", {})
    known = {
        fold_text(form): letters[str(row["class"])]
        for row in rows(table, "clause")
        for form in words(row)
    }
    several = [form for form in known if " " in form]
    return known, re.compile(any_of(several))


@cache
def _weapons(language: str) -> re.Pattern[str]:
    table = load_pack(language).tables.get("events", {})
    return re.compile(any_of([form for row in rows(table, "weapon") for form in words(row)]))
