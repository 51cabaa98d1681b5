"""Which converter reads which media type: one explicit list.

>>> CONVERTERS["text/plain"].isolated
False
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.ports import Recognizer
from allegata.stages.convert.converted import Converted

Convert = Callable[[SourceFile], Converted]


@dataclass(frozen=True, slots=True)
class Converter:
    """Where a converter lives. It is imported when first used: most bring a heavy library.

    ``isolated`` formats come in files that can attack their parser; they are read in a separate
    process with limits (``allegata.runners.worker``). Formats that ``may_be_pictures`` of text ask
    an OCR engine, if there is one, for the words.
    """

    module: str
    function: str
    isolated: bool
    may_be_pictures: bool = False

    def load(self, recognizer: Recognizer | None = None) -> Convert:
        """Return the converter's function; ``recognizer`` is what it asks for words."""
        module = importlib.import_module(f"allegata.stages.convert.{self.module}")
        found: Callable[..., Converted] = getattr(module, self.function)
        return partial(found, recognizer=recognizer) if self.may_be_pictures else found

    def load_warm(self, recognizer: Recognizer | None = None) -> Convert:
        """Return the converter's function after a first run, so that nothing is loaded later.

        Every isolated converter has ``warm_up()`` beside it: once its process is locked, no file
        can be opened, a codec's no less than another.
        """
        function = self.load(recognizer)
        module = importlib.import_module(f"allegata.stages.convert.{self.module}")
        warm_up: Callable[[], None] = module.warm_up
        warm_up()
        return function


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

CONVERTERS = {
    "text/plain": Converter("plain", "convert_plain", isolated=False),
    "text/markdown": Converter("markdown", "convert_markdown", isolated=False),
    "text/html": Converter("html", "convert_html", isolated=True),
    "application/pdf": Converter("pdf", "convert_pdf", isolated=True, may_be_pictures=True),
    _DOCX: Converter("docx", "convert_docx", isolated=True),
    "application/akn+xml": Converter("akn", "convert_akn", isolated=True),
    "application/pdf2xml+xml": Converter("pdf_layout", "convert_pdf_layout", isolated=True),
    "message/rfc822": Converter("mail", "convert_mail", isolated=True),
    **dict.fromkeys(
        ("image/png", "image/jpeg", "image/tiff"),
        Converter("images", "convert_image", isolated=True, may_be_pictures=True),
    ),
}


def converter_of(source: SourceFile) -> Converter:
    """Return the converter for the media type of ``source``.

    Raises:
        InputError: ``convert.unsupported``.
    """
    if source.media_type not in CONVERTERS:
        raise InputError(
            "convert.unsupported",
            f"{source.name} is {source.media_type}, which no converter reads.",
            f"Give one of {', '.join(CONVERTERS)}.",
        )
    return CONVERTERS[source.media_type]
