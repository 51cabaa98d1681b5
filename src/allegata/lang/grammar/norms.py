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
from dataclasses import dataclass
from functools import cache

from allegata.lang.grammar.phrases import any_of, find_phrases, fold
from allegata.lang.pack import LanguagePack, Table, load_pack, rows, words


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
    """Return the norms that ``sentence`` says of its subject; one for each instrument it names."""
    predicate, norm, labels = _patterns(pack.language)
    verb = predicate.search(sentence)
    if verb is None:
        return ()
    subject = sentence[: verb.start()].strip()
    found: list[FoundNorm] = []
    for match in norm.finditer(sentence, verb.end()):
        row = labels[fold(match.group())]
        polarity = str(row.get("polarity", "violates"))
        label = str(row["label"])
        if row.get("takes") != "instruments":
            found.append(FoundNorm(match.start(), match.end(), label, None, polarity, subject))
            continue
        for instrument in find_phrases(sentence, pack, "norms", "instrument"):
            if instrument.start >= match.end():
                name = str(instrument.row["name"])
                found.append(
                    FoundNorm(match.start(), instrument.end, label, name, polarity, subject)
                )
    return tuple(found)


def find_standings(sentence: str, pack: LanguagePack) -> tuple[FoundStanding, ...]:
    """Return what ``sentence`` says of an actor's standing."""
    return tuple(
        FoundStanding(found.start, found.end, str(found.row["label"]))
        for found in find_phrases(sentence, pack, "norms", "standing")
    )


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Table]]:
    table = load_pack(language).table("norms")
    predicates = [form for row in rows(table, "predicate") for form in words(row)]
    labels = {
        form: row
        for row in rows(table, "entry")
        if row["class"] == "NORM" and row.get("attributive") is not True
        for form in words(row)
    }
    return (
        re.compile(any_of(predicates), re.IGNORECASE),
        re.compile(any_of(list(labels)), re.IGNORECASE),
        labels,
    )
