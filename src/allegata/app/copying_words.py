"""Who copies whom, as sentences for a person.

>>> graph = CopyGraph("AL-000001", (Teller("a", "document", "agency.txt", ("o",)),
...     Teller("b", "document", "daily.txt", ("o",))),
...     (Copying("b", "a", Passing.REPRINT, share=0.92, words=140),), ())
>>> [sentence(graph, each) for each in graph.copyings]
['daily.txt repeats agency.txt word for word (92 % of 140 words)']
"""

from allegata.app.voices import name_of
from allegata.model.attribution import Voice
from allegata.model.copying import CopyGraph, Copying, Passing, Teller
from allegata.model.vocabularies import SourceKind

_KINDS = {kind.value: kind for kind in SourceKind}
_SAID = {
    Passing.REPRINT: "{taker} repeats {giver} word for word ({share})",
    Passing.NEAR: "{taker} has much of its text in common with {giver} ({share})",
    Passing.VERSION: "{taker} is another text of {giver} ({detail})",
    Passing.EDITION: "{taker} is a later edition of {giver} ({detail})",
    Passing.SYNDICATED: "{taker} credits {giver}",
    Passing.ACCORDING_TO: "{taker} gives it according to {giver}",
    Passing.OWN: "{taker} speaks for {giver}",
    Passing.SERIES: "{taker} follows {giver} in a series of letters of one sender",
    Passing.CITES: "{taker} refers to {giver} ({detail})",
}


def sentence(graph: CopyGraph, copying: Copying) -> str:
    """Return what one teller has from another as a sentence without its full stop."""
    tellers = {each.id: each for each in graph.tellers}
    told = _SAID[copying.how].format(
        taker=teller_name(tellers[copying.taker]),
        giver=teller_name(tellers[copying.giver]),
        share=f"{copying.percent} % of {copying.words} words",
        detail=copying.detail,
    )
    if copying.how is Passing.ACCORDING_TO:
        return told + _named_in(graph, copying, tellers)
    return told


def teller_name(teller: Teller) -> str:
    """Return what a teller is called: a document by its name, a voice as in records."""
    if teller.is_document:
        return teller.name
    return name_of(Voice(teller.name, _KINDS.get(teller.kind, SourceKind.UNKNOWN), teller.name))


def _named_in(graph: CopyGraph, copying: Copying, tellers: dict[str, Teller]) -> str:
    """Return in which older text the same voice speaks: "…, who speaks in A"."""
    order = {each.id: place for place, each in enumerate(graph.tellers)}
    older = [
        each
        for each in graph.copyings
        if each.giver == copying.giver
        and each.how in (Passing.OWN, Passing.ACCORDING_TO)
        and tellers[each.taker].is_document
        and order[each.taker] < order[copying.taker]
    ]
    if not older or not tellers[copying.taker].is_document:
        return ""
    first = min(older, key=lambda each: (each.how is not Passing.OWN, order[each.taker]))
    verb = "who speaks in" if first.how is Passing.OWN else "named before in"
    return f", {verb} {teller_name(tellers[first.taker])}"
