"""People whose word no lexicon knows: told by a number or article and a verb that harms people.

"Four brick burners were killed", "11-15 alleged irregulars killed": what is killed or wounded and
counted is somebody, unless the word is known to mean an animal or a thing, which has another class
and so never fits here. Verbs that things suffer too ("captured") count nobody so.

>>> from allegata.lang.grammar.rows import harm_row
>>> [value.whole.quantity.best for value in harm_row("Four brick burners were killed.").values
...  if hasattr(value, "whole")]
[4]
"""

import re

from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.people import ONE, GroupPhrase
from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Outcome

_WORDS = "(?P<words{n}><MOD|DEMONYM|CAP|STATE|ACTOR|QUOTE|WORD|PLACE>{{1,4}})"
_UNLISTED = compile_pattern(
    "(?P<led><QTY|ART>)"
    + _WORDS.format(n="")
    + "(?=<ADV>*(?:<BE|HAVE>+<ADV|BE|REPORTED|SAY|TO|HAVE>*)?(?:<WORD|ACT><AND>)?(?P<harm><HARM>))"
    "|(?<=<HARM>)(?P<led2><QTY|ART>)"
    + _WORDS.format(n="2")
    + "(?=<AND|COMMA|PUNCT|IN|ON|WHILE|STOP|INCLUDING|BY|ALONG|WITH|AT|REL>|$)"
)
_QUOTE = code("QUOTE")
_OF_PEOPLE_ALONE = {Outcome.KILLED.value, Outcome.INJURED.value, Outcome.DETAINED.value}


def find_unlisted(units: Units) -> Units:
    """Return the row with such groups as GROUP units."""
    return collapse(units, _UNLISTED, "GROUP", _build)


def _build(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    first = match.group("led") is not None
    verb = match.start("harm") if first else match.start() - 1
    entry = units.values[verb]
    if not isinstance(entry, Entry) or entry.text("outcome") not in _OF_PEOPLE_ALONE:
        return None
    if entry.flag("people_only"):
        return None  # "captured four hill posts", "executed several attacks"
    if first and entry.form not in ("past", "participle", ""):
        return None  # "a rocket killing two"
    led = match.start("led") if first else match.start("led2")
    words = match.span("words") if first else match.span("words2")
    if units.classes[words[1] - 1] == _QUOTE and words[1] - words[0] == 1:
        return None
    number = units.values[led]
    quantity = number if isinstance(number, Quantity) else ONE
    return GroupPhrase(
        *units.range(*match.span()),
        head=units.range(*words),
        quantity=quantity,
        quantity_range=quantity.words if quantity is number else units.range(led, led + 1),
        heads=(units.words(words[1] - 1, words[1]).lower(),),
        inferred=quantity is ONE,
        plural=quantity is not ONE,
    )
