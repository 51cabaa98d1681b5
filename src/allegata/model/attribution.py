"""The chain of voices behind a claim, nearest to the event last."""

from dataclasses import dataclass

from allegata.model.span import Span
from allegata.model.vocabularies import Modality, SourceKind, Stance


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain: who speaks, in whose words, with which reporting verb.

    ``source`` is a normal name: ISO alpha-3 for a state (``SYR``), else the name as written.
    """

    source: str
    kind: SourceKind
    raw: str
    verb: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The voices from the one who vouches (first) to the one who is quoted (last)."""

    chain: tuple[Voice, ...]
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.STATED
