"""Voices inside a sentence: who is quoted, with which verb, and what lies in the quotation.

>>> from allegata.lang.grammar.rows import phrase_row
>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.pack import load_pack
>>> pack = load_pack("en")
>>> text = "According to the Ministry of Health, two men died."
>>> row = phrase_row(lex(text, [(0, len(text))], pack.lexicon))
>>> [(voice.raw, voice.kind.value, voice.stance.value) for voice in find_voices(row, pack)]
[('the Ministry of Health', 'state_organ', 'reports')]
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from allegata.lang.grammar.speakers import Speaker, before_adverbs, speaker_after, speaker_before
from allegata.lang.grammar.units import Units, code
from allegata.lang.pack import VERB_FORMS, LanguagePack, Table, load_pack, rows, words
from allegata.model.vocabularies import SourceKind, Stance


@dataclass(frozen=True, slots=True)
class FoundVoice:
    """A voice at ``start..end``, its reporting verb, and the range that it is quoted for.

    ``verb_at`` is where the verb stands. ``follows``: what is said comes after the verb.
    ``pronoun``: the words only point to a speaker told before ("he said").
    """

    start: int
    end: int
    raw: str
    name: str
    kind: SourceKind
    verb: str | None
    stance: Stance
    scope: tuple[int, int]
    verb_at: tuple[int, int] = (0, 0)
    follows: bool = False
    pronoun: bool = False


def _codes(names: str) -> frozenset[str]:
    return frozenset(code(name) for name in names.split())


_VERBS = _codes("SAY DENY WORD REPORTED REVISE")
_FIGURES = _codes("FIGURE HARMN NUMBEROF")
_BREAKS = _codes("COMMA QUOTE PUNCT DASH")
_TELLING = _codes(
    "HARM HARMN CASUALTY LEAVE CLAIMLIFE TOLL ACT ACTN USE FIREAT CARRY QTY GROUP TARGET"
)
_NOUN_BEFORE = _codes("DET ART POSS DEM OF PMOD NO FRAMING SAME IN TO WITH ORD QTY NUM GEN")
_NOUN_AFTER = _codes("SAY DENY OF BE HAVE MODAL AND WHILE IN FROM BY ON")
_PARTICIPLE_AFTER = _codes("HARM CASUALTY TO HARMN REPORTED BY")
_CONNECTIVES = _codes("COMMA AND WHILE OR QUOTE PUNCT")
_COMMA, _BY, _BE, _HAVE, _WHILE, _ACCORDING, _PRON = (
    code(name) for name in ("COMMA", "BY", "BE", "HAVE", "WHILE", "ACCORDING", "PRON")
)
_NEAR = 60  # units around a verb in which what is said is looked for
_PASSED_ON = 9  # units after a verb in which "in a statement carried by" may stand


@dataclass(frozen=True, slots=True)
class _Verb:
    lemma: str
    form: str
    data: Table

    def flag(self, key: str) -> bool:
        return self.data.get(key) is True


@dataclass(frozen=True, slots=True)
class _Telling:
    """A voice whose phrase begins at unit ``first``, and who passes it on.

    ``at`` is the unit of its verb, or of "according to", for which it ``accords``.
    """

    first: int
    at: int
    voice: FoundVoice
    passed_on: Speaker | None = None
    accords: bool = False


def find_voices(units: Units, pack: LanguagePack) -> tuple[FoundVoice, ...]:
    """Return the voices quoted in the row of one sentence, the one who passes on first."""
    table = _table(pack.language)
    found: list[_Telling] = []
    for index, character in enumerate(units.classes):
        telling = None
        if character == _ACCORDING:
            telling = _according(units, index, pack.language)
        elif character in _VERBS:
            verb = _verb_at(units, index, table, pack.language)
            telling = _said(units, index, verb, table, pack.language) if verb else None
        if telling is not None:
            found.append(telling)
    return tuple(_in_order(units, _limited(units, found))) if found else ()


def _verb_at(units: Units, index: int, table: "_Table", language: str) -> _Verb | None:
    """Return the verb of saying at ``index``, None where the word is a noun or a participle."""
    verb = table.verbs.get(units.words(index, index + 1).lower())
    if verb is None or (index > 1 and _is_name(units, index)):
        return None
    if verb.flag("of_figures") and _FIGURES.isdisjoint(units.classes[index + 1 : index + 4]):
        return None
    before = units.classes[index - 1] if index else ""
    after = units.classes[index + 1] if index + 1 < len(units) else ""
    if verb.flag("noun") and (before in _NOUN_BEFORE or after in _NOUN_AFTER):
        return None
    if verb.form == "past" and after in _PARTICIPLE_AFTER:
        return verb if before == _HAVE or _is_passive(units, index, language) else None
    return verb


def _is_name(units: Units, index: int) -> bool:
    """Say whether a word is written as a name inside a sentence: "Member States"."""
    word = units.words(index, index + 1)
    return word[0].isupper() and not word.isupper()


def _is_passive(units: Units, index: int, language: str) -> bool:
    at = before_adverbs(units, index, language)
    return at > 0 and units.classes[at - 1] == _BE


def _said(units: Units, index: int, verb: _Verb, table: "_Table", language: str) -> _Telling | None:
    if verb.form != "ing" and _is_passive(units, index, language):
        return _confirmed_by(units, index, verb, language)
    speaker, passed_on = _subject(units, index, table, language)
    own = index + 1 < len(units) and units.words(index + 1, index + 2).lower() in table.own
    inverted = speaker is None and index > 0 and units.classes[index - 1] in _BREAKS and not own
    if inverted:
        speaker = speaker_after(units, index + 1, language)
    if speaker is None or (verb.flag("weak") and not speaker.known):
        return None
    post = inverted or _is_postposed(units, speaker.first, index)
    scope = _whole(units) if post else (units.ends[index], units.ends[-1])
    if own:
        scope = (units.ends[index], units.ends[index])  # "claimed responsibility" quotes nothing
    if verb.flag("quotes") and not _is_quoting(units, index, language):
        return None
    passed_on = passed_on or _passed_on_after(units, index, table, language)
    return _telling(units, speaker, verb, index, scope, follows=not post, passed_on=passed_on)


def _subject(
    units: Units, index: int, table: "_Table", language: str
) -> tuple[Speaker | None, Speaker | None]:
    """Return the subject of the verb and who passes it on: "the ministry, quoted by the agency"."""
    at = before_adverbs(units, index, language)
    if at > 1 and units.classes[at - 1] == _COMMA:
        opened = units.classes.rfind(_COMMA, max(0, at - 15), at - 1)
        if opened <= 0:
            return None, None
        passed_on = _passed_on(units, opened + 1, table, language)
        if units.classes[opened - 1] == _PRON and passed_on is None:
            named = speaker_after(units, opened + 1, language)  # "We, the Brigades, claim"
            return named or speaker_before(units, opened, language), None
        return speaker_before(units, opened, language), passed_on
    if at > 1 and units.classes[at - 1] == _WHILE:  # "quoted a doctor as saying"
        return speaker_before(units, at - 1, language), None
    speaker = speaker_before(units, at, language)
    if speaker is not None and _is_passed_on(units, speaker.first - 2, table):
        return speaker_before(units, speaker.first - 2, language), speaker
    return speaker, None


def _is_passed_on(units: Units, at: int, table: "_Table") -> bool:
    """Say whether "quoted by" stands at the unit ``at``."""
    if at < 0 or at + 2 >= len(units) or units.classes[at + 1] != _BY:
        return False
    return units.words(at, at + 1).lower() in table.passing


def _passed_on(units: Units, at: int, table: "_Table", language: str) -> Speaker | None:
    return speaker_after(units, at + 2, language) if _is_passed_on(units, at, table) else None


def _passed_on_after(units: Units, index: int, table: "_Table", language: str) -> Speaker | None:
    for at in range(index + 1, min(index + _PASSED_ON, len(units) - 2)):
        if _is_passed_on(units, at, table):
            return _passed_on(units, at, table, language)
    return None


def _is_postposed(units: Units, first: int, index: int) -> bool:
    """Say whether what is said stands before "…, the ministry said"."""
    if first < 2 or units.classes[first - 1] not in _BREAKS:
        return False
    if _TELLING.isdisjoint(units.classes[max(0, first - _NEAR) : first - 1]):
        return False
    if index + 1 >= len(units) or units.classes[index + 1] in _BREAKS:
        return True
    return _TELLING.isdisjoint(units.classes[index + 1 : index + _NEAR])


def _is_quoting(units: Units, index: int, language: str) -> bool:
    """Say whether "quoted a doctor as" stands at the verb; the doctor comes with "saying"."""
    quoted = speaker_after(units, index + 1, language)
    if quoted is None or quoted.last >= len(units):
        return False
    return units.classes[quoted.last] == _WHILE


def _according(units: Units, index: int, language: str) -> _Telling | None:
    speaker = speaker_after(units, index + 1, language)
    if speaker is None:
        return None
    voice = _voice(speaker, None, Stance.REPORTS, _whole(units))
    voice = replace(voice, verb_at=units.range(index, index + 1))
    return _Telling(index, index, voice, accords=True)


def _confirmed_by(units: Units, index: int, verb: _Verb, language: str) -> _Telling | None:
    """Read "the deaths were confirmed by the hospital"; other passives quote nobody."""
    if index + 2 >= len(units) or units.classes[index + 1] != _BY:
        return None
    speaker = speaker_after(units, index + 2, language)
    if speaker is None:
        return None
    scope = (units.starts[0], units.starts[index])
    return _telling(units, speaker, verb, index, scope, follows=False)


def _telling(
    units: Units,
    speaker: Speaker,
    verb: _Verb,
    index: int,
    scope: tuple[int, int],
    *,
    follows: bool,
    passed_on: Speaker | None = None,
) -> _Telling:
    stance = Stance(str(verb.data.get("stance", "asserts")))
    voice = _voice(speaker, verb.lemma, stance, scope)
    voice = replace(voice, verb_at=units.range(index, index + 1), follows=follows)
    return _Telling(speaker.first, index, voice, passed_on)


def _voice(
    speaker: Speaker, verb: str | None, stance: Stance, scope: tuple[int, int]
) -> FoundVoice:
    return FoundVoice(
        start=speaker.start,
        end=speaker.end,
        raw=speaker.raw,
        name=speaker.name,
        kind=speaker.kind,
        verb=verb,
        stance=stance,
        scope=scope,
        pronoun=speaker.pronoun,
    )


def _whole(units: Units) -> tuple[int, int]:
    return units.starts[0], units.ends[-1]


def _limited(units: Units, found: list[_Telling]) -> list[_Telling]:
    """End what a voice says where the next one begins: "A says …, while B says …"."""
    limited: list[_Telling] = []
    end = units.ends[-1]
    for telling in reversed(found):
        first, last = telling.voice.scope
        if last > end and first < end:
            telling = replace(telling, voice=replace(telling.voice, scope=(first, end)))  # noqa: PLW2901
        limited.append(telling)
        before = units.classes[telling.first - 1] if telling.first else ""
        if telling.voice.follows and before in _CONNECTIVES:
            end = telling.voice.start
    return limited[::-1]


def _in_order(units: Units, found: list[_Telling]) -> list[FoundVoice]:
    """Put the voice that passes on before the one that it quotes, whichever is told first."""
    leading: list[FoundVoice] = []
    others: list[FoundVoice] = []
    quoting: _Telling | None = None
    for telling in _with_citing(found):
        voice = telling.voice
        group = [voice]
        if telling.passed_on is not None:
            group.insert(0, _voice(telling.passed_on, None, Stance.REPORTS, voice.scope))
        if quoting is not None and not voice.follows and not _opens(units, quoting, telling):
            leading += group  # "The army said that six died, according to the agency"
        else:
            others += group
        quoting = telling if voice.follows else quoting
    return [*leading, *others]


def _with_citing(found: list[_Telling]) -> list[_Telling]:
    """Put who cites before who is cited: "the agency, citing the ministry, reported that"."""
    cited = [telling.at for telling in found if telling.accords]
    return sorted(
        found, key=lambda one: one.first if any(one.first < at < one.at for at in cited) else one.at
    )


def _opens(units: Units, quoting: _Telling, telling: _Telling) -> bool:
    """Say whether "according to" opens what is said: "the agency said that, according to …"."""
    told = units.classes[min(quoting.at, telling.at) + 1 : telling.at]
    return telling.accords and _TELLING.isdisjoint(told)


@dataclass(frozen=True, slots=True)
class _Table:
    """``verbs`` by form; words for passing on; what is claimed or accepted, and never said."""

    verbs: Mapping[str, _Verb]
    passing: frozenset[str]
    own: frozenset[str]


@cache
def _table(language: str) -> _Table:
    table = load_pack(language).table("attribution")
    verbs: dict[str, _Verb] = {}
    said = [row for row in rows(table, "entry") if row["class"] in ("SAY", "DENY")]
    for row in [*said, *rows(table, "saying")]:
        forms = words(row, "verb")
        for form, word in zip(VERB_FORMS, forms, strict=True):
            verbs.setdefault(word, _Verb(forms[0], "past" if form == "participle" else form, row))
    return _Table(verbs, _forms(table, "passing"), _forms(table, "own"))


def _forms(table: Table, key: str) -> frozenset[str]:
    row = table.get(key)
    return frozenset(words(row)) if isinstance(row, dict) else frozenset()
