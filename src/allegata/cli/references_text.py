"""The case file as a collection in plain text: works, chains, what is missing, the Charter.

Every judgement is told with its reason. Names in Arabic or Hebrew script are isolated, so that they
do not turn the rest of their line around.
"""

import textwrap
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from allegata.app.views import CaseReferences
from allegata.model.doubt import Doubt
from allegata.model.works import ChainStep, Expression, Form, MissingWork, Work

WIDTH = 100
_ISOLATE, _POP = "\u2068", "\u2069"
_UNPRINTABLE = "\ufffd"
_MOST_NAMED = 8  # works that cite one document
_VERBS = {
    "cites": "cited by",
    "previous": "followed by",
    "replies_to": "answered by",
    "corrects": "corrected by",
    "annexed": "annexed to",
    "supplements": "supplemented by",
}
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def references_lines(found: CaseReferences) -> Iterator[str]:
    """Yield the whole collection."""
    yield from _counts(found)
    labels = {work.id: _label(work) for work in found.works}
    if found.works:
        yield from ("", "WORKS", "")
    for work in found.works:
        yield from _work_lines(work)
    if found.chains:
        yield from ("", "CHAINS, oldest first")
    works = {work.id: work for work in found.works}
    replies: defaultdict[str, list[str]] = defaultdict(list)
    for link in found.links:
        if link.relation == "replies_to":
            replies[link.citing].append(link.symbol)
    for chain in found.chains:
        yield ""
        for step in chain.steps:
            yield from _step_lines(step, works, replies)
        yield from _doubt_lines(chain.doubts, "    ")
    if found.missing:
        yield from ("", "CITED, BUT NOT IN THIS CASE FILE", "")
        yield from missing_lines(found)
    if found.charter:
        yield from ("", "CHARTER OF THE UNITED NATIONS", "")
    for one in found.charter:
        cited_by = _named([labels[work] for work in one.cited_by])
        yield from _wrapped(f"{one.provision}: cited by {cited_by}")


def missing_lines(found: CaseReferences) -> Iterator[str]:
    """Yield what is cited and not here, with its address and who cites it."""
    labels = {work.id: _label(work) for work in found.works}
    said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link in found.links:
        said[link.symbol][link.relation].append(link.citing)
    for one in found.missing:
        yield from _missing_lines(one, said[one.symbol], labels)


def isolated(text: str) -> str:
    """Return a name so that it can stand in a line: printable, its direction its own.

    >>> isolated("letter.pdf"), isolated("رسالة.pdf") == "\u2068رسالة.pdf\u2069"
    ('letter.pdf', True)
    """
    safe = "".join(letter if letter.isprintable() else _UNPRINTABLE for letter in text)
    turns = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in safe)
    return f"{_ISOLATE}{safe}{_POP}" if turns else safe


def _counts(found: CaseReferences) -> Iterator[str]:
    files = found.documents - found.others
    yield f"{_many(len(found.works), 'work')} in {_many(files, 'file')}"
    yield f"{_many(len(found.missing), 'document')} cited, but not in this case file"
    if found.others:
        yield f"{_many(found.others, 'file')} neither of the United Nations nor citing it"
    if found.unread:
        yield f"{_many(found.unread, 'file')} not read: what is missing may be among them"


def _work_lines(work: Work) -> Iterator[str]:
    facts = [
        (work.kind or "").replace("_", " "),
        ", ".join(work.senders),
        f"dated {work.dated}" if work.dated else "",
        f"issued {work.issued}" if work.issued else "",
    ]
    said = ", ".join(filter(None, facts))
    yield from _wrapped(f"{work.symbol or '(no symbol)'}  {said}".rstrip())
    reasons = Counter(text.reason for text in work.expressions)
    for text in work.expressions:
        yield from _expression_lines(
            text, told=reasons[text.reason] == 1 and _says_more(text, work)
        )
    for reason in sorted(reason for reason, count in reasons.items() if count > 1):
        yield from _wrapped(f"grouped by {reason}", indent="    ")
    yield from _doubt_lines(work.doubts, "    ")


def _says_more(text: Expression, work: Work) -> bool:
    """Say whether the reason is more than what the lines show: one file, with or without symbol."""
    return len(work.expressions) > 1 or text.symbol != work.symbol


def _expression_lines(text: Expression, *, told: bool) -> Iterator[str]:
    form = text.form.value if text.form is not Form.VERSION else ""
    yield f"    {text.language or '?':<3} {form:<11} {isolated(text.name)}"
    if told:
        yield from _wrapped(text.reason, indent=" " * 8)
    yield from _doubt_lines(text.doubts, " " * 8)


def _step_lines(
    step: ChainStep, works: Mapping[str, Work], replies: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    dated = f"{step.dated or 'undated':<10}"
    if step.work is None:
        yield f"    {dated}  {step.symbol}  NOT IN THIS CASE FILE"
        return
    work = works[step.work]
    answered = replies.get(step.work)
    facts = (
        _label(work),
        ", ".join(work.senders),
        f"in reply to {', '.join(answered)}" if answered else "",
    )
    yield from _wrapped("  ".join((dated, *filter(None, facts))), indent="    ")


def _missing_lines(
    one: MissingWork, said: Mapping[str, Sequence[str]], labels: Mapping[str, str]
) -> Iterator[str]:
    dated = f" dated {one.dated}" if one.dated else ""
    yield from _wrapped(f"{one.symbol}  {one.kind}{dated}")
    if one.here is not None:
        yield from _wrapped(f"another text of {labels[one.here]} is here", indent="    ")
    for relation in one.relations:
        works = said.get(relation) or (one.cited_by if len(one.relations) == 1 else ())
        if works:
            verb = _VERBS.get(relation, f"{relation} by")
            yield from _wrapped(f"{verb} {_named([labels[work] for work in works])}", indent="    ")
    if one.url is not None:
        yield f"    {one.url}"
    yield from _doubt_lines(one.doubts, "    ")


def _doubt_lines(doubts: Iterable[Doubt], indent: str) -> Iterator[str]:
    for doubt in doubts:
        yield from _wrapped(f"doubt: {doubt.message}", indent=indent)


def _wrapped(line: str, *, indent: str = "") -> Iterator[str]:
    yield from textwrap.wrap(
        line,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "    ",
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )


def _label(work: Work) -> str:
    return work.symbol or isolated(work.name)


def _named(labels: Sequence[str]) -> str:
    more = len(labels) - _MOST_NAMED
    return ", ".join(labels[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _many(count: int, what: str) -> str:
    """Return "1 file" or "2 files".

    >>> _many(1, "file"), _many(0, "file")
    ('1 file', '0 files')
    """
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
