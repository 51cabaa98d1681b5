"""What the rules of a tally do, in one line each, for whoever switches between them.

>>> rule_view("ibc@1")["name"]
'Iraq Body Count'
>>> rule_view("house@7")
{'rule': 'house@7', 'name': 'house@7', 'line': ''}
"""

from allegata.model.wire import Json

LINES = {
    "stated": ("As stated", "Lowest and highest of the whole figures; none is added to another."),
    "added": (
        "Added up",
        "Groups told side by side add up; voices that differ are a range, open where they are.",
    ),
    "ibc": (
        "Iraq Body Count",
        "As added up; a bare figure is low and high alike, and “at least” is closed.",
    ),
    "document": ("Own figures first", "A document's own figures go before those that it quotes."),
    "airwars": (
        "Airwars",
        "Own figures first; the figure told first is the total of an assessment.",
    ),
    "acled": ("ACLED", "The most conservative figure, alone."),
    "ucdp": ("UCDP", "Low and high over the voices; best is the document's own figure."),
    "median": ("Median", "Low and high over the voices; best is their median."),
    "majority": ("Majority", "The figure that more than half of the camps tell, else the range."),
    "hierarchy": (
        "Source hierarchy",
        "The range of the highest kind of source that speaks, in the codebook's order.",
    ),
    "team": ("Settled by people", "A person's range, with a reason; the rule's stands beside it."),
    "adversary": (
        "Adversary's figures",
        "A party's figure about its adversary sets the high end only, until another camp agrees.",
    ),
}


def rule_view(rule: str) -> dict[str, Json]:
    """Return a rule with its name and what it does; an unknown one has its own name alone."""
    name, line = LINES.get(rule.partition("@")[0], (rule, ""))
    return {"rule": rule, "name": name, "line": line}
