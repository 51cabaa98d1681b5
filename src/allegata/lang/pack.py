"""A language pack: the words of a language as data, loaded from its TOML files.

>>> pack = load_pack("en")
>>> [entry.cls for entry in pack.lexicon.at(["at", "least", "five"], 0)[1]]
['QUAL_LOW']
>>> available_packs()
('en',)
"""

import hashlib
import tomllib
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import cast

from allegata.lang.small_words import SmallWords
from allegata.lang.tokens import tokenize
from allegata.model.errors import ConfigError

# The files whose entries make the lexicon, in order of precedence for homographs.
LEXICON_FILES = (
    "function_words.toml",
    "numbers.toml",
    "harm.toml",
    "acts.toml",
    "means.toml",
    "targets.toml",
    "people.toml",
    "actors.toml",
    "attribution.toml",
    "norms.toml",
    "things.toml",
)
_ONE_OF = {"PEOPLE": "PERSON"}  # the class of a word for one, by the class of the word for many
VERB_FORMS = ("base", "third", "past", "participle", "ing")

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or term in one class. ``form`` is a verb's form, "" for other words.

    ``data`` are the other keys of its table in the TOML file: outcome, status, cause, …
    """

    cls: str
    lemma: str
    form: str
    data: Table

    def text(self, key: str, default: str = "") -> str:
        """Return the string under ``key``."""
        value = self.data.get(key, default)
        return value if isinstance(value, str) else default

    def flag(self, key: str) -> bool:
        """Say whether ``key`` is set to true."""
        return self.data.get(key) is True

    def number(self, key: str) -> int | None:
        """Return the whole number under ``key``, None where there is none."""
        value = self.data.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None


class Lexicon:
    """Terms of one or more tokens, found by longest match at a token."""

    def __init__(self, small: SmallWords | None = None) -> None:
        self.small = small  # told only where the language writes names with capitals
        self._terms: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
        self._lengths: dict[str, list[int]] = {}  # of the terms that begin with a word, falling

    def add(self, form: str, entry: Entry) -> None:
        """Add ``entry`` under the tokens of ``form``; the first class added is preferred."""
        tokens = tuple(tokenize(form).folded)
        entries = self._terms.setdefault(tokens[0], {}).setdefault(tokens, [])
        if all(known.cls != entry.cls or known.form != entry.form for known in entries):
            entries.append(entry)
        lengths = {*self._lengths.get(tokens[0], ()), len(tokens)}
        self._lengths[tokens[0]] = sorted(lengths, reverse=True)

    @property
    def begins(self) -> Container[str]:
        """The words with which a term can begin."""
        return self._terms

    def at(self, folded: Sequence[str], index: int) -> tuple[int, list[Entry]]:
        """Return the length in tokens of the longest term at ``index``, and its entries."""
        terms = self._terms.get(folded[index])
        if terms is None:
            return 0, []
        for length in self._lengths[folded[index]]:
            entries = terms.get(tuple(folded[index : index + length]))
            if entries is not None and index + length <= len(folded):
                return length, entries
        return 0, []


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """What a language says: its lexicon, the raw tables of its files, and their digest."""

    language: str
    lexicon: Lexicon
    tables: Mapping[str, Table]
    no_sentence_end: tuple[str, ...]
    digest: str

    def table(self, name: str) -> Table:
        """Return the parsed file ``name`` (without ``.toml``)."""
        return self.tables[name]


def rows(table: Table, key: str) -> list[Table]:
    """Return the array of tables under ``key``; empty where there is none."""
    return cast("list[Table]", table.get(key, []))


def words(table: Table, key: str = "forms") -> tuple[str, ...]:
    """Return the list of strings under ``key``."""
    return tuple(cast("list[str]", table.get(key, [])))


def available_packs() -> tuple[str, ...]:
    """Return the languages from which claims are read."""
    return tuple(sorted(item.name for item in _packs().iterdir() if (item / "harm.toml").is_file()))


@cache
def load_pack(language: str) -> LanguagePack:
    """Return the pack of ``language``; an unknown language is a ConfigError."""
    folder = _packs() / language
    if language not in available_packs():
        known = ", ".join(available_packs())
        raise ConfigError(
            "pack.unknown", f"There is no language pack {language!r}.", f"Known packs: {known}."
        )
    files = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    contents = {name: (folder / name).read_bytes() for name in files}
    tables = {name[:-5]: tomllib.loads(body.decode()) for name, body in contents.items()}
    listed = tables.get("common_words", {}).get("words")
    lexicon = Lexicon(SmallWords(listed) if isinstance(listed, str) else None)
    for name in LEXICON_FILES:
        for table in rows(tables[name[:-5]], "entry"):
            add_entry(lexicon, table)
    hasher = hashlib.sha256()
    for name in files:
        hasher.update(name.encode() + b"\0" + contents[name] + b"\0")
    return LanguagePack(
        language=language,
        lexicon=lexicon,
        tables=tables,
        no_sentence_end=words(tables["pack"], "no_sentence_end"),
        digest=f"{language}@{hasher.hexdigest()[:12]}",
    )


def add_entry(lexicon: Lexicon, table: Table) -> None:
    """Add the terms of one ``[[entry]]`` table: plain forms, a verb's five forms, or values.

    Words for people stand under ``forms`` where they mean several, under ``one`` where they mean
    one: "a soldier" counts one by its article alone, "the soldiers" counts nobody.
    """
    cls = str(table["class"])
    verb = words(table, "verb")
    for form, spelling in zip(VERB_FORMS, verb, strict=True) if verb else ():
        lexicon.add(spelling, Entry(cls, verb[0], form, table))
    for spelling in words(table):
        lexicon.add(spelling, Entry(cls, spelling, "", table))
    for spelling in words(table, "one"):
        lexicon.add(spelling, Entry(_ONE_OF.get(cls, cls), spelling, "", table))
    for spelling, value in cast("Mapping[str, int]", table.get("values", {})).items():
        lexicon.add(spelling, Entry(cls, spelling, "", {**table, "value": value}))


def _packs() -> Traversable:
    return resources.files("allegata.lang") / "packs"
