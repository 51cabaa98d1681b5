"""A figure told alone is one for the people told last: "Nine died. The correct figure is seven."

In: the facts of a sentence and the last claim of harm. Out: the facts with a frame of that harm and
the new number; unchanged where no claim stands in the paragraph or the one before.
"""

from dataclasses import replace

from allegata.lang.grammar.frames import HarmFrame
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.toll_figures import may_be_people
from allegata.stages.extract.drafts import Draft
from allegata.stages.extract.facts import SentenceFacts


def with_figure(facts: SentenceFacts, last: Draft | None) -> SentenceFacts:
    """Return the facts with the harm that their figure is of."""
    if not may_be_people(facts.figure) or facts.harms or last is None or not last.harms:
        return facts
    if facts.paragraph - last.sentences[-1].paragraph > 1 or not last.harms[0].victims:
        return facts
    frame = _again(last.harms[0], facts)
    return replace(facts, harms=(frame,), harm_agents=(None,), parts=())


def _again(frame: HarmFrame, facts: SentenceFacts) -> HarmFrame:
    number = facts.figure
    if number is None:
        return frame
    start, end = number.words
    whole = replace(
        frame.victims[0].whole,
        start=start,
        end=end,
        head=(end, end),
        quantity=number,
        quantity_range=number.words,
        known=False,
        out_of=False,
        inferred=False,
    )
    return replace(
        frame, start=start, end=end, victims=(Counted(whole, (), ()),), rule="harm.toll", also=False
    )
