"""Who says it, in a sentence that takes no side."""

import pytest

from allegata.app.voices import said_by
from allegata.model.attribution import Attribution, Voice
from allegata.model.vocabularies import Modality, SourceKind, Stance


def voice(source: str, kind: SourceKind, *, raw: str = "", verb: str | None = None) -> Voice:
    return Voice(source, kind, raw or source, verb)


STATE = voice("VUT", SourceKind.STATE)
OFFICIAL = voice("Ada Roe", SourceKind.OFFICIAL, raw="the Permanent Representative")
AGENCY = voice("Tarnel News", SourceKind.MEDIA)


@pytest.mark.parametrize(
    ("attribution", "sentence"),
    [
        (Attribution((STATE,)), "The Republic of Vanuatu states:"),
        (Attribution((voice("UKR", SourceKind.STATE),)), "Ukraine states:"),
        (Attribution((voice("XYZ", SourceKind.STATE),)), "XYZ states:"),
        (
            Attribution((STATE, OFFICIAL)),
            "The Republic of Vanuatu states, through the Permanent Representative, Ada Roe:",
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
        (
            Attribution((voice("Republic of Marenda", SourceKind.UNKNOWN),)),
            "The Republic of Marenda states:",
        ),
        (
            Attribution((voice("council", SourceKind.UNKNOWN, raw="the council"),)),
            "Council states:",
        ),
        (
            Attribution(
                (AGENCY, voice("council", SourceKind.UNKNOWN, raw="the council")),
                stance=Stance.REPORTS,
            ),
            "Tarnel News reports, citing the council:",
        ),
        (
            Attribution((Voice("unnamed author", SourceKind.UNNAMED, ""),)),
            "The author, whom the document does not name, states:",
        ),
        (Attribution((voice("Ada Roe", SourceKind.AUTHOR),)), "Ada Roe states:"),
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
