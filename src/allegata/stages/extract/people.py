"""People whom a document names or who take part in its events: one entry each, however called.

In: the facts of its sentences and the view. Out: persons in the order in which they are met. A name
that is part of a fuller one with the same family name is the same person's; what stands beside any
of the names describes the person. An organisation goes by the fullest name that the text has.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import itemgetter

from allegata.lang.countries import country_named
from allegata.lang.grammar.happenings import Role
from allegata.lang.grammar.persons import PersonPhrase
from allegata.lang.pack import LanguagePack
from allegata.model.people import Person
from allegata.model.span import Span
from allegata.model.vocabularies import Outcome, Sex
from allegata.stages.extract.facts import SentenceFacts
from allegata.stages.extract.view import View

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_PARTICLES = frozenset({"de", "la", "las", "los", "del", "el", "al", "bin", "ibn", "van", "von"})
_AGE = re.compile(r"\s*,\s*(\d{1,2})\b(?=\s*,|\s+years)")
_NAMED = ("name", "people")
_LISTS = ("harm.named", "harm.among")
_PRONOUNS = {"him": Sex.MALE, "he": Sex.MALE, "her": Sex.FEMALE, "she": Sex.FEMALE}
_NEAR = 400  # characters within which a pronoun leads back
_SHORT = 2  # words of a name that may be longer elsewhere
_FEW = 40  # people among whom a name or a description is looked for
_ARTICLE = re.compile(r"(?i)\b(?:the|an?|his|her|their)\s+$")


@dataclass(eq=False)
class _Known:
    """A person in the making."""

    name: str
    start: int
    end: int
    met: int  # where the text first tells of them
    number: int
    descriptions: list[str] = field(default_factory=list)
    sex: Sex = Sex.UNKNOWN
    role: str | None = None
    age: int | None = None
    outcome: Outcome | None = None

    @property
    def words(self) -> list[str]:
        return _words_of(self.name)


@dataclass
class People:
    """The people of one document; ``view`` is where their words stand."""

    view: View
    pack: LanguagePack
    only_organisation: str | None = None  # the one armed organisation that the document names
    _known: list[_Known] = field(default_factory=list)
    _by_word: dict[str, list[_Known]] = field(default_factory=dict)
    _phrases: list[tuple[int, int, _Known]] = field(default_factory=list)

    def learn(self, facts: Sequence[SentenceFacts]) -> None:
        """Take in everybody whom the sentences name, first those described beside their names."""
        named = {
            one.name for told in facts for one in told.organisations if one.kind == "armed_group"
        }
        self.only_organisation = named.pop() if len(named) == 1 else None
        for sentence in facts:
            for phrase in sentence.persons:
                if phrase.descriptions:
                    self._learn(phrase)
        for sentence in facts:
            for phrase in sentence.persons:
                if not phrase.descriptions and self._is_somebody(phrase, sentence):
                    self._learn(phrase)
        self._lengthen()
        self._phrases.sort(key=itemgetter(0))
        for sentence in facts:
            for happening in sentence.happenings:
                if happening.outcome is not None and happening.stage == "accomplished":
                    self._suffer(happening.objects, Outcome(happening.outcome))
            for first, last, outcome in _listed(sentence):
                self._suffer((Role(first, last, "name"),), outcome)

    def person_in(self, role: Role) -> str | None:
        """Return the id of the person whom the words of a role name."""
        text = self.view.text[role.start : role.end]
        known = self._described_by(role) or self._find(text) or self._meant(role, text)
        return None if known is None else f"p{known.number}"

    def each_in(self, role: Role) -> tuple[Role, ...]:
        """Return a role for each of several persons whose names one phrase lists."""
        inside = [one for one in self._between(role.start, role.end) if one[1] <= role.end]
        if len(inside) < 2 or role.kind not in _NAMED:
            return (role,)
        return tuple(Role(start, end, "name") for start, end, _ in inside)

    def _between(self, start: int, end: int) -> list[tuple[int, int, _Known]]:
        """Return the phrases for persons that begin at ``start`` or later, before ``end``."""
        first = bisect_left(self._phrases, start, key=itemgetter(0))
        return self._phrases[first : bisect_left(self._phrases, end, key=itemgetter(0))]

    def _described_by(self, role: Role) -> _Known | None:
        """Return the person beside whose name the words of a role stand: "the mayor, Harazi,"."""
        near = self._between(role.start - _NEAR, role.end)
        return next((one for _, end, one in near if role.end <= end), None)

    def _meant(self, role: Role, text: str) -> _Known | None:
        """Return whom "him" or "the businessman" stands for: the last person told of before."""
        words = text.lower().split()
        near = [
            known
            for _, _, known in self._between(role.start - _NEAR, role.start)
            if known.outcome is not Outcome.KILLED
        ]
        if len(words) == 1 and (sex := _PRONOUNS.get(words[0])) is not None:
            return next((one for one in reversed(near) if one.sex in (sex, Sex.UNKNOWN)), None)
        if len(words) > 1 and words[0] == "the":
            said = " ".join(words[1:])
            known = [one for one in self._known[-_FEW:] if one.met < role.start]
            return next((one for one in reversed(known) if _is_called(one, said)), None)
        return None

    def entries(self) -> tuple[Person, ...]:
        """Return all of them, ``claims`` still empty."""
        return tuple(
            Person(
                id=f"p{known.number}",
                name=known.name,
                description=known.descriptions[0] if known.descriptions else None,
                age=known.age,
                sex=known.sex,
                role=known.role,
                outcome=known.outcome,
                span=self._span(known),
            )
            for known in self._known
        )

    def _span(self, known: _Known) -> Span:
        return self.view.span(known.start, known.end)

    def _learn(self, phrase: PersonPhrase) -> None:
        known = self._take(*phrase.name)
        if known is None:
            return
        self._phrases.append((phrase.start, phrase.end, known))
        told = [" ".join(self.view.text[slice(*one)].split()) for one in phrase.descriptions]
        known.descriptions += [one for one in told if one not in known.descriptions]
        known.descriptions.sort(key=len, reverse=True)
        known.sex = phrase.sex if known.sex is Sex.UNKNOWN else known.sex
        known.role = known.role or phrase.role

    def _is_somebody(self, phrase: PersonPhrase, sentence: SentenceFacts) -> bool:
        """Say whether names beside no word for people stand in a role that people have."""
        if any(one.start < phrase.end and phrase.start < one.end for one in sentence.organisations):
            return False
        words = len(_words_of(self.view.text[slice(*phrase.name)]))
        if words == 1 and _ARTICLE.search(self.view.text, max(0, phrase.start - 8), phrase.start):
            return False  # "the harazi" is a thing that no list knows
        for happening in sentence.happenings:
            harmed = happening.outcome is not None
            for role in (*happening.agents, *happening.objects):
                inside = role.start <= phrase.start and phrase.end <= role.end
                told = role.kind in _NAMED or (harmed and role.kind == "unknown")
                if inside and told and (words > 1 or harmed):
                    return True
        return any(first <= phrase.start < last for first, last, _ in _listed(sentence))

    def _lengthen(self) -> None:
        """Take in the words that stand before a name elsewhere and can only be part of it."""
        short = {known.name: known for known in self._known if len(known.words) <= _SHORT}
        if not short:
            return
        names = "|".join(map(re.escape, sorted(short, key=len, reverse=True)))
        pattern = re.compile(rf"\b((?:[A-Z][\w'-]+\s+){{1,3}})({names})\b")
        for match in pattern.finditer(self.view.text):
            given = list(takewhile(self._is_given, reversed(match[1].split())))[::-1]
            known = short[match[2]]
            name = " ".join((*given, match[2]))
            if len(name) > len(known.name):
                known.name, known.end = name, match.end()
                known.start = self.view.text.rindex(given[0], *match.span(1))

    def _is_given(self, word: str) -> bool:
        """Say whether a word with a capital is none that the language writes small."""
        folded = word.lower()
        small = self.pack.lexicon.small
        known = folded in self.pack.lexicon.begins or (small is not None and small.has(folded))
        return not known and country_named(word.title()) is None

    def _take(self, start: int, end: int) -> _Known | None:
        """Return the person with the name at ``start..end``, new or known."""
        name = " ".join(self.view.text[start:end].split())
        words = _words_of(name)
        if not words:
            return None
        known = self._same(words)
        if known is None:
            known = _Known(name, start, end, start, len(self._known) + 1)
            self._known.append(known)
        elif len(words) > len(known.words):
            known.name, known.start, known.end = name, start, end
        age = _AGE.match(self.view.text, end)
        known.age = known.age or (int(age[1]) if age else None)
        for word in words:
            bearers = self._by_word.setdefault(word, [])
            if known not in bearers[-_FEW:]:
                bearers.append(known)
        return known

    def _same(self, words: list[str]) -> _Known | None:
        """Return a person whose name holds these words, or is held by them, in this order."""
        for word in reversed(words):
            for known in self._by_word.get(word, [])[-_FEW:]:
                short, long = sorted((words, known.words), key=len)
                if set(short) <= set(long) and set(_family(short)) & set(_family(long)):
                    return known
        return None

    def _find(self, text: str) -> _Known | None:
        """Return the person named in a text: by the whole name, else by a family name."""
        best: tuple[int, _Known] | None = None
        said = _WORD.findall(text.lower())
        for word in said:
            for known in self._by_word.get(word, [])[-_FEW:]:
                if word not in _family(known.words):
                    continue
                shared = sum(one in said for one in known.words)
                if best is None or shared > best[0]:
                    best = (shared, known)
        return best[1] if best else None

    def _suffer(self, roles: Iterable[Role], outcome: Outcome) -> None:
        for role in roles:
            if role.kind in _NAMED:
                known = self._find(self.view.text[role.start : role.end])
                if known is not None and known.outcome is not Outcome.KILLED:
                    known.outcome = outcome


def _listed(sentence: SentenceFacts) -> list[tuple[int, int, Outcome]]:
    """Return where those stand whom a list of victims names: "were identified as", "among"."""
    return [
        (told.whole.start, told.whole.end, harm.outcome)
        for harm in sentence.harms
        if harm.rule in _LISTS
        for told in harm.victims
        if told.whole.named
    ]


def _is_called(known: _Known, said: str) -> bool:
    """Say whether a person was described with these words, or with one that ends in them."""
    return any(told.lower().endswith(said) for told in known.descriptions)


def _words_of(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.lower()) if word not in _PARTICLES]


def _family(words: list[str]) -> list[str]:
    """Return the words by which alone a person may be called: the last, or the last two of three.

    >>> _family(["luis", "carlos", "harazi", "jan"]), _family(["nasser", "harazi"])
    (['harazi', 'jan'], ['harazi'])
    """
    return words[-2:] if len(words) > 2 else words[-1:]
