"""What the head of an HTML page says of it: publication day, author, publisher and address.

Read are meta elements, Open Graph, JSON-LD and marked ``time`` elements, and only what they say: a
date without a day, or in no ISO form, is none.

>>> tree = etree.fromstring("<html><head><meta property='article:published_time' "
...     "content='2031-05-04T10:00:00Z'/><meta name='author' content='Adam Brel'/></head></html>")
>>> found = read_metadata(tree)[0]
>>> found.published, found.author
('2031-05-04', 'Adam Brel')
"""

import datetime as dt
import json
import re
from collections.abc import Iterator

from lxml import etree

from allegata.model.document import Metadata
from allegata.model.doubt import Doubt

# The names that pages use, the plainest first; letter case does not matter.
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "pubdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dcterms.created",
    "date",
)
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_PUBLISHER = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher")
_ADDRESS = ("og:url",)
_LONGEST = 300  # characters of a name or address
_MOST_JSON = 200_000  # characters of one JSON-LD script
_FIRST_YEAR = 1990  # of the web
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")


def read_metadata(root: etree._Element) -> tuple[Metadata, tuple[Doubt, ...]]:
    """Return what a page says of itself, and a doubt where it gives two days of publication."""
    metas = dict(_metas(root))
    linked = list(_linked_data(root))
    days = [
        *(metas[name] for name in _PUBLISHED if name in metas),
        *(value for entry in linked for value in _texts(entry.get("datePublished"))),
        *_times(root),
    ]
    published = list(dict.fromkeys(day for day in map(_day, days) if day is not None))
    metadata = Metadata(
        published=published[0] if published else None,
        author=_first([metas.get(name) for name in _AUTHOR], _names(linked, "author")),
        publisher=_first([metas.get(name) for name in _PUBLISHER], _names(linked, "publisher")),
        url=_address([metas.get(name) for name in _ADDRESS], root),
    )
    return metadata, _disagreement(published)


def _disagreement(published: list[str]) -> tuple[Doubt, ...]:
    if len(published) < 2:
        return ()
    message = f"The page gives several days of publication: {', '.join(published[:5])}."
    return (Doubt("convert.html.dates_disagree", message),)


def _metas(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the meta elements of the page by name; of two the first one stays."""
    seen = set()
    for node in root.iter("meta"):
        value = " ".join(node.get("content", "").split())
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if name and value and name not in seen:
            seen.add(name)
            yield name, value


def _linked_data(root: etree._Element) -> Iterator[dict[str, object]]:
    """Yield the objects of JSON-LD that tell of a written work."""
    for node in root.iter("script"):
        text = node.text or ""
        if node.get("type", "").lower() != "application/ld+json" or len(text) > _MOST_JSON:
            continue
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        entries = found if isinstance(found, list) else [found]
        for entry in entries:
            graph = entry.get("@graph") if isinstance(entry, dict) else None
            for one in [entry, *(graph if isinstance(graph, list) else [])]:
                if isinstance(one, dict) and "datePublished" in one:
                    yield one


def _times(root: etree._Element) -> list[str]:
    """Return the day of a ``time`` that is marked as that of publication, or of the only one."""
    times = list(root.iter("time"))
    marked = [
        node
        for node in times
        if node.get("pubdate") is not None or node.get("itemprop", "").lower() == "datepublished"
    ]
    values = {node.get("datetime", "") for node in marked or times}
    return sorted(values) if marked or len(values) == 1 else []


def _names(linked: list[dict[str, object]], key: str) -> list[str]:
    """Return the names under ``key``: plain words, or objects with a name."""
    found = []
    for entry in linked:
        value = entry.get(key)
        for one in value if isinstance(value, list) else [value]:
            found += _texts(one.get("name") if isinstance(one, dict) else one)
    return found


def _texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else []


def _first(*groups: "list[str | None] | list[str]") -> str | None:
    """Return the first value that is a name and no address."""
    for value in (value for group in groups for value in group):
        name = " ".join(value.split()) if value else ""
        if name and len(name) <= _LONGEST and "://" not in name:
            return name
    return None


def _address(values: list[str | None], root: etree._Element) -> str | None:
    """Return the address of the page itself, as it gives it for others to cite."""
    links = [
        node.get("href") for node in root.iter("link") if node.get("rel", "").lower() == "canonical"
    ]
    for value in (*links, *values):
        if value and value.startswith(("http://", "https://")) and len(value) <= _LONGEST:
            return value
    return None


def _day(value: str) -> str | None:
    """Return an ISO day.

    >>> _day("2031-05-04T10:00:00+03:00"), _day("05/04/2031"), _day("2031-05")
    ('2031-05-04', None, None)
    """
    match = _DAY.fullmatch(value.strip())
    try:
        day = dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
    return day.isoformat() if day is not None and day.year >= _FIRST_YEAR else None
