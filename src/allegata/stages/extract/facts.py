"""What the grammar finds in each sentence, before sentences are read together.

In: a view, a pack and a gazetteer. Out: one ``SentenceFacts`` a sentence, in order, with the
frames of harm and acts, the dates, places, voices, norms and requests of its words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol, TypeVar

from allegata.lang.countries import country_named
from allegata.lang.grammar.actors import ActorPhrase, PlatformPhrase, StateName
from allegata.lang.grammar.acts import ActFrame, Agent, agent_after, find_acts, subject_before
from allegata.lang.grammar.armed_groups import ArmedGroup, find_armed_groups
from allegata.lang.grammar.blame import Blame, armed_in, find_blame
from allegata.lang.grammar.clock import find_clock_times
from allegata.lang.grammar.corrections import find_figure
from allegata.lang.grammar.date_choices import find_choices
from allegata.lang.grammar.dateline import Dateline, account_start, head_ends, is_of_document
from allegata.lang.grammar.dates import FoundDate, find_dates
from allegata.lang.grammar.event_words import event_words
from allegata.lang.grammar.frames import HarmFrame
from allegata.lang.grammar.happenings import Happening, Role, find_happenings, tells_of_event
from allegata.lang.grammar.harm import find_harm
from allegata.lang.grammar.lexing import Chunk, lex
from allegata.lang.grammar.masks import find_masks
from allegata.lang.grammar.norms import FoundNorm, FoundStanding, find_norms, find_standings
from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.organisations import Organisation, find_organisations
from allegata.lang.grammar.parts import Counted, PartPhrase
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.persons import PersonPhrase, find_persons
from allegata.lang.grammar.phrases import FoundPhrase, any_of, find_phrases
from allegata.lang.grammar.positions import FoundPosition, find_positions, has_positions
from allegata.lang.grammar.requests import FoundRequest, find_requests
from allegata.lang.grammar.rows import counted_row, phrase_row
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.grammar.voices import FoundVoice, find_voices
from allegata.lang.pack import Entry, LanguagePack, load_pack, rows, words
from allegata.model.ports import Gazetteer
from allegata.places.phrases import FoundPlace, find_places
from allegata.places.words import PlaceWords
from allegata.text.sentences import cut_at, split_sentences


class _HasRange(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Ranged = TypeVar("Ranged", bound=_HasRange)


@dataclass(frozen=True, slots=True)
class SamePlace:
    """ "the same city": a place told before, of the kind that ``word`` says."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True, eq=False)  # each sentence is one, and equal to itself alone
class SentenceFacts:
    """All offsets are of the view's text. ``paragraph`` counts from 0.

    ``agents`` gives the agent of each harm frame, in the same order. ``separate`` marks "in a
    separate incident"; ``actors`` are all actor phrases, platforms' owners among them.
    ``people`` are all groups. ``several`` marks "in separate attacks". ``is_head``: it stands
    above the account, as its headline does. ``subject`` is the role of the person that the sentence
    begins with ("The commander"), or ``pronoun``.
    """

    start: int
    end: int
    paragraph: int
    text: str
    dates: tuple[FoundDate, ...]
    places: tuple[FoundPlace | SamePlace, ...]
    norms: tuple[FoundNorm, ...]
    requests: tuple[FoundRequest, ...]
    positions: tuple[FoundPosition, ...] = ()
    harms: tuple[HarmFrame, ...] = ()
    harm_agents: tuple[Agent | None, ...] = ()
    acts: tuple[ActFrame, ...] = ()
    parts: tuple[PartPhrase, ...] = ()
    actors: tuple[ActorPhrase, ...] = ()
    voices: tuple[FoundVoice, ...] = ()
    standings: tuple[FoundStanding, ...] = ()
    hedges: tuple[FoundPhrase, ...] = ()
    periods: tuple[FoundPhrase, ...] = ()
    floors: tuple[FoundPhrase, ...] = ()
    several: bool = False
    people: tuple[GroupPhrase, ...] = ()
    groups: tuple[ArmedGroup, ...] = ()
    subject: str | None = None
    is_head: bool = False
    past: bool = False
    figure: Quantity | None = None
    separate: bool = False
    happenings: tuple[Happening, ...] = ()
    event_words: tuple[str, ...] = ()
    blames: tuple[Blame, ...] = ()
    armed: tuple[Role, ...] = ()
    persons: tuple[PersonPhrase, ...] = ()
    organisations: tuple[Organisation, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """What reading needs beyond the text: words, places' words, the gazetteer."""

    pack: LanguagePack
    place_words: PlaceWords
    gazetteer: Gazetteer


MOST_IN_PARAGRAPH = 100  # sentences: what is told so far back is no longer "these acts"
STATE_NAME = re.compile(
    r"\b(?:(?:Islamic|Arab|People's|Democratic|Federal|United)\s+)*"
    r"(?:Republic|Federation|Kingdom|State|Sultanate|Emirate|Union|Commonwealth)\s+of\s+"
    r"(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)*"
)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,}(?:s)?\b|\b[A-Z]{4,}\b|\bU\.?S\.?A?\b\.?")
_SEPARATE = code("SEPARATE")
_SUBJECT = compile_pattern("<STOP><DET|ACT|HARM|ADV|PMOD>{0,3}(?P<who><GROUP|PRON>)")
_PERFECT = compile_pattern("<HAVE><BE|ADV|WORD|AND|OR>*<HARM>")
_TELLING = compile_pattern(
    "<HARM|HARMN|CASUALTY|LEAVE|CLAIMLIFE|LIVES|TOLL|NUMBEROF|ACT|ACTN|USE|FIREAT|CARRY|MEANS|PLATFORM"
    "|TARGET|ACTOR|PARTITIVE|ORD|STATE|LED|SEPARATE|MURDERSUICIDE|NAMEDAS>|<OF><DET|DEM><NUM>|<NUM><BE>"
    "|<REVISE><DET|POSS|ADV|MOD>{0,3}<FIGURE>|<FIGURE><BE|HAVE|ADV|MODAL>{0,4}<REVISE|REACH>"
)


def find_facts(
    text: str,
    grammar: Grammar,
    *,
    start: int,
    end: int,
    masks: Sequence[tuple[int, int]] = (),
    dateline: Dateline | None = None,
) -> list[SentenceFacts]:
    """Return the facts of every sentence of ``text[start:end]``.

    ``masks`` are not counted in; the place and day of the ``dateline`` are no event's.
    """
    pack = grammar.pack
    body = text[:end]
    places = find_places(body, grammar.gazetteer, grammar.place_words)
    dates = find_choices(body, find_dates(body, pack), pack)
    if dateline is not None and dateline.led:
        masks = [*masks, (dateline.start, dateline.end)]
        places = tuple(
            place for place in places if place.end <= dateline.start or dateline.end <= place.start
        )
        dates = tuple(date for date in dates if not is_of_document(date, dateline))
    organisations = find_organisations(body, pack)
    chunks = _chunks(body, places, dates, pack, masks, organisations)
    split = split_sentences(body, pack.language, merge_after=pack.no_sentence_end)
    ends = head_ends(body, dateline, pack)
    cut = cut_at(body, split, ends)
    account = account_start(ends)
    sentences = [(first, last) for first, last in cut if first >= start]
    facts = []
    paragraph, previous_end, inside_it = 0, start, 0
    by_sentence = zip(
        sentences,
        _inside(chunks, sentences),
        _inside(places, sentences),
        _inside(dates, sentences),
        _inside(find_armed_groups(body, pack), sentences),
        _inside(organisations, sentences),
        strict=True,
    )
    for (first, last), inside, told_places, told_dates, groups, named in by_sentence:
        inside_it += 1
        if "\n" in body[previous_end:first] or inside_it > MOST_IN_PARAGRAPH:
            paragraph, inside_it = paragraph + 1, 1
        told = _sentence(body, first, last, paragraph, inside, told_places, told_dates, grammar)
        if groups or named or last <= account:
            told = replace(
                told,
                groups=tuple(groups),
                organisations=tuple(named),
                is_head=last <= account,
            )
        facts.append(told)
        previous_end = last
    return facts


def _sentence(
    text: str,
    start: int,
    end: int,
    paragraph: int,
    chunks: list[Chunk],
    places: Sequence[FoundPlace],
    dates: Sequence[FoundDate],
    grammar: Grammar,
) -> SentenceFacts:
    words_of = text[start:end]
    facts = SentenceFacts(
        start=start,
        end=end,
        paragraph=paragraph,
        text=words_of,
        dates=_timed(words_of, start, dates, grammar.pack),
        places=_places_in(chunks, places),
        norms=find_norms(words_of, grammar.pack),
        requests=find_requests(words_of, grammar.pack),
    )
    units = lex(text, [(start, end)], grammar.pack.lexicon, chunks)
    if (
        _TELLING.search(units.classes) is None
        and not tells_of_event(words_of, grammar.pack.language)
        and not has_positions(words_of, grammar.pack)
        and not facts.norms
        and not find_phrases(words_of, grammar.pack, "hedges", "figure")
    ):
        return facts  # most sentences of a long report tell of no harm, attack or actor
    return _with_frames(facts, units, grammar.pack)


def _timed(
    sentence: str, start: int, dates: Sequence[FoundDate], pack: LanguagePack
) -> tuple[FoundDate, ...]:
    """Return the dates of events; the only one of a sentence has its clock time."""
    told = tuple(date for date in dates if not date.of_document)
    if len(told) != 1:
        return told
    times = find_clock_times(sentence, pack)
    outside = [time for first, _, time in times if not told[0].start <= start + first < told[0].end]
    if not outside:
        return told
    return (replace(told[0], phrase=replace(told[0].phrase, time=outside[0])),)


def _with_frames(facts: SentenceFacts, units: Units, pack: LanguagePack) -> SentenceFacts:
    """Return the facts with what the cascade finds in the sentence's row of units."""
    units = phrase_row(units)
    voices = find_voices(units, pack)
    row, parts = counted_row(units)
    harms = find_harm(row)
    acts = find_acts(row)
    actors = [value for value in row.values if isinstance(value, ActorPhrase)]
    actors += [
        value.owner
        for value in row.values
        if isinstance(value, PlatformPhrase) and value.owner is not None
    ]
    return replace(
        facts,
        harms=harms,
        harm_agents=tuple(_harm_agent(row, harm, acts) for harm in harms),
        acts=tuple(act for act in acts if not _is_harm_itself(act, harms)),
        parts=parts,
        actors=tuple(sorted(actors, key=lambda actor: actor.start)),
        voices=voices,
        positions=find_positions(facts.text, facts.start, units, voices, pack),
        standings=find_standings(facts.text, pack),
        hedges=find_phrases(facts.text, pack, "hedges", "hedge"),
        periods=_periods(facts.text, row, pack),
        floors=find_phrases(facts.text, pack, "hedges", "floor"),
        people=tuple(value.whole for value in row.values if isinstance(value, Counted)),
        several=bool(find_phrases(facts.text, pack, "hedges", "several")),
        subject=_subject(row),
        separate=_SEPARATE in row.classes,
        happenings=find_happenings(row, pack.language),
        event_words=event_words(row),
        figure=None if harms else find_figure(facts.text, facts.start, row, pack),
        persons=find_persons(units, pack.language),
        blames=find_blame(row, pack.language),
        armed=armed_in(row),
    )


def _subject(row: Units) -> str | None:
    """Return the role of the one person that a sentence is about, or ``pronoun``."""
    match = _SUBJECT.match(row.classes)
    if match is None:
        return None
    who = row.values[match.start("who")]
    if isinstance(who, Counted):
        return None if who.whole.plural else who.whole.role
    return "pronoun" if isinstance(who, Entry) and (who.flag("he") or who.flag("they")) else None


def _periods(sentence: str, row: Units, pack: LanguagePack) -> tuple[FoundPhrase, ...]:
    """Return the words that make a count one of a period, and of no one incident."""
    return tuple(
        found
        for found in find_phrases(sentence, pack, "hedges", "period")
        if not found.row.get("perfect") or _PERFECT.search(row.classes)
    )


def _harm_agent(row: Units, harm: HarmFrame, acts: Sequence[ActFrame]) -> Agent | None:
    """Return who is said to have done it: the subject, the "by" phrase, or the act's agent."""
    if harm.rule in ("harm.figure", "harm.corrected", "harm.named"):
        return None  # who put the figure harmed nobody
    if harm.passive:
        return agent_after(row, harm.last)
    entry = row.values[harm.first]
    intransitive = isinstance(entry, Entry) and entry.flag("intransitive")
    if harm.finite and not intransitive:
        subject = subject_before(row, harm.first)
        if subject is not None:
            return subject
    agents = [act.agent for act in acts if act.agent is not None]
    return agents[0] if agents else None


def _is_harm_itself(act: ActFrame, harms: Sequence[HarmFrame]) -> bool:
    """Say whether an act's noun is already a harm frame's own word ("the killing of two men")."""
    return any(harm.start <= act.start < harm.end for harm in harms)


def _places_in(
    chunks: Sequence[Chunk], places: Sequence[FoundPlace]
) -> tuple[FoundPlace | SamePlace, ...]:
    same = [chunk.value for chunk in chunks if isinstance(chunk.value, SamePlace)]
    named = [place for place in places if place.kind != "country"]
    return tuple(sorted([*named, *same], key=lambda place: place.start))


def _inside(found: Sequence[Ranged], sentences: Sequence[tuple[int, int]]) -> list[list[Ranged]]:
    """Return for each sentence what lies inside it; both come in order, so one walk is enough."""
    inside: list[list[Ranged]] = []
    at = 0
    for first, last in sentences:
        while at < len(found) and found[at].start < first:
            at += 1
        here = []
        while at < len(found) and found[at].start < last:
            if found[at].end <= last:
                here.append(found[at])
            at += 1
        inside.append(here)
    return inside


def _chunks(
    text: str,
    places: Sequence[FoundPlace],
    dates: Sequence[FoundDate],
    pack: LanguagePack,
    masks: Sequence[tuple[int, int]],
    organisations: Sequence[Organisation],
) -> list[Chunk]:
    """Return what is recognised before words are classed; where chunks overlap the first wins."""
    chunks = [Chunk(start, end, "MASK", None) for start, end in masks]
    chunks += [Chunk(date.start, date.end, "DATE", date) for date in dates]
    chunks += [
        Chunk(start, end, "AGED" if name == "year_old" else "MASK", name)
        for start, end, name in find_masks(text, pack)
    ]
    chunks += _state_chunks(text, places)
    chunks += _organisation_chunks(organisations)
    chunks += _same_place_chunks(text, pack)
    for place in places:
        if place.kind == "country":
            continue
        start = place.start + max(place.raw.find(place.name), 0)
        is_facility = place.kind == "facility"  # only its name is a place, the rest an object
        end = start + len(place.name) if is_facility else place.end
        chunks.append(Chunk(start if is_facility else place.start, end, "PLACE", place))
    return _without_overlap(chunks)


def _state_chunks(text: str, places: Sequence[FoundPlace]) -> list[Chunk]:
    chunks = [
        Chunk(place.start, place.end, "STATE", _state(place.name))
        for place in places
        if place.kind == "country"
    ]
    chunks += [
        Chunk(match.start(), match.end(), "STATE", _state(match.group()))
        for match in STATE_NAME.finditer(text)
    ]
    for match in _CAPITALISED.finditer(text):
        country = _country(match.group())
        if country is not None:
            is_name = country_named(match.group(), demonyms=False) is not None
            cls = "STATE" if is_name else "DEMONYM"
            chunks.append(Chunk(match.start(), match.end(), cls, country))
    return chunks


def _organisation_chunks(organisations: Sequence[Organisation]) -> list[Chunk]:
    return [
        Chunk(
            one.start,
            one.end,
            "ACTOR",
            ActorPhrase(*one.named, one.name, one.name, one.kind, None, framing=(), bare=False),
        )
        for one in organisations
    ]


def _state(name: str) -> StateName:
    return _country(name) or StateName(None, name)


@cache
def _country(name: str) -> StateName | None:
    country = country_named(name)
    return StateName(country.alpha3, country.name) if country else None


def _same_place_chunks(text: str, pack: LanguagePack) -> list[Chunk]:
    return [
        Chunk(match.start(), match.end(), "PLACE", SamePlace(match.start(), match.end(), match[1]))
        for match in _same_place(pack.language).finditer(text)
    ]


@cache
def _same_place(language: str) -> re.Pattern[str]:
    """Return the pattern of "the same city": "the same" and a word for a kind of place."""
    pack = load_pack(language)
    same = [
        form
        for row in rows(pack.table("function_words"), "entry")
        if row["class"] == "SAME"
        for form in words(row)
    ]
    kinds = [
        form
        for row in rows(pack.table("places"), "entry")
        if row["class"] == "PLACE_TYPE"
        for form in words(row)
    ]
    return re.compile(rf"{any_of(same)}\s+({any_of(kinds)})", re.IGNORECASE)


def _without_overlap(chunks: list[Chunk]) -> list[Chunk]:
    """Keep of overlapping chunks the longest, and of equals the one that was found first."""
    kept: list[Chunk] = []
    for chunk in sorted(chunks, key=lambda chunk: (chunk.start, -chunk.end)):
        if not kept or chunk.start >= kept[-1].end:
            kept.append(chunk)
    return kept
