"""The claims of an incident with whose they are: what records, sums and party records are made of.

In: the case file as linking sees it, and claims. Out: each claim in force with its speaker, in the
order in which it was published; what nobody voices is of the voice that its document names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from allegata.app.copies import seen_through
from allegata.app.linked import Linked
from allegata.app.reprints import Sketch
from allegata.app.translations import translation_of
from allegata.app.views import CaseDocument
from allegata.model.claim import Claim
from allegata.model.linking import ClaimRef
from allegata.model.provenance import Evidence
from allegata.model.record import Origin
from allegata.model.source import Source
from allegata.model.works import Work
from allegata.stages.resolve.reckoning import Held
from allegata.stages.resolve.speakers import Speaker, by_name, speaker


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim of an incident with whose it is."""

    ref: ClaimRef
    claim: Claim
    speaker: Speaker
    published: str | None
    shown: CaseDocument

    def translated(self, words: Evidence) -> str | None:
        """Return the paragraph of a translation that stands for words, None where there is none."""
        document = self.shown.document
        return translation_of(document, words.span) if document is not None else None

    def held(self) -> Held:
        """Return it as tallies take it."""
        said = self.speaker
        return Held(
            self.ref, self.claim, said.origin, self.published, said.at_first_hand, said.copied
        )


def told_on(shown: CaseDocument) -> str | None:
    """Return the day on which a document told what it says, as far as that is known: ISO.

    A letter is of the day on which it was issued, else of its own date.
    """
    un = shown.document.un if shown.document is not None else None
    letter = (un.issued or un.dated) if un is not None else None
    posted = shown.document.provenance.posted if shown.document is not None else None
    return shown.row.published or letter or (posted[:10] if posted else None)


def told_claims(
    linked: Linked, refs: Iterable[ClaimRef], register: Sequence[Source]
) -> list[ToldClaim]:
    """Return claims in force with whose they are, in the order in which they were published."""
    names = by_name(register)
    found = []
    for ref in refs:
        claim, shown = linked.claim(ref), linked.documents.get(ref.document)
        if claim is not None and shown is not None:
            said = speaker(claim.attribution, nobody=_nobody(shown), register=names)
            found.append(ToldClaim(ref, claim, said, told_on(shown), shown))
    found.sort(key=lambda one: (one.published or "9999", *_place(one)))
    return _with_first_named(found)


def _with_first_named(told: Sequence[ToldClaim]) -> list[ToldClaim]:
    """Return claims that nobody voices as those of the voice that their document names first.

    "The Watch said that 40 were killed. Among the dead was a porter": the porter is one of the 40,
    and not the toll of somebody else.
    """
    first: dict[str, Speaker] = {}
    for one in told:
        if one.speaker.origin.is_voiced:
            first.setdefault(one.ref.document, one.speaker)
    return [
        one
        if one.speaker.origin.is_voiced or one.ref.document not in first
        else replace(one, speaker=first[one.ref.document])
        for one in told
    ]


def without_copies(
    told: Sequence[ToldClaim], words: Mapping[ClaimRef, Sketch], works: Iterable[Work]
) -> list[ToldClaim]:
    """Return claims with those of copies as of the texts that they copy."""
    found = seen_through({one.ref: one.speaker for one in told}, words, works)
    return [replace(one, speaker=found[one.ref]) for one in told]


def _place(one: ToldClaim) -> tuple[str, str, int, str]:
    return one.ref.document, one.claim.trigger.layer, one.claim.trigger.start, one.ref.claim


def _nobody(shown: CaseDocument) -> Origin:
    """Return who stands for a document in which nobody is named: its publisher or author."""
    provenance = shown.document.provenance if shown.document is not None else None
    name = shown.row.publisher or (provenance.author if provenance is not None else None) or ""
    id_ = name.casefold() if name else f"document {shown.row.id}"
    return Origin(id_, name, "unknown")
