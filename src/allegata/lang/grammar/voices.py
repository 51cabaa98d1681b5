"""Voices inside a sentence: who is quoted, with which verb, and what lies in the quotation.

>>> from allegata.lang.grammar.rows import phrase_row
>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.pack import load_pack
>>> text = "According to the Ministry of Health, two men died."
>>> row = phrase_row(lex(text, [(0, len(text))], load_pack("en").lexicon))
>>> [(voice.raw, voice.kind.value, voice.stance.value) for voice in find_voices(row)]
[('the Ministry of Health', 'state_organ', 'reports')]
"""

import re
from dataclasses import dataclass

from allegata.lang.grammar.actors import ActorPhrase
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import SourceKind, Stance


@dataclass(frozen=True, slots=True)
class FoundVoice:
    """A voice at ``start..end``, its reporting verb, and the range that it is quoted for."""

    start: int
    end: int
    raw: str
    name: str
    kind: SourceKind
    verb: str | None
    stance: Stance
    scope: tuple[int, int]


_NAMING = "<DET|ART|POSS|CAP|VOICE|ACTOR|STATE|DEMONYM|OF|MOD|TMOD|PLACE|FRAMING|TARGET>"
_PHRASE = (
    f"(?:{_NAMING}|<WORD>(?=<DET|CAP|VOICE|ACTOR|STATE>)|<GROUP>(?=<SAY|DENY|HAVE|ADV|COMMA>))+"
)
_SAYS = compile_pattern(f"(?P<voice>{_PHRASE})<ADV|HAVE>*(?P<verb><SAY|DENY>)(?P<what><THAT|ON>*)")
_ACCORDING = compile_pattern(f"<ACCORDING>(?P<voice>(?:{_NAMING}|<WORD|GROUP>)+)")
_SPEAKERS = {code(name) for name in ("VOICE", "ACTOR", "CAP", "STATE", "GROUP")}
_ARTICLES = {code("DET"), code("ART")}
_KIND_OF_ACTOR = {
    "state": SourceKind.STATE,
    "state_coalition": SourceKind.STATE_ORGAN,
    "armed_forces": SourceKind.STATE_ORGAN,
    "armed_group": SourceKind.ARMED_GROUP,
}


def find_voices(units: Units) -> tuple[FoundVoice, ...]:
    """Return the voices quoted in the row of one sentence, in order."""
    whole = (units.starts[0], units.ends[-1]) if len(units) else (0, 0)
    found = []
    for match in _ACCORDING.finditer(units.classes):
        voice = _voice(units, match, None, Stance.REPORTS, whole)
        if voice is not None:
            found.append(voice)
    for match in _SAYS.finditer(units.classes):
        verb = units.values[match.start("verb")]
        if isinstance(verb, Entry):
            stance = Stance(verb.text("stance", "asserts"))
            voice = _voice(units, match, verb.lemma, stance, _scope(units, match, whole))
            if voice is not None:
                found.append(voice)
    return tuple(sorted(found, key=lambda voice: voice.start))


def _scope(units: Units, match: re.Match[str], whole: tuple[int, int]) -> tuple[int, int]:
    """Return what is quoted: what follows the verb, or what came before ", the ministry said."."""
    follows = match.end() < len(units) - 1
    return (
        (units.ends[match.end() - 1], whole[1])
        if follows
        else (whole[0], units.starts[match.start()])
    )


def _voice(
    units: Units,
    match: re.Match[str],
    verb: str | None,
    stance: Stance,
    scope: tuple[int, int],
) -> FoundVoice | None:
    first, last = match.span("voice")
    if verb and not any(units.classes[index] in _SPEAKERS for index in range(first, last)):
        return None
    start, end = units.range(first, last)
    raw = units.text[start:end]
    named = first + 1 if units.classes[first] in _ARTICLES and last - first > 1 else first
    name, kind = units.words(named, last), SourceKind.UNKNOWN
    for index in range(first, last):
        value = units.values[index]
        if isinstance(value, Entry) and value.cls == "VOICE":
            kind = SourceKind(value.text("kind", "unknown"))
        elif isinstance(value, ActorPhrase) and kind is SourceKind.UNKNOWN:
            kind = _KIND_OF_ACTOR.get(value.kind, SourceKind.UNKNOWN)
            name = value.name if last - first == 1 else name
        elif isinstance(value, GroupPhrase):
            kind = SourceKind.WITNESS
    return FoundVoice(start, end, raw, name, kind, verb, stance, scope)
