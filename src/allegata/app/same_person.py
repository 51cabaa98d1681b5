"""People say of two entries of victims whether they are one person; the ledger keeps it.

In: two entries of a case and what a person holds of them. Out: a decision, taken back as easily as
made. The machine joins nobody by itself.
"""

from dataclasses import replace

from allegata.app.case_victims import CaseVictim, bonds_of, victims_of
from allegata.app.linked import Keeper, Linked, same_people_in_force
from allegata.app.linking import Act
from allegata.model.errors import InputError
from allegata.model.ids import short_id
from allegata.model.ledger import EntryKind
from allegata.model.store_port import CaseReader, CaseStore, CaseWriter
from allegata.model.victims import Sameness, SamePersonDecision
from allegata.model.wire import to_json


def decide_same_person(
    store: CaseStore, keeper: Keeper, one: str, other: str, outcome: Sameness, act: Act
) -> SamePersonDecision:
    """Record what a person holds of two entries, by their ids or the beginnings of them.

    Raises:
        InputError: there are no such entries, both are one, or what was decided before says
            otherwise of them.
    """
    with store.write() as writer:
        linked = keeper.linked(writer)
        a, b = require_victim(linked, one), require_victim(linked, other)
        if a.id == b.id:
            raise InputError(
                "victims.one_entry", "An entry is not compared with itself.", "Name two."
            )
        _require_agreement(linked, a, b, outcome)
        made = SamePersonDecision(
            _next_id(writer), a.ref, b.ref, outcome, act.reviewer, act.at, act.why.strip()
        )
        _append(writer, made)
    return made


def undo_same_person(store: CaseStore, decision_id: str, act: Act) -> bool:
    """Take a decision on two entries back, and say whether there was one of that id in force."""
    with store.write() as writer:
        standing = {each.id: each for each in same_people_in_force(writer.same_person_decisions())}
        if decision_id not in standing:
            return False
        back = replace(
            standing[decision_id],
            id=_next_id(writer),
            undoes=decision_id,
            reviewer=act.reviewer,
            at=act.at,
        )
        _append(writer, back)
    return True


def require_victim(linked: Linked, wanted: str) -> CaseVictim:
    """Return the entry of an id, or of the beginning of one.

    Raises:
        InputError: there is none, or there are several.
    """
    found = [each for each in victims_of(linked) if wanted and each.id.startswith(wanted)]
    if len(found) != 1:
        told = "no entry of a victim" if not found else f"{len(found)} entries of victims"
        raise InputError(
            "victims.no_entry",
            f"The case file has {told} with the id {wanted}.",
            "See `allegata victims list` for the ids; give more of one.",
        )
    return found[0]


def _require_agreement(linked: Linked, a: CaseVictim, b: CaseVictim, outcome: Sameness) -> None:
    """Refuse what cannot be with what was decided of others; on the same two the last binds."""
    pair = {a.ref, b.ref}
    before = [each for each in linked.same_people if {each.a, each.b} != pair]
    refs = {each.ref: each.id for each in victims_of(linked)}
    bonds = bonds_of(replace(linked, same_people=tuple(before)), refs)
    against = bonds.are_apart if outcome is Sameness.SAME else bonds.are_one
    if against(a.id, b.id):
        held = "different people" if outcome is Sameness.SAME else "one person"
        raise InputError(
            "victims.contradiction",
            f"By what was decided of others, {a.id} and {b.id} are {held}.",
            "Take one of those decisions back first: `allegata victims decisions` names them.",
        )


def _append(writer: CaseWriter, decision: SamePersonDecision) -> None:
    body = to_json(decision)
    if not isinstance(body, dict):
        raise TypeError("a decision on two entries is an object")
    writer.append(EntryKind.SAME_PERSON_DECIDED, body, at=decision.at, reviewer=decision.reviewer)


def _next_id(reader: CaseReader) -> str:
    """Return an id that no other ledger shares."""
    head = reader.head()
    return short_id("same person", head.hash, head.seq + 1)
