"""The places of a text alone, for who needs no claims.

In: a text, a gazetteer, the words of its language, the country that it is about; or spans that are
known to be places. Out: place mentions in the order of the text, each with its place where one is
certain enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.places import PlaceMention
from allegata.model.ports import Converter, Gazetteer
from allegata.model.reading import Refusal
from allegata.model.span import Span
from allegata.places.associated import find_associated
from allegata.places.framing import ask_at
from allegata.places.phrases import find_places
from allegata.places.words import PlaceWords, load_place_words
from allegata.stages.normalize.places import resolve_places

LAYER = "t0"
DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text's places: spans count code points of its first layer. ``gazetteers`` are labels."""

    name: str
    row_id: str | None
    gazetteers: tuple[str, ...]
    mentions: tuple[PlaceMention, ...]


def place_source(
    source: SourceFile, convert: Converter, gazetteer: Gazetteer, *, is_every_toponym: bool = False
) -> PlacedText | Refusal:
    """Return the places of an input's first layer; one that cannot be read becomes a Refusal."""
    try:
        doc = convert(source)
    except InputError as error:
        return Refusal(source.name, source.row_id, error.code, error.message, error.hint)
    words = load_place_words(doc.language or DEFAULT_LANGUAGE)
    layer = doc.layers[0]
    mentions = place_text(
        layer.text, gazetteer, words, country=doc.country, is_every_toponym=is_every_toponym
    )
    placed = tuple(replace(one, span=replace(one.span, layer=layer.id)) for one in mentions)
    return PlacedText(source.name, source.row_id, (gazetteer.label,), placed)


def place_text(
    text: str,
    gazetteer: Gazetteer,
    words: PlaceWords,
    *,
    country: str | None = None,
    is_every_toponym: bool = False,
) -> tuple[PlaceMention, ...]:
    """Return the places that a text names.

    ``country`` is ISO 3166 alpha-2. ``is_every_toponym`` adds those inside other names and behind
    demonyms, where nothing need have happened.
    """
    found = find_places(text, gazetteer, words)
    if is_every_toponym:
        found += find_associated(text, found, gazetteer, words)
    mentions = [
        PlaceMention(one.raw, one.kind, Span(LAYER, one.start, one.end), name=one.name)
        for one in sorted(found, key=lambda place: place.start)
    ]
    return resolve_places(mentions, text, gazetteer, country=country)


def place_spans(
    text: str,
    spans: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
    words: PlaceWords,
    *,
    country: str | None = None,
) -> tuple[PlaceMention, ...]:
    """Return the places at spans (start, end in code points) of a text, in order.

    Raises:
        InputError: a span does not lie in the text, or is empty.
    """
    mentions = []
    for start, end in sorted(set(spans)):
        if not 0 <= start < end <= len(text):
            raise InputError(
                "places.span",
                f"{start} to {end} is no stretch of a text of {len(text)} characters.",
                "Give half-open spans in Unicode characters, from 0, such as "
                '{"start": 10, "end": 16}.',
            )
        ask = ask_at(text, start, end, gazetteer, words)
        raw = text[start:end]
        mentions.append(PlaceMention(raw, ask.kind, Span(LAYER, start, end), name=ask.names[0]))
    return resolve_places(mentions, text, gazetteer, country=country)
