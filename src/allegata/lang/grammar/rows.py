"""The passes of the cascade in their order: words to numbers, groups, actors, objects, counts.

>>> from allegata.lang.grammar.lexing import class_name
>>> [class_name(c) for c in harm_row("Warplanes of the coalition killed 43 civilians.").classes]
['STOP', 'PLATFORM', 'HARM', 'GROUP', 'PUNCT']
"""

import re

from allegata.lang.grammar.actors import find_actors
from allegata.lang.grammar.harm import NAMING
from allegata.lang.grammar.lexing import lex
from allegata.lang.grammar.names import find_names
from allegata.lang.grammar.numbers import find_quantities
from allegata.lang.grammar.objects import find_targets
from allegata.lang.grammar.parts import (
    PartPhrase,
    find_counted,
    find_part_phrases,
    find_partitives,
)
from allegata.lang.grammar.people import find_groups
from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.grammar.units import replace as put
from allegata.lang.grammar.unlisted import find_unlisted
from allegata.lang.pack import Entry, load_pack
from allegata.model.vocabularies import Outcome

_TWO_HARMS = compile_pattern("<HARM><AND|OR><HARM>")
_AND, _HARM = code("AND"), code("HARM")
_MIXED = {Outcome.KILLED.value, Outcome.INJURED.value}


def phrase_row(units: Units) -> Units:
    """Return the row with numbers, actors, groups and objects found, in that order.

    Actors go before groups, so that "armed men" may act; objects before groups, so that "civilian
    homes" are homes.
    """
    units = find_actors(find_partitives(find_quantities(units)))
    return collapse(find_groups(find_targets(units)), _TWO_HARMS, "HARM", _join_harms, needs=_HARM)


def counted_row(units: Units) -> tuple[Units, tuple[PartPhrase, ...]]:
    """Return the row with wholes and parts joined, and the parts of groups told before."""
    if not NAMING.isdisjoint(units.classes):
        units = find_names(find_unlisted(units))  # who is named matters beside harm alone
    phrases = find_part_phrases(units)
    units = put(units, [(first, last, "MASK", phrase) for first, last, phrase in phrases])
    return find_counted(units), tuple(phrase for _, _, phrase in phrases)


def harm_row(text: str, language: str = "en") -> Units:
    """Return the full row of one sentence: a shortcut for examples and tests."""
    pack = load_pack(language)
    return counted_row(phrase_row(lex(text, [(0, len(text))], pack.lexicon)))[0]


def _join_harms(units: Units, match: re.Match[str]) -> Entry | None:
    """Make one verb of "killed or wounded", whose number counts both outcomes together."""
    first, second = units.values[match.start()], units.values[match.end() - 1]
    if not isinstance(first, Entry) or not isinstance(second, Entry):
        return None
    if {first.text("outcome"), second.text("outcome")} != _MIXED:
        return None
    both = units.classes[match.start() + 1] == _AND
    data = {**first.data, "outcome": Outcome.KILLED_OR_INJURED.value, "both": both}
    return Entry(first.cls, first.lemma, first.form, data)
