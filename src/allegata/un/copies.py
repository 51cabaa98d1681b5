"""Documents without a symbol: of which work are they a copy or a language version?

In: the groups that symbols made, and the documents without one. Out: groups of all. A copy is known
by its words, which are those of another file, or by what its title says: kind, day, senders and
addressees; of what is no letter, by kind, organ, day of issue and all that it refers to. A state
may send two letters on one day: so nothing may speak against the match, it must be the only one,
and it carries a doubt. Where several come into question, none is chosen.

>>> from allegata.model.un import Sender, UnRecord
>>> sent = UnRecord(kind="letter", dated="2031-05-06", addressees=("secretary_general",),
...     senders=(Sender("permanent_representative", "TCD", "…"),))
>>> en, fr = (DocumentOutline(code, code, code, un=sent) for code in ("en", "fr"))
>>> [[member.outline.id for member in group.members] for group in join_copies([], [en, fr])]
[['en', 'fr']]
"""

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from allegata.model.doubt import Doubt
from allegata.model.un import UnRecord
from allegata.model.works import DocumentOutline
from allegata.un.gathering import Group, Member
from allegata.un.identity import identity_of

LETTERS = {"letter": "letter", "identical_letters": "letter", "note_verbale": "note_verbale"}
FEWEST_REFERENCES = 2  # by which a document that is no letter is known
MOST_ALIKE = 40  # of one title: more than that is a form letter, not copies of one document
_MOST_NAMED = 5  # candidates that a doubt names
ALONE = "no symbol, and like no other document here"
SAME_WORDS = "the same text, word for word, as"


@dataclass
class _Unit:
    """A group, and what may speak against its being the same document as another."""

    group: Group
    issued: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    cited: tuple[frozenset[str], ...] = ()  # of each member that refers to anything
    follows: frozenset[str] = frozenset()  # what it calls an earlier letter, or replies to
    own: frozenset[str] = frozenset()
    traits: frozenset[Hashable] = field(default_factory=frozenset)

    @property
    def label(self) -> str:
        symbols = [member.identity.symbol for member in self.group.members if member.identity]
        return symbols[0] if symbols else self.group.members[0].outline.name


def join_copies(groups: Sequence[Group], loose: Iterable[DocumentOutline]) -> list[Group]:
    """Return ``groups`` with the copies that belong to them, and groups of the other documents."""
    gathered = _with_same_words(groups, loose)
    if len(gathered) == len(groups):
        return gathered
    units = [_unit(group) for group in gathered]
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for trait in unit.traits:
            alike[trait].append(at)
    gone: set[int] = set()
    for places in alike.values():
        for at in places:
            units[at].group = _told_apart(units[at], [units[other] for other in places])
        for found in _candidates(units, places):
            together = [units[at] for at in found]
            if _is_clear(together):
                units[found[0]].group = _joined(together)
                gone.update(found[1:])
            else:
                for unit in together:
                    unit.group = _left_open(unit, together)
    return [unit.group for at, unit in enumerate(units) if at not in gone]


def cited_keys(outline: DocumentOutline) -> frozenset[str]:
    """Return the keys of the documents and resolutions that a document refers to."""
    symbols = (one.symbol for one in outline.cited if one.symbol is not None)
    return frozenset(identity_of(symbol).halves[0].exact for symbol in symbols)


def _with_same_words(groups: Sequence[Group], loose: Iterable[DocumentOutline]) -> list[Group]:
    """Join the documents whose text is that of another: the words say that they are the same.

    Rows of a table, posts and pages stay apart: two may say the same on different days.
    """
    texts: defaultdict[str, list[int]] = defaultdict(list)
    found = list(groups)
    for at, group in enumerate(groups):
        for sha256 in {member.outline.text_sha256 for member in group.members} - {None}:
            texts[str(sha256)].append(at)
    new: dict[str, int] = {}
    for outline in loose:
        text = outline.text_sha256 or ""
        homes = texts.get(text, [])
        if len(homes) == 1:
            found[homes[0]] = _with(found[homes[0]], outline)
        elif len(homes) > 1:
            labels = [_unit(groups[home]).label for home in homes]
            found.append(Group((Member(outline, None, ALONE, (_open(labels),)),)))
        elif text and outline.un is not None and text in new:
            found[new[text]] = _with(found[new[text]], outline)
        else:
            new[text] = len(found)
            found.append(Group((Member(outline, None, ALONE),)))
    return found


def _with(group: Group, outline: DocumentOutline) -> Group:
    same = next(
        member.outline.name
        for member in group.members
        if member.outline.text_sha256 == outline.text_sha256
    )
    member = Member(outline, None, f"{SAME_WORDS} {same}")
    return dataclasses.replace(group, members=(*group.members, member))


def _unit(group: Group) -> _Unit:
    outlines = [member.outline for member in group.members]
    # One trait for what has no symbol, so that it can be matched to one work alone.
    known_by = outlines if group.members[0].identity is not None else outlines[:1]
    records = [outline.un for outline in outlines if outline.un is not None]
    cited = [keys for keys in map(cited_keys, outlines) if keys]
    return _Unit(
        group,
        issued=frozenset(record.issued for record in records if record.issued),
        languages=frozenset(outline.language for outline in outlines if outline.language),
        cited=tuple(cited),
        follows=frozenset(
            half.work
            for outline in outlines
            for one in outline.cited
            if one.symbol is not None and one.relation != "cites"
            for half in identity_of(one.symbol).halves
        ),
        own=frozenset(
            half.work for one in group.members if one.identity for half in one.identity.halves
        ),
        traits=frozenset(trait for one in known_by if (trait := _trait(one)) is not None),
    )


def _trait(outline: DocumentOutline) -> Hashable | None:
    """Return what a document of no known symbol is known by, None where it says too little."""
    record = outline.un
    if record is None:
        return None
    senders = known_senders(record)
    if record.dated and senders and record.addressees and record.kind in LETTERS:
        return LETTERS[record.kind], record.dated, senders, frozenset(record.addressees)
    cited = cited_keys(outline)
    if record.kind and record.organ and record.issued and len(cited) >= FEWEST_REFERENCES:
        return record.kind, record.organ, record.issued, cited
    return None


def known_senders(record: UnRecord) -> frozenset[tuple[str, str | None]]:
    """Return the senders' offices and states; none where the state of one was not understood."""
    found = frozenset((sender.office, sender.state) for sender in record.senders)
    stateless = (office for office, state in found if state is None)
    return frozenset() if any(_speaks_for_a_state(office) for office in stateless) else found


def _speaks_for_a_state(office: str) -> bool:
    return office not in {
        "secretary_general",
        "president_of_the_security_council",
        "president_of_the_general_assembly",
    }


def _candidates(units: Sequence[_Unit], alike: Sequence[int]) -> list[list[int]]:
    """Return the sets of two or more that nothing speaks against, those with a symbol first."""
    if all(units[at].own for at in alike):
        return []
    if len(alike) > MOST_ALIKE:
        return [list(alike)]
    left, found = set(alike), []
    for start in alike:
        if start not in left:
            continue
        reached = [start]
        for at in reached:
            near = sorted(left - {*reached})
            reached += [other for other in near if _against(units[at], units[other]) is None]
        left -= {*reached}
        if len(reached) > 1:
            found.append(sorted(reached, key=lambda at: (not units[at].own, at)))
    return found


def _is_clear(units: Sequence[_Unit]) -> bool:
    """Say whether all agree with all: else a third document leaves open which two are one."""
    return len(units) <= MOST_ALIKE and all(
        _against(one, other) is None for one, other in itertools.combinations(units, 2)
    )


def _against(one: _Unit, other: _Unit) -> str | None:
    """Return what speaks against two documents of one title being the same, None if nothing."""
    if one.own and other.own:
        return "each has its own symbol"
    if one.issued and other.issued and not one.issued & other.issued:
        return "they were issued on different days"
    if one.follows & other.own or other.follows & one.own:
        return "one names the other as another document"  # "our letter of the same day (S/…)"
    shared = _share_references(one, other)
    if shared is None and not one.own and not other.own and one.languages & other.languages:
        return "in one language, the title alone is not enough"
    return "they refer to other documents" if shared is False else None


def _told_apart(unit: _Unit, alike: Sequence[_Unit]) -> Group:
    """Return the group with the reason why it is not the same as others of its title."""
    if unit.own or len(alike) > MOST_ALIKE:
        return unit.group
    against = sorted(
        f"{other.label}: {why}"
        for other in alike
        if other is not unit and (why := _against(unit, other)) is not None
    )
    if not against:
        return unit.group
    reason = f"no symbol; of the same title as {against[0]}"
    members = tuple(
        dataclasses.replace(one, reason=reason if one.reason == ALONE else one.reason)
        for one in unit.group.members
    )
    return dataclasses.replace(unit.group, members=members)


def _share_references(one: _Unit, other: _Unit) -> bool | None:
    """Say whether they refer to the same, most of it; None where one refers to nothing."""
    pairs = [(mine, theirs) for mine in one.cited for theirs in other.cited]
    if not pairs:
        return None
    return any(2 * len(mine & theirs) >= min(len(mine), len(theirs)) for mine, theirs in pairs)


def _joined(units: Sequence[_Unit]) -> Group:
    """Return the group of all: those without a symbol give the reason, and its doubt."""
    head, *others = units
    members = [] if head.own else _matched(head, others[0])
    members = members or list(head.group.members)
    for unit in others:
        members += _matched(unit, head)
    return dataclasses.replace(head.group, members=tuple(members))


def _matched(unit: _Unit, like: _Unit) -> list[Member]:
    """Return the members of ``unit``, held to be the same document as ``like``."""
    record = next(one.outline.un for one in unit.group.members if one.outline.un is not None)
    what = (
        f"kind, date ({record.dated}), senders and addressees are those of {like.label}"
        if record.dated
        else f"kind, organ, day of issue ({record.issued}) and references are those of {like.label}"
    )
    if record.dated and _share_references(unit, like):
        what += ", and it refers to the same documents"
    doubt = Doubt("work.matched_without_symbol", f"it bears no symbol: {what}")
    return [
        dataclasses.replace(
            member,
            reason=member.reason if member.reason.startswith(SAME_WORDS) else f"no symbol; {what}",
            doubts=(*member.doubts, doubt),
        )
        for member in unit.group.members
    ]


def _left_open(unit: _Unit, together: Sequence[_Unit]) -> Group:
    """Return the group with a doubt on each member without a symbol: it may be any of several."""
    if unit.own:
        return unit.group
    doubt = _open([other.label for other in together if other is not unit])
    members = tuple(
        dataclasses.replace(member, doubts=(*member.doubts, doubt)) for member in unit.group.members
    )
    return dataclasses.replace(unit.group, members=members)


def _open(labels: Sequence[str]) -> Doubt:
    named = ", ".join(sorted(labels)[:_MOST_NAMED])
    more = f" and {len(labels) - _MOST_NAMED} more" if len(labels) > _MOST_NAMED else ""
    return Doubt("work.ambiguous", f"it may be the same document as {named}{more}: left alone")
