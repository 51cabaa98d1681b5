"""Which claims of an incident stand in texts that say again what another text says.

In: who says each claim, in the order of publication; the sketch of each account's words; the works
of the case. Out: who says it once copies are seen through, each claim of a copy marked. Language
versions of one document are one origin; where nobody is named, what repeats an earlier text word
for word is of that text's origin. A copy with the same figure is left out of the reckoning; one
with another figure is news of that origin, or a doubt, and stays. A later edition (a revision, a
corrigendum) is of the same origin and no copy.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from allegata.app.reprints import Sketch, copied_from, sketches_of
from allegata.model.linking import ClaimRef
from allegata.model.works import Expression, Form, Work
from allegata.stages.resolve.speakers import Speaker

SAME_TEXT = frozenset({Form.ORIGINAL, Form.VERSION, Form.COPY})
REPRINTED = "a reprint; the text that it repeats counts"
VERSION = "another text of {}; its first text counts"
Speakers = Mapping[ClaimRef, Speaker]


def seen_through(
    told: Speakers, words: Mapping[ClaimRef, Sketch], works: Iterable[Work]
) -> dict[ClaimRef, Speaker]:
    """Return who says each claim, those of copies as of the texts that they copy."""
    return _without_reprints(_without_versions(told, works), words)


def _without_reprints(told: Speakers, words: Mapping[ClaimRef, Sketch]) -> dict[ClaimRef, Speaker]:
    """Return claims with those of reprints as of the earliest text that says the same words."""
    refs = _by_document(told)
    copies = copied_from(list(refs), sketches_of(list(told), words))
    found = dict(told)
    for document, earlier in copies.items():
        first = {told[ref].origin for ref in refs[earlier]}
        nameless = next((one for one in first if not one.is_voiced), None)
        for ref in refs[document]:
            origin = told[ref].origin
            if not origin.is_voiced and nameless is not None:
                origin = nameless
            if origin in first:
                why = told[ref].copied or REPRINTED
                found[ref] = replace(told[ref], origin=origin, copied=why)
    return found


def _without_versions(told: Speakers, works: Iterable[Work]) -> dict[ClaimRef, Speaker]:
    """Return claims with those of further texts of a work as of its leading text."""
    found = dict(told)
    refs = _by_document(told)
    for work in works:
        texts = [text for text in work.expressions if text.document in refs]
        if len(texts) > 1:
            _collapse(found, work.symbol or texts[0].name, texts, refs)
    return found


def _collapse(
    found: dict[ClaimRef, Speaker],
    label: str,
    texts: Sequence[Expression],
    refs: Mapping[str, Sequence[ClaimRef]],
) -> None:
    """Let the texts of one work speak with one voice, that of the first which names one."""
    leading = texts[0]
    voices = [found[ref].origin for text in texts for ref in refs[text.document]]
    voiced = next((origin for origin in voices if origin.is_voiced), voices[0])
    for text in texts:
        is_copy = text is not leading and {text.form, leading.form} <= SAME_TEXT
        for ref in refs[text.document]:
            said = found[ref]
            origin = said.origin if said.origin.is_voiced else voiced
            copied = VERSION.format(label) if is_copy else ""
            found[ref] = replace(said, origin=origin, copied=copied)


def _by_document(told: Speakers) -> dict[str, list[ClaimRef]]:
    refs: dict[str, list[ClaimRef]] = {}
    for ref in told:
        refs.setdefault(ref.document, []).append(ref)
    return refs
