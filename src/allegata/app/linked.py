"""The case file as linking sees it: documents, accounts, decisions, and which codes there are.

Everything here follows from claims and the ledger; it is made anew when either has changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from allegata.app.own_accounts import FindPlace, account_of, nowhere
from allegata.app.own_linking import with_rows
from allegata.app.own_lists import own_incidents, victims_listed
from allegata.app.viewing import case_document
from allegata.app.views import CaseDocument
from allegata.model.casefile import DocumentStatus
from allegata.model.claim import Claim
from allegata.model.importing import ImportedRow, OwnIncident
from allegata.model.linking import Account, ClaimRef, KnownIncident, LinkDecision, Partition
from allegata.model.source import Source
from allegata.model.store_port import CaseReader
from allegata.model.victims import SamePersonDecision
from allegata.model.works import Work, outlines_of
from allegata.stages.resolve.codebook import NONE
from allegata.stages.resolve.grading import DEFAULT_SCHEME
from allegata.stages.resolve.reckoning import HIERARCHY, SourceOrder, rules
from allegata.stages.resolve.tallies import DEFAULT
from allegata.un.works import group_works

REJECTED = "rejected"
MakeAccounts = Callable[
    [CaseDocument, Sequence[Source], Sequence[LinkDecision]], tuple[Account, ...]
]
MakeLinks = Callable[[Sequence[Account], Sequence[LinkDecision]], Partition]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the project counts and grades: a rule, a table of vague words, and one scheme.

    ``order`` are the kinds of source, the highest first, for the rule that asks for it.
    """

    rule: str = DEFAULT
    table: str = NONE
    scheme: str = DEFAULT_SCHEME
    order: SourceOrder = ()

    def others(self) -> tuple[str, ...]:
        """Return the rules beside the project's own; without an order none goes by it."""
        without = {self.rule} if self.order else {self.rule, HIERARCHY}
        return tuple(rule for rule in rules() if rule not in without)


@dataclass(frozen=True, slots=True)
class Linker:
    """What links: how a document becomes accounts, and accounts become a partition."""

    accounts: MakeAccounts
    link: MakeLinks
    settings: Settings = field(default_factory=Settings)
    find_place: FindPlace = nowhere


@dataclass(frozen=True, slots=True)
class Linked:
    """One state of the case file. ``decisions`` are those in force.

    ``own`` are the incidents of people's own lists: a row stands where a claim would stand.
    ``works`` are the documents of the United Nations with more texts than one, ``listed`` the rows
    of victims of people's own lists, ``same_people`` what people decided of victims, in force.
    """

    documents: Mapping[str, CaseDocument]
    accounts: Mapping[str, Account]
    partition: Partition
    decisions: tuple[LinkDecision, ...]
    known: tuple[KnownIncident, ...]
    own: Mapping[ClaimRef, OwnIncident] = field(default_factory=dict)
    works: tuple[Work, ...] = ()
    listed: tuple[ImportedRow, ...] = ()
    same_people: tuple[SamePersonDecision, ...] = ()

    def groups(self) -> list[tuple[ClaimRef, ...]]:
        """Return the claims of each group of accounts."""
        return [
            tuple(ref for account in group for ref in refs_of(self.accounts[account]))
            for group in self.partition.groups
        ]

    def account_of(self) -> dict[ClaimRef, str]:
        """Return which account each claim belongs to."""
        return {ref: each.id for each in self.accounts.values() for ref in refs_of(each)}

    def claim(self, ref: ClaimRef) -> Claim | None:
        """Return a claim in force, None where there is none (any more)."""
        shown = self.documents.get(ref.document)
        return claims_in_force(shown).get(ref.claim) if shown is not None else None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made of one document, and of which state of it: entries, and decisions on it."""

    stamp: int
    shown: CaseDocument
    asked: tuple[str, ...] = ()
    accounts: tuple[Account, ...] | None = None


@dataclass
class Keeper:
    """Keeps what was made of the case file, and makes anew only what has changed.

    A document's accounts hold until something about it changes, the partition until an account or
    a decision does.
    """

    linker: Linker | None = None
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _made: tuple[tuple[object, ...], dict[str, Account], Partition] | None = None
    _linked: tuple[str, Linked] | None = None  # and the head of the ledger that it is of

    def documents(self, reader: CaseReader) -> dict[str, CaseDocument]:
        """Return the documents that were read, by id, each made anew only when it has changed."""
        last = reader.last_entries()
        read = [each.id for each in reader.documents() if each.status is DocumentStatus.READ]
        kept: dict[str, _Kept] = {}
        for id_ in read:
            held, stamp = self._kept.get(id_), last.get(id_, 0)
            fresh = held is None or held.stamp != stamp
            kept[id_] = _Kept(stamp, case_document(reader, id_)) if fresh or held is None else held
        self._kept = kept
        return {id_: each.shown for id_, each in kept.items()}

    def linked(self, reader: CaseReader) -> Linked:
        """Return the case file as linking sees it now."""
        head = reader.head().hash
        if self._linked is None or self._linked[0] != head:
            documents = self.documents(reader)
            decisions = in_force(reader.link_decisions())
            imports = reader.imports()
            own = own_incidents(imports)
            accounts, partition = self._partition(reader.sources(), own, decisions)
            known = known_incidents(reader)
            rows = {ClaimRef(each.document, each.id): each for each in own}
            linked = Linked(
                documents,
                accounts,
                partition,
                decisions,
                known,
                rows,
                works_of(documents),
                victims_listed(imports),
                same_people_in_force(reader.same_person_decisions()),
            )
            self._linked = (head, linked)
        return self._linked[1]

    def _partition(
        self,
        register: Sequence[Source],
        own: Sequence[OwnIncident],
        decisions: tuple[LinkDecision, ...],
    ) -> tuple[dict[str, Account], Partition]:
        if self.linker is None:
            return {}, Partition((), (), ())
        self._make_accounts(register, decisions, self.linker)
        state = (
            tuple(own),
            tuple((id_, each.stamp, each.asked) for id_, each in self._kept.items()),
            tuple(each.id for each in decisions),
        )
        if self._made is None or self._made[0] != state:
            made = [each for kept in self._kept.values() for each in kept.accounts or ()]
            rows = [account_of(each, self.linker.find_place) for each in own]
            partition = self.linker.link(sorted(made, key=_id), decisions)
            accounts = {each.id: each for each in sorted([*made, *rows], key=_id)}
            if rows:
                whole = self.linker.link(list(accounts.values()), decisions)
                partition = with_rows(partition, whole, {each.id: each.roll for each in rows})
            self._made = (state, accounts, partition)
        return self._made[1], self._made[2]

    def _make_accounts(
        self, register: Sequence[Source], decisions: Sequence[LinkDecision], linker: Linker
    ) -> None:
        """Make the accounts of documents that have changed, or on which decisions have."""
        told = tuple(repr(source) for source in register)
        within: dict[str, list[str]] = {}
        for each in decisions:
            if each.a.document == each.b.document:  # these alone may cut an account in two
                within.setdefault(each.a.document, []).append(each.id)
        for id_, kept in self._kept.items():
            asked = (*told, *within.get(id_, ()))
            if kept.accounts is None or kept.asked != asked:
                accounts = linker.accounts(kept.shown, register, decisions)
                self._kept[id_] = _Kept(kept.stamp, kept.shown, asked, accounts)


def _id(account: Account) -> str:
    return account.id


def words_of(linked: Linked) -> dict[ClaimRef, tuple[int, ...]]:
    """Return the sketch of the words of each claim's account."""
    return {ref: each.words for each in linked.accounts.values() for ref in refs_of(each)}


def works_of(documents: Mapping[str, CaseDocument]) -> tuple[Work, ...]:
    """Return the documents of the United Nations of which several texts are here."""
    held = (documents[id_].document for id_ in sorted(documents))
    outlines = outlines_of(each for each in held if each is not None and each.un is not None)
    return tuple(work for work in group_works(outlines) if len(work.expressions) > 1)


def in_force(decisions: Iterable[LinkDecision]) -> tuple[LinkDecision, ...]:
    """Return the decisions that were not taken back, the last on each two claims, oldest first."""
    standing: dict[str, LinkDecision] = {}
    for decision in decisions:
        if decision.undoes is not None:
            standing.pop(decision.undoes, None)
        else:
            standing[decision.id] = decision
    last: dict[frozenset[ClaimRef], str] = {}
    for decision in standing.values():
        last[frozenset((decision.a, decision.b))] = decision.id
    return tuple(each for each in standing.values() if each.id in last.values())


def same_people_in_force(
    decisions: Iterable[SamePersonDecision],
) -> tuple[SamePersonDecision, ...]:
    """Return the decisions on victims that stand, the last on each two, oldest first."""
    standing: dict[str, SamePersonDecision] = {}
    for each in decisions:
        if each.undoes is not None:
            standing.pop(each.undoes, None)
        else:
            standing[each.id] = each
    last = {frozenset((each.a, each.b)): each.id for each in standing.values()}
    return tuple(each for each in standing.values() if each.id in last.values())


def known_incidents(reader: CaseReader) -> tuple[KnownIncident, ...]:
    """Return the incidents as their codes stand now, retired codes among them, by code."""
    known: dict[str, KnownIncident] = {}
    for given in reader.codes_given():
        known |= {each.code: each for each in given.incidents}
    return tuple(known[code] for code in sorted(known))


def refs_of(account: Account) -> tuple[ClaimRef, ...]:
    """Return what refers to the claims of an account."""
    return tuple(ClaimRef(account.document, claim) for claim in account.claims)


def claims_in_force(shown: CaseDocument) -> dict[str, Claim]:
    """Return a document's claims as judged or proposed, less those that people rejected, by id."""
    return {item.id: item.current for item in shown.claims if item.state != REJECTED}
