"""Who says it: the voice of the whole document, and the voices that a sentence quotes.

A letter's claims are asserted by its government, through its representative, wherever the letter
says that it is written on instructions; a sentence may add a voice that it quotes.
"""

from collections.abc import Sequence

from allegata.lang.grammar.voices import FoundVoice
from allegata.model.attribution import Attribution, Voice
from allegata.model.document import Document
from allegata.model.vocabularies import Modality, SourceKind, Stance
from allegata.stages.extract.facts import STATE_NAME
from allegata.stages.extract.view import View
from allegata.un.letters import Letter

# Who speaks in a passage that is set off as quoted, where nothing says who it is.
QUOTED = Voice("unnamed author of the quoted text", SourceKind.UNNAMED, "")


def document_voices(doc: Document, letter: Letter | None, view: View) -> tuple[Voice, ...]:
    """Return the chain that vouches for everything in the document, the one who vouches first."""
    if letter is not None and letter.senders:
        return _letter_voices(letter, view)
    name = doc.provenance.publisher or doc.provenance.author
    if name:
        return (Voice(name, SourceKind.AUTHOR, name),)
    return (Voice("unnamed author", SourceKind.UNNAMED, ""),)


def _letter_voices(letter: Letter, view: View) -> tuple[Voice, ...]:
    sender = letter.senders[0]
    principal = sender.state or _state_named(sender.raw)
    words, span = sender.raw, view.span(sender.start, sender.end)
    if letter.instruction is not None:
        words, span = view.quote(*letter.instruction), view.span(*letter.instruction)
    kind = SourceKind.STATE if sender.state else SourceKind.UNKNOWN
    offices = [
        Voice(
            one.signatory or one.office,
            SourceKind.OFFICIAL,
            one.raw,
            None,
            view.span(one.start, one.end),
        )
        for one in letter.senders
    ]
    return (Voice(principal, kind, words, None, span), *offices)


def _state_named(sender: str) -> str:
    """Return the state in a sender's words where no list of countries knows it."""
    match = STATE_NAME.search(sender)
    return match.group() if match else sender


def attribute(
    chain: tuple[Voice, ...],
    voices: Sequence[FoundVoice],
    trigger: tuple[int, int],
    modality: Modality,
    view: View,
) -> Attribution:
    """Return the attribution of a claim at ``trigger``: the document's voices, then the quoted.

    In a passage that is set off as quoted the document's author only passes on; a letter that is
    quoted whole, title and all, still speaks for itself.
    """
    quoted = [voice for voice in voices if voice.scope[0] <= trigger[0] < voice.scope[1]]
    stance = Stance.ASSERTS
    links = list(chain)
    if view.is_quoted(*trigger) and not _is_quoted_itself(chain, view):
        links.append(QUOTED)
        stance = Stance.REPORTS
    for voice in quoted:
        stance = voice.stance
        span = view.span(voice.start, voice.end)
        raw = view.quote(voice.start, voice.end)
        links.append(Voice(voice.name, voice.kind, raw, voice.verb, span))
    if quoted and stance is Stance.ASSERTS:
        stance = Stance.REPORTS
    return Attribution(tuple(links), stance, modality)


def _is_quoted_itself(chain: tuple[Voice, ...], view: View) -> bool:
    """Say whether the words for the document's first voice stand in a quoted passage too."""
    span = chain[0].span if chain else None
    return span is not None and view.is_quoted(*view.offsets.to_clean(span.start, span.end))
