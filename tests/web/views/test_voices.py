"""Who says it, in a sentence that takes no side."""

import pytest

from allegata.model.attribution import Attribution, Voice
from allegata.model.vocabularies import Modality, SourceKind, Stance
from allegata.web.views.voices import said_by


def voice(source: str, kind: SourceKind, *, raw: str = "", verb: str | None = None) -> Voice:
    return Voice(source, kind, raw or source, verb)


STATE = voice("VUT", SourceKind.STATE)
OFFICIAL = voice("the Permanent Representative", SourceKind.OFFICIAL)
AGENCY = voice("Tarnel News", SourceKind.MEDIA)


@pytest.mark.parametrize(
    ("attribution", "sentence"),
    [
        (Attribution((STATE,)), "The Republic of Vanuatu states:"),
        (Attribution((voice("UKR", SourceKind.STATE),)), "Ukraine states:"),
        (Attribution((voice("XYZ", SourceKind.STATE),)), "XYZ states:"),
        (
            Attribution((STATE, OFFICIAL)),
            "The Republic of Vanuatu states, through the Permanent Representative:",
        ),
        (
            Attribution((AGENCY, STATE), stance=Stance.REPORTS),
            "Tarnel News reports, citing the Republic of Vanuatu:",
        ),
        (Attribution((AGENCY,), stance=Stance.DENIES), "Tarnel News denies:"),
        (
            Attribution((AGENCY,), modality=Modality.POSSIBLE),
            "Tarnel News states, as possible:",
        ),
        (
            Attribution((voice("", SourceKind.UNNAMED, raw="residents"),)),
            "Residents state:",
        ),
        (Attribution((voice("", SourceKind.AUTHOR),)), "The author of the document states:"),
        (Attribution(()), "The document, which names no one, states:"),
    ],
)
def test_the_chain_is_told_from_the_one_who_vouches(
    attribution: Attribution, sentence: str
) -> None:
    assert said_by(attribution) == sentence


def test_every_stance_and_modality_has_words() -> None:
    for stance in Stance:
        for modality in Modality:
            assert said_by(Attribution((AGENCY,), stance, modality)).startswith("Tarnel News ")
