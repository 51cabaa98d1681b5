"""What is doubtful of pages that OCR read, and why a document without text is refused.

>>> install_hint(["tesseract-ocr-ara"])
'Install its language data (Debian, Ubuntu: apt install tesseract-ocr-ara), and read it again.'
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from allegata.model.document import Region
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.span import Span
from allegata.stages.convert.ocr_pages import OcrPage

_LOW = 0.75  # mean confidence of a page
_SHOWN_PAGES = 20  # in a message
_ARABIC_SCRIPT = frozenset({"ara", "fas", "urd", "pus", "uig", "kur", "snd"})
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f]")
_FAILURES = {
    "time": "took OCR too long",
    "crash": "made the OCR program fail",
    "limit": "are beyond what OCR reads of one document",
    "language": "are in a script whose OCR data is not installed",
}


def listed(pages: Sequence[int]) -> str:
    """Return page numbers for a message, the first of many.

    >>> listed([1, 2, 3, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    names = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    shown = ", ".join(names[:_SHOWN_PAGES])
    return shown if len(names) <= _SHOWN_PAGES else f"{shown} and more"


def install_hint(packages: Iterable[str]) -> str:
    """Return what to install so that OCR can read."""
    names = sorted(set(packages))
    what = "its language data" if all(name.count("-") > 1 for name in names) else "Tesseract"
    return f"Install {what} (Debian, Ubuntu: apt install {' '.join(names)}), and read it again."


def unread(name: str, pages: int, tried: Sequence[OcrPage], engine: str | None) -> InputError:
    """Return the refusal of a document that holds pictures of text and nothing that was read."""
    what = f"{name} has no text layer on any of its {pages} pages: it holds pictures of text"
    code = "convert.pdf.no_text_layer"
    return refusal(code, what, tried, engine)


def refusal(code: str, what: str, tried: Sequence[OcrPage], engine: str | None) -> InputError:
    """Return the refusal of pictures that could not be read, with what to do about it."""
    lacking = {page.lacking for page in tried if page.lacking}
    failures = {page.failure for page in tried if page.failure}
    if engine is None:
        hint = install_hint(("tesseract-ocr", "tesseract-ocr-eng"))
        return InputError(code, f"{what}, and there is no OCR program.", hint)
    if lacking:
        needed = ", ".join(sorted(lacking))
        message = f"{what}, in a script whose OCR data ({needed}) is not installed."
        return InputError(code, message, install_hint(lacking))
    if failures:
        why = " and ".join(sorted(_FAILURES.get(one, one) for one in failures))
        hint = "Split it, or put it through another OCR program, and give the result."
        return InputError("convert.ocr.failed", f"{what}, and pages {why}.", hint)
    message = f"{what}, on which OCR finds no words."
    return InputError(code, message, "Look at it: handwriting and photographs are not read.")


def page_doubts(pages: Sequence[OcrPage], engine: str | None) -> Iterable[Doubt]:
    """Yield what is doubtful of the pages as a whole."""
    read = [page for page in pages if page.has_text]
    if read:
        languages = "+".join(sorted({one for page in read for one in page.languages}))
        mean = sum(page.confidence for page in read) / len(read)
        message = (
            f"Pages read by OCR ({engine}, {languages}; mean confidence {mean:.0%}): "
            f"{listed([page.number for page in read])}."
        )
        yield Doubt("convert.ocr", message)
    low = [page.number for page in read if page.confidence < _LOW]
    if low:
        message = f"Pages that OCR read badly: {listed(low)}. Compare them with the picture."
        yield Doubt("convert.ocr.low_confidence", message)
    for failure, why in _FAILURES.items():
        failed = [page.number for page in pages if page.failure == failure]
        if failed:
            lacking = sorted({page.lacking for page in pages if page.lacking})
            more = f" {install_hint(lacking)}" if failure == "language" and lacking else ""
            message = f"Pages that {why} and were not read: {listed(failed)}.{more}"
            yield Doubt("convert.ocr.pages_not_read", message)


def unseen_numbers(
    text: str, regions: Iterable[Region], languages: Mapping[int, tuple[str, ...]], layer: str
) -> Iterable[Doubt]:
    """Yield a doubt for each number of a page in Arabic script that OCR read.

    Its data hold few of the Arabic digits, so that it takes one digit for another, or for a letter.
    ``languages`` are those in which each page was read.
    """
    for region in regions:
        word = text[region.start : region.end]
        arabic = _ARABIC_SCRIPT.intersection(languages.get(region.page or 0, ()))
        if region.confidence is None or not arabic or not _may_be_number(word):
            continue
        message = (
            f"A number that OCR read in Arabic script ({word}) counts for nothing until a person "
            "has looked at the picture."
        )
        span = Span(layer, region.start, region.end)
        yield Doubt("convert.ocr.arabic_numbers_unseen", message, span)


def _may_be_number(word: str) -> bool:
    """Say whether a word holds digits, or is short and in other letters, as misread digits are.

    >>> [word for word in ("٢٣", "47", "YY", "S/2031/5", "سوق", "Dorval") if _may_be_number(word)]
    ['٢٣', '47', 'YY', 'S/2031/5']
    """
    if any(unicodedata.category(char) == "Nd" for char in word):
        return True
    signs = [char for char in word if char.isalnum()]
    return 0 < len(signs) <= 3 and not _ARABIC.search(word)
