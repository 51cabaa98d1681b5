"""Who is held to have done it, and who claims it: "attributed to", "claimed responsibility".

In: the row of a sentence. Out: phrases for people and organisations, and what is said of them. Who
armed people and organisations are that stand in no such role is told apart: they may be involved.

>>> from allegata.lang.grammar.rows import harm_row
>>> row = harm_row("The attack was attributed to the rebels.")
>>> [(row.text[b.who.start:b.who.end], b.standing) for b in find_blame(row)]
[('the rebels', 'suspected')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allegata.lang.alternation import fold_text
from allegata.lang.grammar.clauses import Clause, Range
from allegata.lang.grammar.happenings import Role
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.phrases import any_of
from allegata.lang.grammar.units import Units, code
from allegata.lang.pack import Table, load_pack, rows, words
from allegata.model.vocabularies import Status

_ACTING = ("people", "actor", "name")
_NO = frozenset({code("NO"), code("NOT")})
_REACH = 10  # units in which "to" or "on" is looked for
_FAR = ("to", "on")


@dataclass(frozen=True, slots=True)
class Blame:
    """Who is said at ``start..end`` to have done it; ``standing``: as what."""

    start: int
    end: int
    standing: str
    who: Role


def find_blame(units: Units, language: str = "en") -> tuple[Blame, ...]:
    """Return who is blamed or claims responsibility in one sentence, in order."""
    pattern, by_form = _words(language)
    if not len(units):
        return ()
    start = units.starts[0]
    folded = fold_text(units.text[start : units.ends[-1]])
    matches = list(pattern.finditer(folded))
    if not matches:
        return ()
    clause = Clause(units, language)
    found = []
    for match in matches:
        first = clause.unit_at(start + match.start())
        last = clause.unit_at(start + match.end() - 1) + 1
        for row in by_form[" ".join(match.group().split())]:
            nouns = _who(clause, row, first, last)
            found += [
                Blame(start + match.start(), start + match.end(), str(row["standing"]), role)
                for role in _roles(clause, nouns)
            ]
            if nouns:
                break
    return tuple(found)


def armed_in(units: Units) -> tuple[Role, ...]:
    """Return the groups of people in a row whose words say that they bear arms or did it."""
    found = []
    for value in units.values:
        group = value.whole if isinstance(value, Counted) else value
        if not isinstance(group, GroupPhrase):
            continue
        several = group.plural or group.quantity is not None  # "terrorist actions" are nobody
        if several and (group.status is Status.MILITANT or group.role == "perpetrator"):
            found.append(Role(group.start, group.end, "people"))
    return tuple(found)


def _who(clause: Clause, row: Table, first: int, last: int) -> list[Range]:
    takes = row["takes"]
    if takes == "subject":
        return [] if _is_denied(clause, first) else clause.before(first)
    if takes == "after":
        return [] if clause.is_passive(first) else clause.after(last)
    if takes == "by":
        return clause.after(last) if row.get("at_once") else clause.by(last)
    return clause.after(at) if (at := _towards(clause, last)) else []


def _towards(clause: Clause, last: int) -> int:
    """Return the unit after "to" or "on", 0 where none is near."""
    for index in range(last, min(last + _REACH, len(clause.units))):
        if clause.letters[index] in "srv":
            return 0
        if fold_text(clause.units.words(index, index + 1)) in _FAR:
            return index + 1
    return 0


def _is_denied(clause: Clause, first: int) -> bool:
    """Say whether nobody did: "no group claimed", "the army is not responsible"."""
    return any(c in _NO for c in clause.units.classes[max(0, first - 5) : first])


def _roles(clause: Clause, nouns: list[Range]) -> Iterator[Role]:
    for noun in nouns:
        kind = clause.kind(noun)
        if kind in _ACTING:
            yield Role(*clause.units.range(*noun), kind)


@cache
def _words(language: str) -> tuple[re.Pattern[str], dict[str, list[Table]]]:
    table = load_pack(language).tables.get("blame", {})
    by_form: dict[str, list[Table]] = {}
    for row in rows(table, "blame"):
        for form in words(row):
            by_form.setdefault(fold_text(form), []).append(row)
    return re.compile(any_of(tuple(by_form))), by_form
