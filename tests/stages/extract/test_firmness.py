"""How firmly a thing is said, and by whom, in our own words about invented events."""

import pytest

from allegata.model.claim import Claim, PositionPayload
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.vocabularies import ClaimKind
from allegata.wiring import read


def claims(text: str, kind: ClaimKind = ClaimKind.HARM) -> list[Claim]:
    content = text.encode()
    source = SourceFile(content_id(content), "note.txt", content, "text/plain", "utf-8", "en")
    result = read(source)
    assert isinstance(result, Reading)
    return [claim for claim in result.claims if claim.kind is kind]


@pytest.mark.parametrize(
    ("text", "modality", "stance"),
    [
        ("Two men were reportedly killed in the raid.", "stated", "reports"),
        ("The guard allegedly killed two men in the raid.", "possible", "asserts"),
        ("It is not clear whether two men were killed.", "possible", "questions"),
        ("The blast may have killed two men.", "possible", "asserts"),
        ("Two men were killed, but the baker may have fled.", "stated", "asserts"),
        ("The band threatened to kill two men unless it was paid.", "conditional", "asserts"),
        ("The band threatened to kill two men by Friday.", "planned", "asserts"),
        ("The bomb killed two men, not three as first announced.", "stated", "corrects"),
        ("Two men were killed in Elmet. The paper could not verify this.", "possible", "questions"),
        ("Two men were killed in Elmet. That figure was incorrect.", "stated", "retracts"),
    ],
)
def test_the_words_around_it_say_how_firmly(text: str, modality: str, stance: str) -> None:
    claim = claims(text)[0]
    assert claim.attribution.modality.value == modality
    assert claim.attribution.stance.value == stance


def test_allegedly_throughout_is_the_style_of_the_house() -> None:
    first, second = claims(
        "Two men were allegedly killed in Elmet on 3 May 2019.\n\n"
        "A third man was allegedly killed in Corun on 9 May 2019."
    )
    assert first.attribution.modality.value == second.attribution.modality.value == "stated"
    assert first.attribution.stance.value == "reports"


def test_two_versions_in_one_sentence_are_two_claims() -> None:
    first, second = claims(
        "Ostland says that six of its men were killed; Westland says that two of its men died."
    )
    assert [voice.source for voice in first.attribution.chain[1:]] == ["Ostland"]
    assert [voice.source for voice in second.attribution.chain[1:]] == ["Westland"]
    assert [count.best for count in (*first.counts, *second.counts)] == [6, 2]


def test_he_added_is_the_last_who_spoke() -> None:
    _, second = claims(
        "The governor said that two men were killed. He added that a third man was wounded."
    )
    assert [(one.source, one.raw) for one in second.attribution.chain[1:]] == [("governor", "He")]


def test_a_denial_takes_out_only_what_it_denies() -> None:
    text = "Guards shot dead a student, a lawyer said, but the ministry denied that they had fired."
    (harm,) = claims(text)
    (position,) = claims(text, ClaimKind.POSITION)
    assert [count.best for count in harm.counts] == [1]
    assert isinstance(position.payload, PositionPayload)
    assert position.payload.value.value == "denies_act"
    assert position.attribution.chain[-1].source == "ministry"
    assert position.characterises == (harm.id,)
