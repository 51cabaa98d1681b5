"""People and the program say which claims are about one incident; nothing of it is final.

A merge, a split or a move is an act of several decisions on pairs of claims, kept in the ledger and
taken back as one. Codes follow: after each act and each linking the ledger notes which codes were
given or changed, so that taking an act back gives its codes back too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegata.app.linked import Keeper, Linked, known_incidents, refs_of
from allegata.app.views import DoubtfulPair, LinkReport, PairSide
from allegata.model.errors import InputError
from allegata.model.ids import short_id
from allegata.model.ledger import EntryKind
from allegata.model.linking import (
    ClaimRef,
    CodesGiven,
    KnownIncident,
    LinkDecision,
    LinkOutcome,
)
from allegata.model.store_port import CaseReader, CaseStore, CaseWriter
from allegata.model.wire import Json, to_json
from allegata.stages.resolve.codes import assign, changed, find


@dataclass(frozen=True, slots=True)
class Act:
    """Who does it, when and why; ``at`` is ISO 8601 in UTC."""

    reviewer: str
    at: str
    why: str = ""


Pair = tuple[ClaimRef, ClaimRef, LinkOutcome]


def link(store: CaseStore, keeper: Keeper, act: Act) -> LinkReport:
    """Link the accounts of the case anew and give codes; a second run changes nothing."""
    with store.write() as writer:
        linked = keeper.linked(writer)
        after = assign(linked.groups(), linked.known, at=act.at)
        given = changed(linked.known, after)
        _note(writer, given, act, "")
    held = {each.code for each in linked.known}
    return LinkReport(
        accounts=len(linked.accounts),
        incidents=len(linked.partition.groups),
        doubtful=len(linked.partition.doubtful),
        given=tuple(each.code for each in given if each.code not in held),
        gone=tuple(each.code for each in given if not each.claims),
    )


def decide_link(
    store: CaseStore, keeper: Keeper, a: ClaimRef, b: ClaimRef, outcome: LinkOutcome, act: Act
) -> LinkDecision:
    """Record what a person decides of two claims; it binds from now on.

    Raises:
        InputError: a claim is not there, or both are one.
    """
    with store.write() as writer:
        linked = keeper.linked(writer)
        for ref in (a, b):
            require_claim(linked, ref)
        if a == b:
            raise InputError("link.one_claim", "A claim is not linked to itself.", "Name two.")
        (decision,) = _decide(writer, [(a, b, outcome)], act)
        _give_codes(writer, keeper, act, decision.act)
    return decision


def merge(store: CaseStore, keeper: Keeper, code: str, other: str, act: Act) -> str:
    """Make one incident of two and return its code: that of the larger, or the older of equals.

    Raises:
        InputError: there is no such incident, or both codes are of one.
    """
    with store.write() as writer:
        linked = keeper.linked(writer)
        one, two = require_incident(linked, code), require_incident(linked, other)
        if one.code == two.code:
            raise InputError(
                "link.one_incident",
                f"{code} and {other} are one incident: {one.code}.",
                "Give the code of another incident.",
            )
        acts = _decide(writer, _together(linked, one.claims, two.claims), act)
        _give_codes(writer, keeper, act, acts[0].act)
        return require_incident(keeper.linked(writer), one.code).code


def split(store: CaseStore, keeper: Keeper, code: str, claims: Sequence[ClaimRef], act: Act) -> str:
    """Make an incident of its own of some claims of an incident, and return its code.

    Raises:
        InputError: no such incident, a claim is not of it, or nothing would be left.
    """
    with store.write() as writer:
        linked = keeper.linked(writer)
        whole = require_incident(linked, code)
        moved = _within(whole, claims)
        left = tuple(ref for ref in whole.claims if ref not in moved)
        if not left:
            raise InputError(
                "link.nothing_left",
                f"These are all claims of {whole.code}: nothing would be left of it.",
                "Pick some of them.",
            )
        acts = _decide(writer, _apart(linked, moved, left), act)
        _give_codes(writer, keeper, act, acts[0].act)
        return _code_of(keeper.linked(writer), moved[0])


def move(store: CaseStore, keeper: Keeper, claim: ClaimRef, code: str, act: Act) -> str:
    """Move a claim to another incident and return that one's code.

    Raises:
        InputError: there is no such claim or incident, or it is there already.
    """
    with store.write() as writer:
        linked = keeper.linked(writer)
        target = require_incident(linked, code)
        if claim in target.claims:
            raise InputError("link.there", f"The claim is in {target.code} already.")
        home = require_incident(linked, _code_of(linked, claim))
        left = tuple(ref for ref in home.claims if ref != claim)
        pairs = [
            *(_apart(linked, (claim,), left) if left else ()),
            *_together(linked, target.claims, (claim,)),
        ]
        acts = _decide(writer, pairs, act)
        _give_codes(writer, keeper, act, acts[0].act)
        return require_incident(keeper.linked(writer), target.code).code


def undo_act(store: CaseStore, keeper: Keeper, decision_id: str, act: Act) -> None:
    """Take back a decision on a link, or the whole act that it is a part of.

    Raises:
        InputError: no such decision is in force.
    """
    with store.write() as writer:
        every = writer.link_decisions()
        undone = {each.undoes for each in every}
        asked = [each for each in every if decision_id in {each.id, each.act}]
        standing = [each for each in asked if each.undoes is None and each.id not in undone]
        if not standing:
            raise InputError(
                "link.no_decision",
                f"There is no decision {decision_id} in force.",
                "It may have been taken back already.",
            )
        name = standing[0].act
        acts = [each for each in every if each.act == name and each.id not in undone]
        for each in [one for one in acts if one.undoes is None]:
            back = replace(
                each, id=_next_id(writer), undoes=each.id, reviewer=act.reviewer, at=act.at, why=""
            )
            _append(writer, EntryKind.LINK_DECIDED, to_json(back), act)
        _give_codes(writer, keeper, act, "", before=_before(writer, name))


def codes_in(reader: CaseReader, document_id: str) -> dict[str, str]:
    """Return the code of the incident of each claim of a document that has one, by claim id."""
    return {
        ref.claim: each.code
        for each in known_incidents(reader)
        for ref in each.claims
        if ref.document == document_id
    }


def doubtful(reader: CaseReader, keeper: Keeper) -> tuple[DoubtfulPair, ...]:
    """Return the pairs that a person had best look at, the most useful first."""
    linked = keeper.linked(reader)
    codes = {ref: each.code for each in linked.known for ref in each.claims}

    def side(account_id: str) -> PairSide:
        account = linked.accounts[account_id]
        refs = refs_of(account)
        claims = tuple((ref, claim) for ref in refs if (claim := linked.claim(ref)) is not None)
        return PairSide(account, codes.get(refs[0]) if refs else None, claims)

    return tuple(
        DoubtfulPair(each, side(each.a), side(each.b)) for each in linked.partition.doubtful
    )


def require_incident(linked: Linked, code: str) -> KnownIncident:
    """Return the incident of a code, a former one, or one of a person's own list.

    Raises:
        InputError: there is none.
    """
    found = find(linked.known, code) or _of_own(linked, code)
    if found is None or not found.claims:
        raise InputError(
            "case.no_incident",
            f"The case file has no incident {code}.",
            "See `allegata incidents` for those that it has; `allegata link` makes them.",
        )
    return found


def _of_own(linked: Linked, code: str) -> KnownIncident | None:
    """Return the incident that a row of a list is of, by its own id or alias."""
    refs = {ref for ref, own in linked.own.items() if code in (own.id, *own.told.aliases)}
    found = [each for each in linked.known if refs.intersection(each.claims)]
    return found[0] if len(found) == 1 else None


def require_claim(linked: Linked, ref: ClaimRef) -> None:
    """Raise an InputError where the case file has no such claim in force."""
    if linked.claim(ref) is None and ref not in linked.own:
        raise InputError(
            "link.no_claim",
            f"There is no claim {ref.claim} in force in document {ref.document}.",
            "The document may have been read again since; load it anew.",
        )


def _within(whole: KnownIncident, claims: Sequence[ClaimRef]) -> tuple[ClaimRef, ...]:
    foreign = [ref for ref in claims if ref not in whole.claims]
    if foreign or not claims:
        raise InputError(
            "link.not_of_it",
            f"Claim {foreign[0].claim if foreign else ''} is not of {whole.code}.".replace(
                "  ", " "
            ),
            "Name claims of the incident.",
        )
    return tuple(dict.fromkeys(claims))


def _together(linked: Linked, one: Sequence[ClaimRef], two: Sequence[ClaimRef]) -> list[Pair]:
    """Return the decisions by which two sets of claims are one incident, whatever was said before.

    A star of ``same`` holds them together; a ``different`` across them is decided anew.
    """
    first, *rest = _representatives(linked, (*one, *two))
    pairs: list[Pair] = [(first, ref, LinkOutcome.SAME) for ref in rest]
    across = _across(linked, one, two)
    pairs += [(a, b, LinkOutcome.SAME) for a, b, was in across if was is not LinkOutcome.SAME]
    return pairs


def _apart(linked: Linked, moved: Sequence[ClaimRef], left: Sequence[ClaimRef]) -> list[Pair]:
    """Return the decisions by which two sets of claims are each one incident, and two incidents.

    A star of ``same`` holds each side together, so that one ``different`` keeps all of them apart;
    a ``same`` across them is decided anew.
    """
    first, *others = _representatives(linked, moved)
    stays, *rest = _representatives(linked, left)
    pairs: list[Pair] = [(first, stays, LinkOutcome.DIFFERENT)]
    across = _across(linked, moved, left)
    pairs += [(a, b, LinkOutcome.DIFFERENT) for a, b, was in across if was is LinkOutcome.SAME]
    pairs += [(first, ref, LinkOutcome.SAME) for ref in others]
    pairs += [(stays, ref, LinkOutcome.SAME) for ref in rest]
    accounts = linked.account_of()
    for ref in moved:  # an account that is cut in two: its claims are told which side they are on
        cut = [other for other in left if accounts.get(other) == accounts.get(ref)]
        pairs += [(ref, other, LinkOutcome.DIFFERENT) for other in cut]
        pairs += [(stays, other, LinkOutcome.SAME) for other in cut if other != stays]
        pairs += [(first, ref, LinkOutcome.SAME) for _ in cut[:1] if ref != first]
    return pairs


def _across(linked: Linked, one: Sequence[ClaimRef], two: Sequence[ClaimRef]) -> list[Pair]:
    """Return the decisions in force between two sets of claims."""
    ours, theirs = frozenset(one), frozenset(two)
    return [
        (each.a, each.b, each.outcome)
        for each in linked.decisions
        if (each.a in ours and each.b in theirs) or (each.a in theirs and each.b in ours)
    ]


def _representatives(linked: Linked, claims: Sequence[ClaimRef]) -> list[ClaimRef]:
    """Return one claim for each account, sorted."""
    accounts = linked.account_of()
    found: dict[str, ClaimRef] = {}
    for ref in sorted(claims, key=lambda each: (each.document, each.claim)):
        found.setdefault(accounts.get(ref, f"{ref.document} {ref.claim}"), ref)
    return list(found.values())


def _decide(writer: CaseWriter, pairs: Sequence[Pair], act: Act) -> list[LinkDecision]:
    made: list[LinkDecision] = []
    for a, b, outcome in {frozenset((a, b)): (a, b, outcome) for a, b, outcome in pairs}.values():
        id_ = _next_id(writer)
        name = made[0].act if made else id_
        decision = LinkDecision(id_, a, b, outcome, act.reviewer, act.at, act.why, None, name)
        _append(writer, EntryKind.LINK_DECIDED, to_json(decision), act)
        made.append(decision)
    return made


def _give_codes(
    writer: CaseWriter,
    keeper: Keeper,
    act: Act,
    name: str,
    *,
    before: Sequence[KnownIncident] = (),
) -> None:
    """Note what codes become after an act; ``before`` are codes that go back to their claims."""
    linked = keeper.linked(writer)
    if not linked.known:
        return  # nothing was linked yet, and so no code was given
    restored = {each.code: each for each in before}
    claimed = {ref for each in before for ref in each.claims}
    known = [
        restored.get(each.code)
        or replace(each, claims=tuple(ref for ref in each.claims if ref not in claimed))
        for each in linked.known
    ]
    after = assign(_known_groups(linked), known, at=act.at)
    _note(writer, changed(linked.known, after), act, name)


def _known_groups(linked: Linked) -> list[tuple[ClaimRef, ...]]:
    """Return the groups that hold a claim of a known incident: what is new waits for linking."""
    coded = {ref for each in linked.known for ref in each.claims}
    return [group for group in linked.groups() if any(ref in coded for ref in group)]


def _note(writer: CaseWriter, given: tuple[KnownIncident, ...], act: Act, name: str) -> None:
    if given:
        body = to_json(CodesGiven(given, act.at, act.reviewer, name))
        _append(writer, EntryKind.INCIDENTS_CODED, body, act)


def _before(reader: CaseReader, name: str) -> tuple[KnownIncident, ...]:
    """Return, as they were before an act, the incidents whose codes it changed."""
    known: dict[str, KnownIncident] = {}
    for given in reader.codes_given():
        if given.act == name:
            return tuple(known[each.code] for each in given.incidents if each.code in known)
        known |= {each.code: each for each in given.incidents}
    return ()


def _code_of(linked: Linked, claim: ClaimRef) -> str:
    for each in linked.known:
        if claim in each.claims:
            return each.code
    raise InputError(
        "link.not_linked",
        f"Claim {claim.claim} is of no incident yet.",
        "Link the case first: `allegata link`.",
    )


def _append(writer: CaseWriter, kind: EntryKind, body: Json, act: Act) -> None:
    if not isinstance(body, dict):
        raise TypeError("the body of an entry is an object")
    writer.append(kind, body, at=act.at, reviewer=act.reviewer)


def _next_id(reader: CaseReader) -> str:
    """Return an id that no other ledger shares."""
    head = reader.head()
    return short_id("link", head.hash, head.seq + 1)
