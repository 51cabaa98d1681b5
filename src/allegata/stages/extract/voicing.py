"""Who says it: the voices of each part of a document, and the voices that a sentence quotes.

A letter's claims are asserted by its government, through its representative, wherever the letter
says that it is written on instructions; a sentence may add a voice that it quotes. An annex speaks
with its own author's voice and never with that of the letter which transmits it.
"""

from collections.abc import Sequence

from allegata.lang.countries import country_named, fold_country_name
from allegata.lang.grammar.voices import FoundVoice
from allegata.model.attribution import Attribution, Voice
from allegata.model.document import Document
from allegata.model.vocabularies import Modality, SourceKind, Stance
from allegata.stages.extract.facts import STATE_NAME
from allegata.stages.extract.view import View
from allegata.un.authors import Author
from allegata.un.documents import FoundPart, UnDocument
from allegata.un.letters import Letter
from allegata.un.senders import FoundSender

Chain = tuple[Voice, ...]
_KINDS = {
    "state": SourceKind.STATE,
    "international_organisation": SourceKind.INTERNATIONAL_ORGANISATION,
}

# Who speaks in a passage that is set off as quoted, where nothing says who it is.
QUOTED = Voice("unnamed author of the quoted text", SourceKind.UNNAMED, "")


def document_voices(doc: Document) -> Chain:
    """Return the chain that vouches for everything in a document that is none of the house."""
    name = doc.provenance.publisher or doc.provenance.author
    if name:
        return (Voice(name, SourceKind.AUTHOR, name),)
    return (Voice("unnamed author", SourceKind.UNNAMED, ""),)


def part_voices(doc: Document, found: UnDocument, part: FoundPart, view: View) -> Chain:
    """Return the chain that vouches for everything in a part, the one who vouches first."""
    if part.letter is not None and part.letter.senders:
        return _letter_voices(part.letter, part.author, view)
    if part.author is not None:
        return (_voice(part.author, view),)
    if part is found.parts[0]:
        return document_voices(doc)
    return (_unknown_author(found, part, view),)


def _voice(author: Author, view: View) -> Voice:
    span = view.span(author.start, author.end) if author.end > author.start else None
    raw = view.quote(author.start, author.end) if span else author.called
    return Voice(author.called, _KINDS.get(author.kind, SourceKind.UNKNOWN), raw, None, span)


def _unknown_author(found: UnDocument, part: FoundPart, view: View) -> Voice:
    """Return the voice of an annex that does not say who it is by."""
    sender = found.parts[0].author
    by = f", transmitted by {sender.called}" if sender is not None else ""
    name = f"author of {part.label or part.kind}{by}"
    end = part.start + len(part.label or "")
    return Voice(name, SourceKind.UNNAMED, view.quote(part.start, end), None, None)


def _letter_voices(letter: Letter, author: Author | None, view: View) -> Chain:
    sender = letter.senders[0]
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
    if author is not None and author.kind != "state":
        return (_voice(author, view), *(one for one in offices if one.source != sender.office))
    words, span = sender.raw, view.span(sender.start, sender.end)
    if letter.instruction is not None:
        words, span = view.quote(*letter.instruction), view.span(*letter.instruction)
    kind = SourceKind.STATE if sender.state else SourceKind.UNKNOWN
    principal = author.name if author is not None else _state_named(sender)
    return (Voice(principal, kind, words, None, span), *offices)


def _state_named(sender: FoundSender) -> str:
    """Return the state in a sender's words where no list of countries knows it."""
    match = STATE_NAME.search(sender.raw)
    return match.group() if match else sender.raw


def attribute(
    chain: Chain,
    voices: Sequence[FoundVoice],
    trigger: tuple[int, int],
    modality: Modality,
    view: View,
    *,
    holder: FoundVoice | None = None,
) -> Attribution:
    """Return the attribution of a claim at ``trigger``: the document's voices, then the quoted.

    In a passage that is set off as quoted the document's author only passes on; a letter that is
    quoted whole, title and all, still speaks for itself. ``holder`` holds a position, and is the
    last who speaks of it.
    """
    quoted = [
        voice
        for voice in voices
        if voice.scope[0] <= trigger[0] < voice.scope[1]
        and (holder is None or voice.start != holder.start)
    ]
    if holder is not None:
        quoted.append(holder)
    stance = Stance.ASSERTS
    links = list(chain)
    if view.is_quoted(*trigger) and not _is_quoted_itself(chain, view):
        links.append(QUOTED)
        stance = Stance.REPORTS
    for voice in quoted:
        stance = voice.stance
        if voice is not holder and _is_itself(voice, chain):
            continue
        span = view.span(voice.start, voice.end)
        raw = view.quote(voice.start, voice.end)
        links.append(Voice(voice.name, voice.kind, raw, voice.verb, span))
    passed_on = len(links) > len(chain)
    if quoted and passed_on and (stance is Stance.ASSERTS or holder is not None):
        stance = Stance.REPORTS
    return Attribution(tuple(links), stance, modality)


def _is_itself(voice: FoundVoice, chain: Chain) -> bool:
    """Say whether a voice is the document's own state: a letter of Marenda's, "Marenda insists"."""
    country = country_named(voice.name, demonyms=False)
    called = {fold_country_name(voice.name), country.alpha3 if country else ""}
    return any({one.source, fold_country_name(one.source)} & called for one in chain)


def _is_quoted_itself(chain: tuple[Voice, ...], view: View) -> bool:
    """Say whether the words for the document's first voice stand in a quoted passage too."""
    span = chain[0].span if chain else None
    return span is not None and view.is_quoted(*view.offsets.to_clean(span.start, span.end))
