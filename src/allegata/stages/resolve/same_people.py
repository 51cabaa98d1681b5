"""Two counts: may they be of the same people, by what their words say and exclude?

In: counts of one outcome of one incident. Out: whether the later one may tell of the people of the
earlier one again, or of some of them. Nothing here looks at figures of other groups.

>>> sorted(particular_words() & {"student", "people"})
['student']
"""

from functools import cache

from allegata.lang.pack import available_packs, load_pack, rows, words
from allegata.model.count import Count
from allegata.model.vocabularies import Age, Derivation, Sex, Status


def fits(one: Count, other: Count) -> bool:
    """Say whether two counts may be of the same people: neither says what the other excludes."""
    larger = one.vague is not None or (_number_of(one) or 0) >= (_number_of(other) or 0)
    if one.group.role != other.group.role and "leader" in (one.group.role, other.group.role):
        return is_general(one) and larger
    pairs = (
        (one.group.status, other.group.status, Status.UNKNOWN),
        (one.group.age, other.group.age, Age.UNKNOWN),
        (one.group.sex, other.group.sex, Sex.UNKNOWN),
        (one.group.role, other.group.role, None),
    )
    if any(a != b and unknown not in (a, b) for a, b, unknown in pairs):
        return False
    if is_general(one):
        return larger or is_general(other)
    if _is_word_for_all(other) and _number_of(one) == _number_of(other):
        return True  # "a woman was killed" … "one civilian was killed"
    return _head(one) == _head(other) or (larger and _covers(one, other))


def _covers(one: Count, other: Count) -> bool:
    """Say whether "three children" may have in them "a girl": told of more, and no closer."""
    a, b = one.group, other.group
    return (
        (_number_of(one) or 0) > 1
        and a.role is None
        and (a.age is not Age.UNKNOWN or a.sex is not Sex.UNKNOWN)
        and a.age in (Age.UNKNOWN, b.age)
        and a.sex in (Sex.UNKNOWN, b.sex)
    )


def is_general(count: Count) -> bool:
    """Say whether the words mean just people, or civilians or fighters, and not one alone."""
    return _is_word_for_all(count) and (_number_of(count) or 0) != 1


def _is_word_for_all(count: Count) -> bool:
    group = count.group
    return (
        _head(count) not in particular_words()
        and count.derivation is not Derivation.ENUMERATED
        and group.status in (Status.UNKNOWN, Status.CIVILIAN, Status.MILITANT)
        and group.age is Age.UNKNOWN
        and group.sex is Sex.UNKNOWN
        and group.role is None
    )


@cache
def particular_words() -> frozenset[str]:
    """Return the words of all packs that say what people do or are to each other: "students"."""
    return frozenset(
        word.rstrip("s")
        for language in available_packs()
        for entry in rows(load_pack(language).table("people"), "entry")
        if entry["class"] == "PEOPLE" and not entry.get("general") and not entry.get("status")
        for word in (*words(entry), *words(entry, "one"))
    )


def is_in_general(count: Count) -> bool:
    """Say whether vague words mean just people: "several men", "individuals"."""
    group = count.group
    return (
        count.vague is not None
        and _head(count) not in particular_words()
        and group.status is Status.UNKNOWN
        and group.role is None
        and group.relation is None
        and group.age in (Age.UNKNOWN, Age.ADULT)
        and group.sex is not Sex.FEMALE
    )


def is_vague(count: Count) -> bool:
    """Say whether words stand for a number: "dozens", a bare plural."""
    return count.vague is not None


def is_pronoun(count: Count) -> bool:
    """Say whether "he" or "they" stands for people told of before."""
    return count.known and count.derivation is Derivation.INFERRED and is_bare(count)


def is_same_name(one: Count, other: Count) -> bool:
    """Say whether two names end alike: "Karim Harazi", "Harazi"."""
    if one.derivation is not Derivation.ENUMERATED or other.derivation is not one.derivation:
        return False
    names = [count.raw.split("(")[0].split() for count in (one, other)]
    return all(names) and names[0][-1] == names[1][-1] and names[0][0][0] == names[1][0][0]


def is_bare(count: Count) -> bool:
    """Say whether a number stands alone, without a word for people."""
    return count.group.raw == count.raw


def kind(count: Count) -> tuple[object, ...]:
    """Return what kind of people are counted: status, age, sex, role, and the word for them."""
    group = count.group
    return (group.status, group.age, group.sex, group.role, _head(count))


def _head(count: Count) -> str:
    words = count.group.raw.lower().split()
    return words[-1].rstrip("s") if words else ""


def _number_of(count: Count) -> int | None:
    return next((n for n in (count.best, count.low, count.high) if n is not None), None)


def is_part(standing: Count, part: Count) -> bool:
    """Say whether a group that stands is the part that a later whole tells of."""
    if part.known and part.group.role == standing.group.role:
        return True
    return kind(standing) == kind(part) or (
        standing.group.role == part.group.role is not None
        and _number_of(standing) == _number_of(part)
    )
