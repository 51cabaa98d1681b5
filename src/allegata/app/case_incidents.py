"""What the case file tells of incidents and of people's own lists, and what people decide of them.

It is the half of ``Case`` that linking is asked through; each call is one short transaction.
"""

from collections.abc import Sequence

from allegata.app import (
    importing,
    incidents,
    linking,
    same_person,
    settling,
    supporting,
    viewing,
)
from allegata.app.case_victims import CaseVictim, VictimPair, victim_pairs, victims_of
from allegata.app.importing import Sheet
from allegata.app.ingest import Clock
from allegata.app.linked import Keeper, Settings
from allegata.app.linking import Act
from allegata.app.mapping import TableMapping
from allegata.app.own_lists import own_incidents
from allegata.app.seen_before import Seen, seen_before
from allegata.app.settling import Numbers
from allegata.app.views import DoubtfulPair, LinkReport
from allegata.model.importing import ImportReport, OwnCheck, OwnIncident
from allegata.model.linking import ClaimRef, LinkDecision, LinkOutcome
from allegata.model.record import GradeDecision, IncidentRecord, RangeDecision
from allegata.model.store_port import CaseStore
from allegata.model.sums import SumBeside
from allegata.model.victims import Sameness, SamePersonDecision
from allegata.model.vocabularies import Outcome
from allegata.stages.resolve.grading import values_of


class CaseIncidents:
    """Incidents of an open case file; ``Case`` is made with it and is what others use."""

    def __init__(self, store: CaseStore, keeper: Keeper, settings: Settings, clock: Clock) -> None:
        self._store = store
        self._keeper = keeper
        self._settings = settings
        self._clock = clock

    def link(self, *, reviewer: str) -> LinkReport:
        """Link the documents of the case anew; a second run changes nothing."""
        return linking.link(self._store, self._keeper, self._act(reviewer))

    def incidents(self, *, are_brief: bool = False) -> tuple[IncidentRecord, ...]:
        """Return every incident that linking has made, by code; brief ones by one rule alone."""
        with self._store.read() as reader:
            return incidents.all_records(reader, self._keeper, self._settings, are_brief=are_brief)

    def incident(self, code: str) -> IncidentRecord:
        """Return an incident by its code or a former one; an unknown code is an InputError."""
        with self._store.read() as reader:
            return incidents.one_record(reader, self._keeper, code, self._settings)

    def sums(self) -> tuple[SumBeside, ...]:
        """Return each running total of the case beside the sum of the incidents within it."""
        with self._store.read() as reader:
            return incidents.sums_beside(reader, self._keeper, self._settings)

    def codes(self, document_id: str) -> dict[str, str]:
        """Return the code of the incident of each claim of a document, by the claim's id."""
        with self._store.read() as reader:
            return linking.codes_in(reader, document_id)

    def seen_before(self, document_id: str) -> tuple[Seen, ...]:
        """Return of each account of a document whether the case has told of it before."""
        with self._store.read() as reader:
            viewing.require_document(reader, document_id)
            return seen_before(self._keeper.linked(reader), document_id)

    def doubtful(self) -> tuple[DoubtfulPair, ...]:
        """Return the pairs of accounts that a person had best look at, the most useful first."""
        with self._store.read() as reader:
            return linking.doubtful(reader, self._keeper)

    def decide_link(
        self, a: ClaimRef, b: ClaimRef, outcome: LinkOutcome, *, reviewer: str, why: str = ""
    ) -> LinkDecision:
        """Record what a person decides of two claims; ``part_of`` says it of the first."""
        act = self._act(reviewer, why)
        return linking.decide_link(self._store, self._keeper, a, b, outcome, act)

    def merge(self, code: str, other: str, *, reviewer: str, why: str = "") -> str:
        """Make one incident of two and return its code: that of the larger, the older of equals."""
        return linking.merge(self._store, self._keeper, code, other, self._act(reviewer, why))

    def split(self, code: str, claims: Sequence[ClaimRef], *, reviewer: str, why: str = "") -> str:
        """Make an incident of its own of some claims of an incident, and return its code."""
        return linking.split(self._store, self._keeper, code, claims, self._act(reviewer, why))

    def move(self, claim: ClaimRef, code: str, *, reviewer: str, why: str = "") -> str:
        """Move a claim to another incident and return that one's code."""
        return linking.move(self._store, self._keeper, claim, code, self._act(reviewer, why))

    def grade(self, code: str, value: str, *, why: str, reviewer: str) -> GradeDecision:
        """Grade an incident in the project's one scheme; without a reason it is an InputError."""
        act = self._act(reviewer, why)
        return incidents.grade(self._store, self._keeper, code, value, self._settings, act)

    def settle(
        self, code: str, outcome: Outcome, numbers: Numbers, *, why: str, reviewer: str
    ) -> RangeDecision:
        """Settle the range of an outcome, (low, best, high), by a person's word and reason."""
        act = self._act(reviewer, why)
        return settling.settle(self._store, self._keeper, code, outcome, numbers, act)

    def victims(self) -> tuple[CaseVictim, ...]:
        """Return whom documents and people's own lists name among the harmed. Protected."""
        with self._store.read() as reader:
            return victims_of(self._keeper.linked(reader))

    def victim_pairs(self) -> tuple[VictimPair, ...]:
        """Return which entries may be one person, the likeliest first; nothing is merged."""
        with self._store.read() as reader:
            return victim_pairs(self._keeper.linked(reader))

    def decide_same_person(
        self, one: str, other: str, outcome: Sameness, *, reviewer: str, why: str = ""
    ) -> SamePersonDecision:
        """Record whether two entries are one person, by their ids or the beginnings of them."""
        act = self._act(reviewer, why)
        return same_person.decide_same_person(self._store, self._keeper, one, other, outcome, act)

    def same_people(self) -> tuple[SamePersonDecision, ...]:
        """Return what people decided of entries of victims and did not take back."""
        with self._store.read() as reader:
            return self._keeper.linked(reader).same_people

    def grades_offered(self) -> tuple[tuple[str, str], ...]:
        """Return the grades of the project's scheme with what they mean."""
        return values_of(self._settings.scheme)

    def import_table(self, sheet: Sheet, mapping: TableMapping, *, reviewer: str) -> ImportReport:
        """Take in a person's own incidents, sources or victims; a newer table updates by id."""
        return importing.import_table(self._store, sheet, mapping, self._act(reviewer))

    def own(self) -> tuple[OwnIncident, ...]:
        """Return the incidents of people's own lists."""
        with self._store.read() as reader:
            return own_incidents(reader.imports())

    def unsupported(self) -> tuple[OwnCheck, ...]:
        """Return each incident of people's own lists beside what the documents held say of it."""
        with self._store.read() as reader:
            linked = self._keeper.linked(reader)
            return supporting.check(linked, reader.sources(), self._settings)

    def undo_link(self, decision_id: str, *, reviewer: str) -> None:
        """Take back a decision of incidents or victims, an import, or the act it is part of."""
        act = self._act(reviewer)
        if not (
            incidents.undo_grade(self._store, decision_id, act)
            or settling.undo_settled(self._store, decision_id, act)
            or same_person.undo_same_person(self._store, decision_id, act)
            or importing.undo_import(self._store, decision_id, act)
        ):
            linking.undo_act(self._store, self._keeper, decision_id, act)

    def _act(self, reviewer: str, why: str = "") -> Act:
        return Act(reviewer, self._clock(), why)
