"""Voices that a sentence quotes."""

import pytest

from allegata.lang.grammar.lexing import lex
from allegata.lang.grammar.rows import phrase_row
from allegata.lang.grammar.voices import FoundVoice, find_voices
from allegata.lang.pack import load_pack


def voices(text: str) -> list[FoundVoice]:
    return list(find_voices(phrase_row(lex(text, [(0, len(text))], load_pack("en").lexicon))))


@pytest.mark.parametrize(
    ("text", "raw", "kind"),
    [
        ("The Ministry of Health said that two men died.", "The Ministry of Health", "state_organ"),
        ("Two men died, witnesses said.", "witnesses", "witness"),
        ("Residents say that two men died.", "Residents", "witness"),
        ("Two men died, according to the municipal council.", "the municipal council", "unknown"),
    ],
)
def test_who_is_quoted(text: str, raw: str, kind: str) -> None:
    (voice,) = voices(text)
    assert (voice.raw, voice.kind.value) == (raw, kind)
    assert voice.scope[0] <= text.index("wo men") < voice.scope[1]


def test_what_nobody_said_has_no_voice() -> None:
    assert voices("Two men died in the town.") == []
