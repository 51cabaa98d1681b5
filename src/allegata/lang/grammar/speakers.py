"""Who speaks: the phrase before or after a verb of saying, its name, and what kind of source it is.

In: the row of one sentence and a unit in it. Out: a ``Speaker``, or None where nobody is named.

>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.grammar.rows import phrase_row
>>> from allegata.lang.pack import load_pack
>>> text = "A spokesman for the coalition said"
>>> row = phrase_row(lex(text, [(0, len(text))], load_pack("en").lexicon))
>>> speaker = speaker_before(row, len(row) - 1, "en")
>>> speaker.raw, speaker.kind.value
('A spokesman for the coalition', 'official')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allegata.lang.grammar.actors import ActorPhrase
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.units import Units, code
from allegata.lang.pack import Entry, load_pack, rows, words
from allegata.model.vocabularies import SourceKind

LONGEST = 14  # units of a phrase for a speaker, so that no walk is long


@dataclass(frozen=True, slots=True)
class Speaker:
    """The phrase at text ``start..end``, units ``first..last``. ``pronoun``: "he", "they".

    ``known``: the phrase names somebody who can speak, so that even "recorded" is said by them.
    """

    first: int
    last: int
    start: int
    end: int
    raw: str
    name: str
    kind: SourceKind
    pronoun: bool
    known: bool


def _codes(names: str) -> frozenset[str]:
    return frozenset(code(name) for name in names.split())


_DETERMINERS = _codes("DET ART POSS DEM SAME NO SOME ANOTHER MORE")
_JOINS = _codes("OF IN AT FROM PREP")
_INSIDE = _codes(
    "CAP VOICE ACTOR STATE DEMONYM PMOD TMOD PLACE FRAMING TARGET GROUP PEOPLE PERSON RELATION"
    " WORD ORG NAME TITLE PARTICLE PLATFORM MEANS QTY NUM GEN FAMILY AGED ORD OTHERS VAGUE"
)
_NAMED = _codes("VOICE ACTOR CAP STATE GROUP NAME PEOPLE PERSON")
_BREAKS = _codes("STOP COMMA")
_AND, _REL, _PRON, _WORD, _SAY, _QUOTE = (
    code(name) for name in ("AND", "REL", "PRON", "WORD", "SAY", "QUOTE")
)
_ADVERBS = _codes("ADV HAVE DO")
_LINKS = _JOINS | _codes("BY")
_KIND_OF_ACTOR = {
    "state": SourceKind.STATE,
    "state_coalition": SourceKind.STATE_ORGAN,
    "armed_forces": SourceKind.STATE_ORGAN,
    "armed_group": SourceKind.ARMED_GROUP,
}


def speaker_before(units: Units, end: int, language: str) -> Speaker | None:
    """Return who stands before the unit ``end``: the subject of the verb there."""
    at, stops = end, _words(language).stops
    at = before_adverbs(units, at, language)
    if at > 0 and units.classes[at - 1] == _PRON:
        return _pronoun(units, at - 1, language)
    if at == 0 or units.classes[at - 1] in _BREAKS:
        return None
    relative = _relative_before(units, at, stops)
    if relative is not None:
        return _speaker(units, *relative, language)
    first = _first_of(units, at, stops)
    return None if first is None else _speaker(units, _with_and(units, first, stops), at, language)


def before_adverbs(units: Units, at: int, language: str) -> int:
    """Return where the words between who speaks and the verb at ``at`` begin."""
    manner = _words(language).manner
    while at > 0 and (
        units.classes[at - 1] in _ADVERBS or units.words(at - 1, at).lower() in manner
    ):
        at -= 1
    return at


def speaker_after(units: Units, start: int, language: str) -> Speaker | None:
    """Return who stands at the unit ``start``: after "according to", after an inverted "said"."""
    at, stops = start, _words(language).stops
    if at < len(units) and units.classes[at] == _PRON:
        return _pronoun(units, at, language)
    while at < len(units) and at - start < LONGEST:
        character = units.classes[at]
        if character in _DETERMINERS and at > start and units.classes[at - 1] not in _LINKS:
            break
        if character not in _LINKS | _DETERMINERS and not _is_inside(units, at, stops):
            break
        at += 1
    while at > start and units.classes[at - 1] in _LINKS:
        at -= 1
    return _speaker(units, start, at, language) if at > start else None


def _first_of(units: Units, end: int, stops: frozenset[str]) -> int | None:
    """Return the first unit of the phrase that ends before ``end``."""
    at = end
    while at > 0 and end - at < LONGEST:
        character = units.classes[at - 1]
        if character in _DETERMINERS:
            at -= 1
            if at > 0 and units.classes[at - 1] in _JOINS:
                at -= 1
                continue
            break
        if _is_inside(units, at - 1, stops) or (character in _JOINS and at < end):
            at -= 1
            continue
        break
    while at < end and units.classes[at] in _JOINS:
        at += 1
    return at if at < end else None


def _is_inside(units: Units, at: int, stops: frozenset[str]) -> bool:
    """Say whether the unit can be part of a phrase for a speaker; a verb of saying cannot."""
    character = units.classes[at]
    if character == _WORD:
        return units.words(at, at + 1).lower() not in stops
    if character == _QUOTE:  # "the students' union"
        return (
            at > 0
            and units.starts[at] == units.ends[at - 1]
            and units.text[units.starts[at]] in "'’"
        )
    if character == _SAY:  # "state television"
        value = units.values[at]
        return isinstance(value, Entry) and value.form == "base"
    return character in _INSIDE


def _with_and(units: Units, first: int, stops: frozenset[str]) -> int:
    """Return where "witnesses and a doctor" begins, if the clause begins there too."""
    if first < 2 or units.classes[first - 1] != _AND:
        return first
    other = _first_of(units, first - 1, stops)
    if other is not None and (other == 0 or units.classes[other - 1] in _BREAKS):
        return other
    return first


def _relative_before(units: Units, at: int, stops: frozenset[str]) -> tuple[int, int] | None:
    """Return the phrase before "who asked not to be named", which ends at ``at``."""
    for index in range(at - 1, max(at - 9, 0), -1):
        character = units.classes[index]
        if character in _BREAKS:
            return None
        if character == _REL:
            first = _first_of(units, index, stops)
            return None if first is None else (first, index)
    return None


def _speaker(units: Units, first: int, last: int, language: str) -> Speaker | None:
    table = _words(language)
    while first < last and units.words(first, first + 1).lower() in table.no_voice:
        first += 1
    if first >= last:
        return None
    start, end = units.range(first, last)
    name, kind = units.words(first, last), _kind(units, first, last, table)
    article, _, rest = name.partition(" ")
    name = rest if rest and article.lower() in table.articles else name
    value = units.values[first]
    if last - first == 1 and isinstance(value, ActorPhrase):
        name = value.name
    known = kind is not SourceKind.UNKNOWN or any(
        units.classes[index] in _NAMED for index in range(first, last)
    )
    raw = units.text[start:end]
    return Speaker(first, last, start, end, raw, name, kind, pronoun=False, known=known)


def _kind(units: Units, first: int, last: int, table: "_Words") -> SourceKind:
    """Return the kind of source: what the head of the phrase says, else any word of it."""
    head = next((at for at in range(first + 1, last) if units.classes[at] in _JOINS), last)
    for begin, end in ((first, head), (head, last)):
        found = table.kind_in(units.words(begin, end)) if end > begin else None
        if found is not None:
            return found
        for at in range(begin, end):
            value = units.values[at]
            if isinstance(value, Entry) and value.cls == "VOICE":
                return SourceKind(value.text("kind", "unknown"))
            if isinstance(value, ActorPhrase):
                return _KIND_OF_ACTOR.get(value.kind, SourceKind.UNKNOWN)
            if isinstance(value, GroupPhrase):
                return SourceKind.WITNESS
    return SourceKind.UNKNOWN


def _pronoun(units: Units, at: int, language: str) -> Speaker | None:
    raw = units.words(at, at + 1)
    if raw.lower() not in _words(language).pronouns:
        return None
    start, end = units.range(at, at + 1)
    return Speaker(at, at + 1, start, end, raw, raw, SourceKind.UNKNOWN, pronoun=True, known=True)


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: Mapping[str, SourceKind]
    longest: int
    no_voice: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    manner: frozenset[str]
    stops: frozenset[str]

    def kind_in(self, said: str) -> SourceKind | None:
        """Return the kind of the last term of the phrase that names one."""
        tokens = said.lower().replace("’s", "").replace("'s", "").split()
        for last in range(len(tokens), 0, -1):
            for first in range(max(0, last - self.longest), last):
                kind = self.kinds.get(" ".join(tokens[first:last]))
                if kind is not None:
                    return kind
        return None


@cache
def _words(language: str) -> _Words:
    table = load_pack(language).table("attribution")
    kinds = {
        form: SourceKind(str(row["kind"])) for row in rows(table, "speaker") for form in words(row)
    }
    kinds |= {
        form: SourceKind(str(row["kind"]))
        for row in rows(table, "entry")
        if row["class"] == "VOICE"
        for form in words(row)
    }
    lists = {name: table.get(name) for name in ("no_voice", "pronoun", "article", "manner")}
    forms = {
        name: frozenset(words(row)) if isinstance(row, dict) else frozenset()
        for name, row in lists.items()
    }
    longest = max((len(form.split()) for form in kinds), default=1)
    stops = frozenset(
        form for row in rows(table, "saying") for form in words(row, "verb")[1:] if form
    )
    return _Words(
        kinds,
        longest,
        forms["no_voice"],
        forms["pronoun"],
        forms["article"],
        forms["manner"],
        stops,
    )
