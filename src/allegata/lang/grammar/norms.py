"""Legal characterisations: what a text calls a violation, a war crime, illegal, and of what.

A norm is said of acts told before ("those acts are a grave breach of human rights law"),
of a weapon ("internationally prohibited"), or of an actor's standing ("established without the
permission of the Government").

>>> from allegata.lang.pack import load_pack
>>> text = "Those actions amount to war crimes and crimes against humanity."
>>> [(norm.label, norm.subject) for norm in find_norms(text, load_pack("en"))]
[('war crimes', 'Those actions'), ('crimes against humanity', 'Those actions')]
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from allegata.lang.grammar.phrases import any_of, find_phrases, fold
from allegata.lang.pack import LanguagePack, Table, load_pack, rows, words

_FAR = 70  # characters between a predicate and its label
_NEAR = 40  # characters between "in breach of" and the instrument
_CLAUSE = re.compile(r"[;:,]|\b(?:that|whether|who|which)\b")
_LIST = re.compile(r"[^.;:]{0,40}(?:,|\band|\bor)\s+(?:[a-z]+\s+){0,3}")


@dataclass(frozen=True, slots=True)
class FoundNorm:
    """A norm at ``start..end``. ``subject`` are the words before the verb, if any."""

    start: int
    end: int
    label: str
    instrument: str | None
    polarity: str
    subject: str


@dataclass(frozen=True, slots=True)
class FoundStanding:
    """What is said of an actor's standing: "illegal", "without the permission of the …"."""

    start: int
    end: int
    label: str


def find_norms(sentence: str, pack: LanguagePack) -> tuple[FoundNorm, ...]:
    """Return the norms that ``sentence`` says of its subject; one for each instrument it names.

    A label needs a predicate before it ("constitutes a violation of"); a verb ("contravenes the
    Charter") or an adverbial ("in breach of humanitarian law") needs the instrument alone.
    """
    table = _patterns(pack.language)
    if not table.sign.search(sentence):
        return ()
    found: list[FoundNorm] = []
    chain: tuple[int, int] | None = None  # where the last label's predicate and the label end
    breaches = list(table.breach.finditer(sentence))
    for match in table.norm.finditer(sentence):
        if any(one.start() <= match.start() < one.end() for one in breaches):
            continue
        verb = _predicate(sentence, match.start(), table)
        if verb is not None:
            at = verb.start()
        elif chain is not None and _LIST.fullmatch(sentence, chain[1], match.start()):
            at = chain[0]
        else:
            continue
        chain = at, match.end()
        row = table.labels[fold(match.group())]
        subject = sentence[:at].strip()
        if row.get("takes") == "instruments":
            found += _of_instruments(sentence, match, row, subject, pack)
        else:
            found.append(_found(match.start(), match.end(), row, None, subject))
    for match in breaches:
        row = table.breaches[fold(match.group())]
        subject = sentence[: match.start()].strip()
        found += _of_instruments(sentence, match, row, subject, pack, near=_NEAR)
    return tuple(sorted(found, key=lambda norm: norm.start))


def _of_instruments(
    sentence: str,
    match: re.Match[str],
    row: Table,
    subject: str,
    pack: LanguagePack,
    *,
    near: int = 10_000,
) -> list[FoundNorm]:
    """Return a norm for each instrument named after the words; none where none is."""
    return [
        _found(match.start(), instrument.end, row, str(instrument.row["name"]), subject)
        for instrument in find_phrases(sentence, pack, "norms", "instrument")
        if match.end() <= instrument.start <= match.end() + near
    ]


def _found(start: int, end: int, row: Table, instrument: str | None, subject: str) -> FoundNorm:
    polarity = str(row.get("polarity", "violates"))
    return FoundNorm(start, end, str(row["label"]), instrument, polarity, subject)


def _predicate(sentence: str, end: int, table: "_Patterns") -> re.Match[str] | None:
    """Return the predicate of the clause in which a label stands at ``end``, the last one."""
    found = None
    for match in table.predicate.finditer(sentence, max(0, end - _FAR), end):
        found = match
    if found is None or _CLAUSE.search(sentence, found.end(), end):
        return None
    return found


def find_standings(sentence: str, pack: LanguagePack) -> tuple[FoundStanding, ...]:
    """Return what ``sentence`` says of an actor's standing."""
    return tuple(
        FoundStanding(found.start, found.end, str(found.row["label"]))
        for found in find_phrases(sentence, pack, "norms", "standing")
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    """``sign`` finds what any norm has, so that most sentences are passed over at once."""

    sign: re.Pattern[str]
    predicate: re.Pattern[str]
    norm: re.Pattern[str]
    labels: dict[str, Table]
    breach: re.Pattern[str]
    breaches: dict[str, Table]


@cache
def _patterns(language: str) -> _Patterns:
    table = load_pack(language).table("norms")
    predicates = [form for row in rows(table, "predicate") for form in words(row)]
    labels = {
        form: row
        for row in [*rows(table, "entry"), *rows(table, "label")]
        if row.get("class", "NORM") == "NORM" and row.get("attributive") is not True
        for form in words(row)
    }
    breaches = {form: row for row in rows(table, "breach") for form in words(row)}

    def expression(forms: Iterable[str]) -> re.Pattern[str]:
        return re.compile(any_of(list(forms)), re.IGNORECASE)

    return _Patterns(
        expression([*labels, *breaches]),
        expression(predicates),
        expression(labels),
        labels,
        expression(breaches),
        breaches,
    )
