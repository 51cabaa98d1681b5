"""The set ``gva``: news of shootings to incidents, and what is said of each incident.

Input is an article's text with the day on which it was published and the country, as a user who
collects such news would tell them. Output is the format of the scorer: a cluster for each article,
that of the account which the article is about, and for each cluster killed, injured and the day.
"""

from collections.abc import Iterator
from pathlib import Path

from allegata.model.linking import Account
from allegata.model.reading import Reading
from allegata.stages.resolve.accounts import accounts_of, leading_account, whole_account
from allegata.stages.resolve.across import link
from bench.gva_items import articles
from bench.parts import Item
from bench.reading import read_text

COUNTRY = "US"


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a cluster for each article."""
    readings = [read_article(article) for article in articles(data)]
    told = {reading.document.name: accounts_of_reading(reading) for reading in readings}
    partition = link(account for accounts in told.values() for account in accounts)
    group = {name: at for at, names in enumerate(partition.groups) for name in names}
    for article, accounts in told.items():
        leading = leading_account(accounts)
        assert leading is not None
        yield {"doc": article, "cluster": str(group[leading.id])}


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
