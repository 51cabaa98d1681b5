"""The set ``gva``: news of shootings to incidents, and what is said of each incident.

Input is an article's text with the day on which it was published and the country, as a user who
collects such news would tell them. Output is the format of the scorer: a cluster for each article,
that of the account which the article is about, and for each cluster killed, injured and the day.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from allegata.model.linking import Account
from allegata.model.reading import Reading
from allegata.model.vocabularies import Outcome
from allegata.stages.resolve.accounts import accounts_of, leading_account, whole_account
from allegata.stages.resolve.across import link
from bench.gva_items import articles
from bench.parts import Item
from bench.reading import read_text, tallied_over

COUNTRY = "US"
# The figure told first is the total; the highest of any voice is what one article leaves open.
RULE, OPEN_RULE, TABLE = "airwars@1", "ucdp@1", "airwars"
_HARM = (Outcome.KILLED, Outcome.INJURED)


@dataclass(frozen=True, slots=True)
class Told:
    """An article: its reading, its accounts, the one that it is about."""

    reading: Reading
    accounts: tuple[Account, ...]
    leading: Account

    @property
    def published(self) -> str:
        """The day on which it was published, as an ISO date; "" where nobody tells."""
        return self.reading.document.published or ""


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a cluster for each article, and what is said of each cluster."""
    told = [_told(read_article(article)) for article in articles(data)]
    partition = link(account for one in told for account in one.accounts)
    group = {name: at for at, names in enumerate(partition.groups) for name in names}
    clusters: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        clusters[group[one.leading.id]].append(one)
        yield {"doc": one.reading.document.name, "cluster": str(group[one.leading.id])}
    for number, members in sorted(clusters.items()):
        figures = {outcome.value: range_over(members, outcome) for outcome in _HARM}
        yield {"cluster": str(number), **figures, "date": day_of(members)}


def range_over(members: Iterable[Told], outcome: Outcome) -> list[int]:
    """Return the figure that most articles tell of one outcome, else the range over all.

    Who tells of other harm and not of this tells that there was none, and so does who tells of a
    shooting and of no harm at all: the set codes it so. Before the first article that tells of the
    dead, others could not: of the wounded one died later. Where one article alone tells of an
    incident, the highest figure of its voices stays open.
    """
    told = list(members)
    found: list[tuple[str, bool, tuple[int, int]]] = []
    for one in told:
        figures = {each: _figure(one, each) for each in _HARM}
        mine = figures[outcome]
        if mine is not None:
            found.append((one.published, True, mine))
        elif any(figure is not None for figure in figures.values()):
            found.append((one.published, False, (0, 0)))
    if not found:
        return [0, 0]
    first = min((day for day, says, _ in found if says), default="")
    kept = [figure for day, says, figure in found if says or day > first]
    (most, times), *_ = Counter(kept).most_common()
    low, high = min(low for low, _ in kept), max(high for _, high in kept)
    if 2 * times > len(kept):
        low, high = most
    if len(told) == 1 and (opened := _figure(told[0], outcome, rule=OPEN_RULE)):
        high = max(high, opened[1])
    return [low, high]


def _figure(one: Told, outcome: Outcome, *, rule: str = RULE) -> tuple[int, int] | None:
    """Return what an article tells of one outcome, as the set codes it.

    Who was shot and is not told to be dead is among its injured.
    """
    told = _tallied(one, outcome, rule)
    if outcome is not Outcome.INJURED or told is not None:
        return told
    hit = _tallied(one, Outcome.KILLED_OR_INJURED, rule)
    if hit is None:
        return None
    low, high = _tallied(one, Outcome.KILLED, rule) or (0, 0)
    return max(hit[0] - high, 0), max(hit[1] - low, 0)


def _tallied(one: Told, outcome: Outcome, rule: str) -> tuple[int, int] | None:
    claims = [claim for claim in one.reading.claims if claim.id in one.leading.claims]
    found = tallied_over(claims, outcome, rule=rule, table=TABLE)
    known = [end for end in found or () if end is not None]
    return (known[0], known[-1]) if known else None


def day_of(members: Iterable[Told]) -> str | None:
    """Return the day that most articles tell, of equals the earliest."""
    days = Counter(
        one.leading.days[0]
        for one in members
        if one.leading.days is not None and one.leading.days[0] == one.leading.days[1]
    )
    if not days:
        return None
    return dt.date.fromordinal(min(days, key=lambda day: (-days[day], day))).isoformat()


def _told(reading: Reading) -> Told:
    accounts = accounts_of_reading(reading)
    leading = leading_account(accounts)
    assert leading is not None
    return Told(reading, accounts, leading)


def read_article(article: Item) -> Reading:
    """Return the reading of one article."""
    text = str(article["text"] or article["title"] or " ")
    return read_text(str(article["doc_id"]), text, published=str(article["dct"]), country=COUNTRY)


def accounts_of_reading(reading: Reading) -> tuple[Account, ...]:
    """Return the accounts of one article; one that tells of no incident is an account itself."""
    key = reading.document.name
    told = accounts_of(reading.document, reading.claims, reading.mentions, key=key)
    return told or (whole_account(reading.document, reading.mentions, key=key),)


def accounts_of_article(article: Item) -> tuple[Account, ...]:
    """Return the accounts of one article."""
    return accounts_of_reading(read_article(article))
