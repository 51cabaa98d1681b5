"""What the page may send, with limits: the shapes of the JSON bodies of requests."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from allegata.model.linking import LinkOutcome
from allegata.model.vocabularies import Event, Outcome, Qualifier, Status

Words = Annotated[str, Field(max_length=2_000)]
LongText = Annotated[str, Field(max_length=10_000_000)]
Id = Annotated[str, Field(max_length=300)]
People = Annotated[int, Field(ge=0, le=100_000_000)]


class Body(BaseModel):
    """What every body has in common: no field is unknown."""

    model_config = ConfigDict(extra="forbid")


class CountChange(Body):
    """A count's numbers and codes as a person corrects them; None is unknown."""

    id: Id
    low: People | None
    best: People | None
    high: People | None
    qualifier: Qualifier
    outcome: Outcome
    status: Status


class PlaceChange(Body):
    """A place as written, and the id of the place meant; None where none is known."""

    raw: Words
    id: Id | None


class Changes(Body):
    """The corrected fields of a claim; a field that is left out stays as it is.

    ``when`` is EDTF, or None for unknown; ``actors`` are names in the order of the claim's actors.
    """

    counts: list[CountChange] | None = None
    when: Words | None = None
    where: list[PlaceChange] | None = None
    actors: list[Words] | None = None


class DecisionBody(Body):
    """A judgement of one claim; ``changes`` come with an edit, and with nothing else."""

    action: Literal["accept", "reject", "edit"]
    proposal_id: Id
    changes: Changes | None = None
    why: Words = ""


class UndoBody(Body):
    """What to take back: the last decision, where none is named."""

    decision_id: Id | None = None


class SpanBody(Body):
    """Words that a person marked, in UTF-16 units."""

    layer: Id
    start: int
    end: int


class SeenBody(SpanBody):
    """What a person saw in the picture of the number there; None takes back what was said."""

    value: Annotated[str, Field(max_length=40)] | None


class PlaceAnswerBody(SpanBody):
    """Which ground the marked words stand for; nothing given says that none of the places is meant.

    ``point`` is (latitude, longitude), ``ring`` corners of (longitude, latitude).
    """

    entry_id: Id | None = None
    point: tuple[float, float] | None = None
    radius_km: float = 1.0
    ring: Annotated[list[tuple[float, float]], Field(max_length=1_000)] | None = None
    as_before: Id | None = None
    why: Words = ""


class AlikeBody(Body):
    """The choice to take for every other mention of its name."""

    choice_id: Id


class UndoPlaceBody(Body):
    """The choice to take back."""

    choice_id: Id


class HarmBody(Body):
    """What a person adds about people: ``number`` None where the text states none."""

    outcome: Outcome
    status: Status
    number: People | None


class ClaimBody(Body):
    """A claim that a person found in the text; an empty ``said_by`` is the document itself."""

    span: SpanBody
    kind: Literal["harm", "conduct"]
    event: Event
    harm: HarmBody | None = None
    said_by: Words = ""


class TranslationBody(Body):
    """A translation of one layer, and who or what made it."""

    of_layer: Id
    text: LongText
    language: Annotated[str, Field(max_length=20)]
    translator: Words


class PostBody(Body):
    """A pasted post with where it came from; times are ISO 8601 in UTC, empty is unknown."""

    text: LongText
    name: Words = ""
    url: Words = ""
    archive_url: Words = ""
    author: Words = ""
    publisher: Words = ""
    platform: Words = ""
    posted: Words | None = None
    collected: Words | None = None
    language: Annotated[str, Field(max_length=20)] = ""
    translation: LongText = ""
    translation_language: Annotated[str, Field(max_length=20)] = "en"
    translator: Words = ""


class RefBody(Body):
    """One claim of one document."""

    document: Id
    claim: Id


class PairBody(Body):
    """What a person decides of two accounts, by a claim of each; ``pair`` is the page's own name.

    ``part_of`` says that the first is part of the second.
    """

    a: RefBody
    b: RefBody
    outcome: LinkOutcome
    why: Words = ""
    pair: Id = ""


class UndoLinkBody(Body):
    """The decision to take back."""

    decision: Id


class GradeBody(Body):
    """A grade of the project's scheme, and why it is this one."""

    value: Annotated[str, Field(max_length=60)]
    why: Words


class RangeBody(Body):
    """A range that a person settles, and why; an end that nobody knows is None."""

    outcome: Outcome
    low: Annotated[int, Field(ge=0)] | None = None
    best: Annotated[int, Field(ge=0)] | None = None
    high: Annotated[int, Field(ge=0)] | None = None
    why: Words


class SplitBody(Body):
    """Claims that are about another incident."""

    claims: Annotated[list[RefBody], Field(min_length=1, max_length=10_000)]
    why: Words = ""


class MergeBody(Body):
    """The code of the incident that is the same one."""

    code: Id
    why: Words = ""
