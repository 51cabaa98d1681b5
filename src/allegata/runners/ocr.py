"""Pictures of pages to words: which languages to look for, a first and a second look, and a pool.

In: grey pictures. Out: words with boxes and confidence, in the pictures' order. The first picture
with text settles the languages of the document, so that the result does not depend on which of two
pages is read faster. A page that reads badly is looked at again for another script or orientation.

>>> Ocr(None).submit(Picture(1, 1, 1, 300, b"\\xff")).result().failure
'language'
"""

import os
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from allegata.model.pictures import Picture, PictureText, PictureWord
from allegata.runners.ocr_engine import Engine, EngineError, package_of
from allegata.runners.ocr_looks import is_blank, look_again, turned
from allegata.stages.convert.language import identify_language
from allegata.stages.convert.ocr_languages import (
    LATIN,
    SCRIPTS_TO_TRY,
    Look,
    languages_of_script,
    languages_told,
    parse_look,
)
from allegata.stages.convert.ocr_table import mean_confidence, parse_table

Languages = tuple[str, ...]
_POOR = 0.6  # a page below this mean confidence is looked at again
_SCRIPTS = "osd"  # the engine's data that tells scripts and orientation
_LEAST_WORDS = 8  # that settle a language


@dataclass(frozen=True, slots=True)
class OcrLimits:
    """For one document: pages that are read, and seconds after which no other page is begun."""

    pages: int = 500
    seconds: float = 1800.0


class Ocr:
    """Reads the pictures of one document, as many at a time as there are cores, two at most."""

    def __init__(
        self, engine: Engine | None, *, language: str | None = None, limits: OcrLimits | None = None
    ) -> None:
        """``language`` (ISO 639-1) is told from outside and then believed."""
        self._engine = engine
        self._limits = limits or OcrLimits()
        self._pages = 0
        self._until = time.monotonic() + self._limits.seconds
        self._pool = ThreadPoolExecutor(min(2, os.cpu_count() or 1), "ocr")
        self._settled: Future[Languages] = _done(languages_told(language) if language else ())

    @property
    def engine(self) -> str | None:
        """Name and version of the engine, None where there is none."""
        return self._engine.name if self._engine else None

    def submit(self, picture: Picture) -> "Future[PictureText]":
        """Begin to read a picture."""
        self._pages += 1
        if self._engine is None:
            return _done(PictureText(failure="language", lacking=package_of("eng")))
        if self._pages > self._limits.pages:
            return _done(PictureText(failure="limit"))
        before, after = self._settled, Future[Languages]()
        self._settled = after
        return self._pool.submit(self._read, self._engine, picture, before, after)

    def read(self, pictures: Iterable[Picture]) -> Iterator[PictureText]:
        """Yield what stands on each picture; no more than two are held."""
        waiting: list[Future[PictureText]] = []
        for picture in pictures:
            waiting.append(self.submit(picture))
            if len(waiting) > 1:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()

    def close(self) -> None:
        """End; pictures that were not begun are not read."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _read(
        self,
        engine: Engine,
        picture: Picture,
        before: "Future[Languages]",
        after: "Future[Languages]",
    ) -> PictureText:
        known = before.result()
        if known:
            after.set_result(known)  # the next page need not wait for this one
        try:
            if time.monotonic() > self._until:
                return PictureText(failure="limit")
            text = read_picture(engine, picture, known)
            if not known:
                settles = len(text.words) >= _LEAST_WORDS
                after.set_result(text.languages if settles else ())
            return text
        except EngineError as error:
            return PictureText(failure=error.why)
        finally:
            if not after.done():
                after.set_result(())


def read_picture(engine: Engine, picture: Picture, known: Languages = ()) -> PictureText:
    """Return what stands on one picture; ``known`` languages are tried first.

    Raises:
        EngineError: the engine took too long, or failed.
    """
    if is_blank(picture):
        return PictureText(languages=known, blank=True)
    text = _read_as(engine, picture, known) if known else _read_unknown(engine, picture)
    if text.failure is None and mean_confidence(text.words) < _POOR:
        other = _read_otherwise(engine, picture, text)
        if mean_confidence(other.words) > mean_confidence(text.words):
            text = other
    if text.failure is not None:
        return text
    seen = turned(picture, text.turned)
    again = look_again(seen, text.words, lambda rest: _words(engine, rest, text, sparse=True))
    return replace(text, words=again)


def _read_unknown(engine: Engine, picture: Picture) -> PictureText:
    if _SCRIPTS in engine.languages:
        return _read_look(engine, picture, parse_look(engine.look_at_script(picture)))
    tried = [_read_look(engine, picture, Look(script)) for script in SCRIPTS_TO_TRY]
    return max(tried, key=lambda text: mean_confidence(text.words))


def _read_look(engine: Engine, picture: Picture, look: Look) -> PictureText:
    """Read a picture in the languages of its script, Latin ones narrowed to the one that it is."""
    languages = languages_of_script(look.script)
    if languages != LATIN:
        return _read_as(engine, picture, languages, look.turn)
    known = tuple(language for language in LATIN if language in engine.languages)
    first = _read_as(engine, picture, known[:1] or LATIN[:1], look.turn)
    told, _ = identify_language(" ".join(word.text for word in first.words))
    language = languages_told(told) if told else ()
    if language == first.languages or first.failure:
        return first
    wanted = language if language and language[0] in engine.languages else known
    second = _read_as(engine, picture, wanted, look.turn)
    return max(second, first, key=lambda text: mean_confidence(text.words))


def _read_otherwise(engine: Engine, picture: Picture, text: PictureText) -> PictureText:
    """Read a page that gave little again, if its script or orientation is another."""
    if _SCRIPTS not in engine.languages:
        return text
    look = parse_look(engine.look_at_script(picture))
    same_script = look.script is None or languages_of_script(look.script)[0] in text.languages
    if look.turn == text.turned and same_script:
        return text
    if look.script is None:
        return _read_as(engine, picture, text.languages, look.turn)
    return _read_look(engine, picture, look)


def _read_as(engine: Engine, picture: Picture, languages: Languages, turn: int = 0) -> PictureText:
    """Read a picture in these languages; those without data are left out, but not the first."""
    if languages[0] not in engine.languages:
        return PictureText(failure="language", lacking=package_of(languages[0]))
    there = tuple(language for language in languages if language in engine.languages)
    text = PictureText(languages=there, turned=turn)
    return replace(text, words=_words(engine, turned(picture, turn), text))


def _words(
    engine: Engine, picture: Picture, text: PictureText, *, sparse: bool = False
) -> tuple[PictureWord, ...]:
    table = engine.read(picture, text.languages, sparse=sparse)
    return parse_table(table, picture.width, picture.height)


def _done(value: "Languages | PictureText") -> "Future":  # type: ignore[type-arg]
    future: Future[Languages | PictureText] = Future()
    future.set_result(value)
    return future
