"""Words that tell of a violent event in a sentence, with who did it, to whom and with what.

Not every such word makes a claim: "after the attack on the bank" tells nothing new of it. But each
says that there was one, and much of what is known of an event stands beside such words.

>>> from allegata.lang.grammar.rows import harm_row
>>> row = harm_row("The mayor was kidnapped by four hooded men.")
>>> (found,) = find_happenings(row)
>>> found.event, [(row.text[a.start:a.end], a.kind) for a in found.agents]
('kidnapping', [('four hooded men', 'people')])
>>> [(row.text[a.start:a.end], a.kind) for a in found.objects]
[('The mayor', 'people')]
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from allegata.lang.alternation import fold_text
from allegata.lang.grammar.clauses import Clause, Range
from allegata.lang.grammar.phrases import any_of
from allegata.lang.grammar.units import Units, code
from allegata.lang.pack import VERB_FORMS, Table, load_pack, rows, words

_AND_VERB = re.compile("c?ax*[ve](?=[den])")
_ALONG, _INCLUDING = code("ALONG"), code("INCLUDING")
_CARRY, _PLACE, _NO = code("CARRY"), code("PLACE"), code("NO")
_REACH = 8  # units in which a verb's weapon is looked for
_BESIDE = 16  # characters in which a verb of speech stands beside a day
_RIGHT_BEFORE = 30  # characters in which "will be" leads to a verb
_STAGED = 45  # characters before an event in which a word says how far it went
_TOWARDS = frozenset({"against", "on", "upon", "at", "of"})
_FAR = 14  # units in which "the ambush carried out by X against Y" comes to Y
_FAR_TOWARDS = frozenset({"against", "on"})
_ENDURED = ("killed", "abducted", "injured")  # "the mayor's murder": the owner endured it


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase at text ``start..end`` and what it stands for: people, thing, actor, …"""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A word of an event at text ``start..end``. See ``EventMention``."""

    start: int
    end: int
    event: str
    outcome: str | None
    stage: str
    general: bool
    agents: tuple[Role, ...] = ()
    objects: tuple[Role, ...] = ()
    means: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the list: its row, and which form of a verb it is ("" for a noun)."""

    row: Table
    form: str

    def text(self, key: str) -> str | None:
        value = self.row.get(key)
        return value if isinstance(value, str) else None


def find_happenings(units: Units, language: str = "en") -> tuple[Happening, ...]:
    """Return the events that the words of one sentence tell of, in order."""
    pattern, by_form = _words(language)
    start, end = units.starts[0], units.ends[-1]
    folded = fold_text(units.text[start:end])
    matches = list(pattern.finditer(folded))
    if not matches:
        return ()
    clause = Clause(units, language)
    found: list[Happening] = []
    chosen = []
    for match in matches:
        first = clause.unit_at(start + match.start())
        word = _chosen(clause, by_form[" ".join(match.group().split())], first)
        if word is not None:
            chosen.append((match, word))
            if word.form:
                clause.mark(first, clause.unit_at(start + match.end() - 1) + 1, "v")
    for match, word in chosen:
        happening = _read(clause, word, start + match.start(), start + match.end())
        if happening is not None:
            happening = _continued(clause, happening, word, found[-1:])
            if word.form:
                happening = _coming(happening, folded, start, language)
            found.append(_staged(happening, folded, start, language))
    return tuple(found)


def tells_of_event(text: str, language: str = "en") -> bool:
    """Say whether any word of an event stands in a text."""
    return _words(language)[0].search(fold_text(text)) is not None


def is_of_speech(sentence: str, start: int, end: int, language: str = "en") -> bool:
    """Say whether the day at ``start..end`` of a sentence is when something was said.

    >>> text = "The police reported today that a bomb had exploded."
    >>> is_of_speech(text, 20, 25), is_of_speech("A bomb exploded today, they said.", 16, 21)
    (True, False)
    """
    folded = fold_text(sentence)
    before = _speech(language).search(folded, max(0, start - _BESIDE), start)
    after = _speech(language).match(folded[end : end + _BESIDE].lstrip())
    led = before is not None and not folded[before.end() : start].strip()
    return led or after is not None


@cache
def _speech(language: str) -> re.Pattern[str]:
    table = load_pack(language).tables.get("events", {})
    forms = any_of([form for row in rows(table, "speech") for form in words(row)])
    return re.compile(rf"{forms}(?=\s*(?:that\b|$)|\s)")


def _chosen(clause: Clause, readings: list[_Word], first: int) -> _Word | None:
    """Return the reading of a form as a noun or as a verb, by the word before it."""
    nouns = [word for word in readings if not word.form]
    verbs = [word for word in readings if word.form]
    verb = verbs[0] if verbs else None
    if verb is not None and verb.form in ("base", "third"):
        before = fold_text(clause.words((first - 1, first))) if first else ""
        if nouns or before in words(verb.row, "verb_only"):
            return verb if before == "to" or clause.letters[first - 1] == "x" else nouns[0]
        if words(verb.row, "verb_only"):
            return verb if before == "to" or clause.letters[first - 1] == "x" else None
    if verb is not None and verb.form == "ing" and nouns:
        is_noun = clause.letters[first - 1 : first] in ("d", "n", "g")
        return nouns[0] if is_noun or clause.letters[first + 1 : first + 2] == "o" else verb
    return verb or nouns[0]


def _continued(clause: Clause, found: Happening, word: _Word, before: list[Happening]) -> Happening:
    """Give a verb without a subject that of the verb before: "killed two and wounded three"."""
    if found.agents or word.form not in ("past", "ing") or not found.objects:
        return found
    first = clause.unit_at(found.start)
    if clause.is_passive(first):
        return found
    if before:
        return replace(found, agents=before[0].agents)
    if word.form == "past" and clause.letters[first - 1 : first] in ("c", "a"):
        return replace(found, agents=_roles(clause, clause.lead(first), found.start, found.end))
    return found


def _read(clause: Clause, word: _Word, start: int, end: int) -> Happening | None:
    first, last = clause.unit_at(start), clause.unit_at(end - 1) + 1
    means = _means(clause, first, last)
    if word.row.get("needs_means") and not means:
        return None
    if _is_denied(clause, first):
        return None
    takes = word.text("takes") or "object"
    agents, objects = _ROLES[takes](clause, word, first, last)
    general = takes == "noun" and not objects and _is_general(clause, first, word, start, end)
    return Happening(
        start=start,
        end=end,
        event=word.text("event") or "unknown",
        outcome=word.text("outcome"),
        stage=word.text("stage") or "accomplished",
        general=general,
        agents=_roles(clause, agents, start, end),
        objects=_roles(clause, objects, start, end),
        means=_roles(clause, means, start, end),
    )


def _is_denied(clause: Clause, first: int) -> bool:
    """Say whether "not" or "no" stands right before: it did not happen."""
    before = clause.units.classes[max(0, first - 2) : first]
    return code("NOT") in before or before[-1:] == _NO


def _of_verb(clause: Clause, word: _Word, first: int, last: int) -> tuple[list[Range], list[Range]]:
    """Return agents and objects of a verb that takes an object."""
    passive = word.row.get("passive") is True or (
        word.form in ("past", "participle") and clause.is_passive(first)
    )
    after = [] if passive else _object(clause, last)
    by = clause.by(last) if word.form != "base" else []
    if passive or (word.form in ("past", "participle") and not after):
        subject = clause.before(first) or (clause.aside(first) if by else [])
        return by, [*subject, *_along(clause, last)]
    return clause.before(first), [*after, *_including(clause, after)]


def _object(clause: Clause, last: int) -> list[Range]:
    """Return the object of a verb, of the next verb where both have one: "bombed and looted X"."""
    shared = _AND_VERB.match(clause.letters, last)
    return clause.after(shared.end() if shared else last)


def _along(clause: Clause, last: int) -> list[Range]:
    """Return whom a passive tells of beside its subject: "was killed along with two guards"."""
    at = clause.units.classes.find(_ALONG, last, last + _REACH)
    return clause.after(at + 1) if at >= 0 else []


def _including(clause: Clause, nouns: list[Range]) -> list[Range]:
    """Return those whom a list of nouns names further: "nine people, including the mayor"."""
    if not nouns:
        return []
    at = nouns[-1][1]
    at += clause.letters[at : at + 1] == "c"
    further = clause.units.classes[at : at + 1] in (_INCLUDING, _ALONG)
    return clause.after(at + 1) if further else []


def _of_death(
    clause: Clause, word: _Word, first: int, last: int
) -> tuple[list[Range], list[Range]]:
    """Return the objects of a verb whose subject endures it: "two men died"."""
    del word
    subject = clause.before(first)
    return [], [*subject, *_including(clause, [(first, last)] if subject else [])]


def _at_something(
    clause: Clause, word: _Word, first: int, last: int
) -> tuple[list[Range], list[Range]]:
    """Return the roles of "opened fire on X", "fired at X"."""
    subject = clause.before(first)
    if word.row.get("at_once"):
        return subject, clause.after(last)
    at = _towards(clause, last)
    return subject, clause.after(at) if at else []


def _of_weapon(
    clause: Clause, word: _Word, first: int, last: int
) -> tuple[list[Range], list[Range]]:
    """Return the roles of "a bomb exploded at X", "they placed a bomb in X"."""
    subject = [noun for noun in clause.before(first) if not _is_means(clause, noun)]
    passive = clause.is_passive(first)
    off = word.text("takes") == "off"
    agents = clause.by(last) if passive else subject
    where = _placed(clause, last)
    sets = any(_is_means(clause, noun) for noun in clause.after(last))
    if off and not passive and not sets:
        return [], [*subject, *where]
    return agents, where


def _of_thing(
    clause: Clause, word: _Word, first: int, last: int
) -> tuple[list[Range], list[Range]]:
    """Return the roles of "stole cash from X": whom it was taken from."""
    agents, _ = _of_verb(clause, word, first, last)
    match = re.compile(r"[^scv]{0,8}?p").match(clause.letters, last)
    return agents, clause.after(match.end()) if match else []


def _of_noun(clause: Clause, word: _Word, first: int, last: int) -> tuple[list[Range], list[Range]]:
    """Return the roles of "the attack by X on Y", "X's murder", "X carried out the attack"."""
    at = _towards(clause, last)
    objects = clause.after(at) if at else []
    objects += _including(clause, objects)
    agents = clause.by(last)
    owner = clause.beside(first)
    if owner and word.text("outcome") in _ENDURED and not objects:
        if clause.letters[first - 1] == "g":
            objects = owner
    elif owner and not agents and _acts(clause, owner[0]):
        agents = owner
    carried = clause.units.classes.find(_CARRY, max(0, first - _REACH), first)
    if carried >= 0 and not agents and not clause.is_passive(carried):
        agents = clause.before(carried)
    return agents, objects


_ROLES = {
    "object": _of_verb,
    "subject": _of_death,
    "at": _at_something,
    "off": _of_weapon,
    "put": _of_weapon,
    "thing": _of_thing,
    "noun": _of_noun,
}
_ACTING = frozenset(code(name) for name in ("ACTOR", "GROUP", "STATE", "CAP", "NAME"))


def _acts(clause: Clause, noun: Range) -> bool:
    """Say whether a noun before another may be who acted: "guerrilla attack", "the army's raid"."""
    return clause.units.classes[noun[1] - 1] in _ACTING


def _towards(clause: Clause, last: int) -> int:
    """Return the unit after "on", "against", "of" behind a noun, 0 where none is."""
    units = clause.units
    if clause.is_whose(last):
        return last  # "the massacre of the priests"
    direct = True
    for index in range(last, min(last + _FAR, len(units))):
        letter = clause.letters[index]
        if letter in "op":
            word = fold_text(units.words(index, index + 1))
            if word in _TOWARDS and (direct or word in _FAR_TOWARDS):
                return index + 1
        elif letter in "sr(":
            return 0
        here = units.classes[index] == _PLACE or clause.letters[index + 1 : index + 2] == "t"
        placing = letter == "p" and units.classes[index + 1 : index + 2] == _PLACE
        direct = direct and (letter in "tx" or here or placing)
    return 0


def _placed(clause: Clause, last: int) -> list[Range]:
    """Return what stands after the prepositions behind a verb, but places of the map."""
    found: list[Range] = []
    index, end = last, min(last + 14, len(clause.units))
    while index < end and clause.letters[index] not in "svr":
        if clause.letters[index] == "p":
            nouns = [noun for noun in clause.after(index + 1) if not _is_ground(clause, noun)]
            found += nouns
            index = nouns[-1][1] if nouns else index + 1
        else:
            index += 1
    return found


def _is_ground(clause: Clause, noun: Range) -> bool:
    """Say whether a phrase is a place of the map, or a weapon."""
    return clause.units.classes[noun[1] - 1] == _PLACE or _is_means(clause, noun)


def _is_means(clause: Clause, noun: Range) -> bool:
    return any(first < noun[1] and noun[0] < last for first, last in clause.weapons)


def _means(clause: Clause, first: int, last: int) -> list[Range]:
    """Return the weapons near an event's word."""
    low = max(0, first - _REACH, clause.letters.rfind("s", 0, first) + 1)
    return [
        weapon
        for weapon in clause.weapons
        if low <= weapon[0] < last + _REACH and not weapon[0] <= first < weapon[1]
    ]


def _is_general(clause: Clause, first: int, word: _Word, start: int, end: int) -> bool:
    """Say whether a noun in the plural names kinds of events and no one: "attacks on villages"."""
    del word
    text = fold_text(clause.units.text[start:end])
    return text.endswith("s") and clause.letters[first - 1 : first] != "d"


def _roles(clause: Clause, nouns: list[Range], start: int, end: int) -> tuple[Role, ...]:
    """Return noun phrases as roles; the event's own word is nobody's."""
    found = [Role(*clause.range(noun), clause.kind(noun)) for noun in nouns]
    return tuple(dict.fromkeys(role for role in found if role.end <= start or end <= role.start))


def _coming(found: Happening, folded: str, offset: int, language: str) -> Happening:
    """Return the event as threatened where "will" or the like stands right before its verb."""
    at = found.start - offset
    for pattern, stage in _stages(language, "coming"):
        for match in pattern.finditer(folded, max(0, at - _RIGHT_BEFORE), at):
            if not folded[match.end() : at].strip():
                return replace(found, stage=stage)
    return found


def _staged(found: Happening, folded: str, offset: int, language: str) -> Happening:
    """Return the event with its stage, where words near it say that it was not accomplished."""
    if found.stage != "accomplished":
        return found
    at = found.start - offset
    for pattern, stage in _stages(language, "stage"):
        if pattern.search(folded, max(0, at - _STAGED), at):
            return replace(found, stage=stage)
    for pattern, stage in _stages(language, "undone"):
        if pattern.search(folded):
            return replace(found, stage=stage)
    return found


@cache
def _stages(language: str, key: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = load_pack(language).tables.get("events", {})
    return tuple((re.compile(any_of(words(row))), str(row["stage"])) for row in rows(table, key))


@cache
def _words(language: str) -> tuple[re.Pattern[str], dict[str, list[_Word]]]:
    """Return the pattern of all words of events, and what each form is."""
    table = load_pack(language).tables.get("events", {})
    by_form: dict[str, list[_Word]] = {}
    for row in rows(table, "event"):
        verb = words(row, "verb")
        for name, form in zip(VERB_FORMS, verb, strict=True) if verb else ():
            by_form.setdefault(form, []).append(_Word(row, name))
        for form in words(row):
            by_form.setdefault(form, []).append(_Word(row, ""))
    return re.compile(any_of(tuple(by_form))), by_form
