"""A document to claims: the whole of ``extract``.

In: a document with its anatomy, and the grammar of its language. Out: an ``Extraction``; claims
whose dates and places are still words. Sentences that refer to an earlier letter, mastheads and
signatures are no claims.
"""

from dataclasses import replace

from allegata.lang.grammar.dateline import find_dateline
from allegata.model.document import Document
from allegata.model.extraction import Extraction
from allegata.stages.extract.actors import ActorRegister
from allegata.stages.extract.assemble import Assembler
from allegata.stages.extract.discourse import Discourse
from allegata.stages.extract.drafts import AnyPlace
from allegata.stages.extract.facts import Grammar, SentenceFacts, find_facts
from allegata.stages.extract.statements import norm_drafts, request_drafts
from allegata.stages.extract.view import View
from allegata.stages.extract.voicing import document_voices
from allegata.un.letters import Letter, read_letter
from allegata.un.references import masks


def extract(doc: Document, view: View, grammar: Grammar) -> Extraction:
    """Return what the document's voices claim, word for word in context."""
    letter = read_letter(view.text) if doc.un is not None else None
    start, end = (letter.body_start, letter.signature_start) if letter else (0, len(view.text))
    dateline = find_dateline(view.text, grammar.pack)
    facts = find_facts(
        view.text, grammar, start=start, end=end, masks=masks(view.text), dateline=dateline
    )
    register = ActorRegister()
    for sentence in facts:
        for actor in sentence.actors:
            register.learn(actor)
    discourse = Discourse()
    previous: SentenceFacts | None = None
    drafts = discourse.drafts
    addressees = doc.un.addressees if doc.un else ()
    for sentence in facts:
        if not _is_read(sentence, doc, view, letter):
            continue
        is_closing = _is_closing(sentence, letter)
        if not is_closing:
            discourse.read(sentence)
            drafts += norm_drafts(sentence, previous, discourse, view)
        drafts += request_drafts(sentence, register, addressees)
        previous = sentence
    assembler = Assembler(doc.id, view, document_voices(doc, letter, view), register)
    extraction = assembler.assemble(drafts, _places(facts))
    return replace(extraction, dateline=dateline.day if dateline else None)


def _is_read(sentence: SentenceFacts, doc: Document, view: View, letter: Letter | None) -> bool:
    """Say whether a sentence may claim anything: not furniture, not a word on earlier letters."""
    if view.is_skipped(sentence.start, sentence.end):
        return False
    if letter is None:
        return True
    span = view.span(sentence.start, sentence.end)
    return not any(
        reference.relation in ("previous", "replies_to") and span.covers(reference.span)
        for reference in doc.references
    )


def _is_closing(sentence: SentenceFacts, letter: Letter | None) -> bool:
    if letter is None or letter.closing is None:
        return False
    return sentence.start < letter.closing[1] and letter.closing[0] < sentence.end


def _places(facts: list[SentenceFacts]) -> list[AnyPlace]:
    return [place for sentence in facts for place in sentence.places]
