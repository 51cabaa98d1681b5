"""Voices that a sentence quotes."""

import pytest

from allegata.lang.grammar.lexing import lex
from allegata.lang.grammar.rows import phrase_row
from allegata.lang.grammar.voices import FoundVoice, find_voices
from allegata.lang.pack import load_pack


def voices(text: str) -> list[FoundVoice]:
    pack = load_pack("en")
    return list(find_voices(phrase_row(lex(text, [(0, len(text))], pack.lexicon)), pack))


@pytest.mark.parametrize(
    ("text", "raw", "kind"),
    [
        ("The Ministry of Health said that two men died.", "The Ministry of Health", "state_organ"),
        ("Two men died, witnesses said.", "witnesses", "witness"),
        ("Residents say that two men died.", "Residents", "witness"),
        (
            "Two men died, according to the municipal council.",
            "the municipal council",
            "state_organ",
        ),
    ],
)
def test_who_is_quoted(text: str, raw: str, kind: str) -> None:
    (voice,) = voices(text)
    assert (voice.raw, voice.kind.value) == (raw, kind)
    assert voice.scope[0] <= text.index("wo men") < voice.scope[1]


def test_what_nobody_said_has_no_voice() -> None:
    assert voices("Two men died in the town.") == []


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The Ministry of Works, quoted by the Hill News Agency, said that two men died.",
            ["the Hill News Agency", "The Ministry of Works"],
        ),
        (
            "A militia bulletin quoted by local radio said two men died.",
            ["local radio", "A militia bulletin"],
        ),
        (
            "Television quoted a surgeon as saying that two men died.",
            ["Television", "a surgeon"],
        ),
        (
            "Two men died, the prefect said in a statement carried by state media.",
            ["state media", "the prefect"],
        ),
        (
            "The Watch reported that, according to the ministry, two men died.",
            ["The Watch", "the ministry"],
        ),
        (
            "The Watch, citing the ministry, reported that two men died.",
            ["The Watch", "the ministry"],
        ),
        (
            "Rebels said that two men died, according to the agency.",
            ["the agency", "Rebels"],
        ),
    ],
)
def test_who_passes_on_stands_before_who_is_quoted(text: str, chain: list[str]) -> None:
    found = [one for one in voices(text) if one.scope[0] <= text.index("wo men") < one.scope[1]]
    assert [voice.raw for voice in found] == chain


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Two men died, the Lowland health ministry said, in the worst attack so far.", "ministry"),
        ("A guard who asked not to be named told the paper that two men died.", "A guard"),
        ('"Two men died," said Ann Specimen, a baker.', "Ann Specimen"),
        ('"Two men died," the prefect said, "and a third is missing."', "the prefect"),
        ("According to the miners' union, two men died.", "the miners' union"),
    ],
)
def test_whoever_says_it_is_found_before_and_after_the_verb(text: str, raw: str) -> None:
    (voice,) = voices(text)
    assert voice.raw.endswith(raw)
    assert voice.scope[0] <= text.index("wo men") < voice.scope[1]


def test_two_versions_keep_to_their_halves() -> None:
    text = "Ostland says that six of its men died; Westland says that two of its own were shot."
    first, second = voices(text)
    assert (first.raw, second.raw) == ("Ostland", "Westland")
    assert first.scope[1] <= second.start < second.scope[0] < text.index("two of its own")


@pytest.mark.parametrize(
    "text",
    [
        "The driver, said to be a member of the band, died.",
        "The number of reported deaths rose.",
        "If confirmed, two men died.",
    ],
)
def test_a_participle_says_nothing(text: str) -> None:
    assert voices(text) == []


def test_what_one_claims_for_oneself_is_not_said() -> None:
    (voice,) = voices("The Grey Hand has claimed responsibility for the fire, in which two died.")
    assert voice.raw == "The Grey Hand"
    assert voice.scope[0] == voice.scope[1]


def test_whoever_says_we_by_their_name_speaks_under_it() -> None:
    (voice,) = voices("We, the Zahr Brigades, claim responsibility for the ambush.")
    assert voice.raw == "the Zahr Brigades"
