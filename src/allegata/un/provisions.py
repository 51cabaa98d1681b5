"""The places in a document that a text points to: paragraphs, articles, annexes, chapters.

In: cleared text. Out: every such place with its numbers, in normal English form, and those that are
said of what stands after or before them ("paragraph 9 of …", "…, annex").

>>> from allegata.un.clearing import clear
>>> found = Provisions(clear("paragraphs 2 (a) and 5 of S/2031/7, annex II, para. 3"))
>>> found.before(26)
(0, ('paragraph 2 (a)', 'paragraph 5'))
>>> found.after(34)
(53, ('annex II', 'paragraph 3'))
"""

import bisect
import dataclasses
import re
from collections.abc import Callable
from functools import cache

from allegata.un.clearing import Cleared
from allegata.un.lookup import alternatives, link_words
from allegata.un.provision_words import Provision, find_provisions, joint, written_out
from allegata.un.sentences import BLANK

LONGEST_GAP = 160
MOST_LINKS = 10  # "circulated as a document of the … under the symbol"
# A narrower place is of a wider one: "Article 2, paragraph 4", "annex II, para. 3".
_DEPTHS = {"article": 1, "section": 1, "part": 1, "paragraph": 2, "clause": 2, "subparagraph": 3}
_WORD = re.compile(r"[^\W\d_]+'?")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NO_LINK = re.compile(r"[^\s\w',]|[\d_]|\n[ \t]*\n")

Joins = Callable[[str], bool]


class Provisions:
    """All provisions of a text, found once, and asked for by place."""

    def __init__(self, cleared: Cleared) -> None:
        self.text = cleared.text
        self.all = find_provisions(cleared)
        self._starts = [one.start for one in self.all]
        self._ends = [one.end for one in self.all]
        self._used: set[int] = set()

    def before(self, at: int, joins: Joins | None = None) -> tuple[int, tuple[str, ...]]:
        """Return the provisions said of what begins at ``at``, and where their words begin.

        ``joins`` says whether the words between may join the two; else only "of the", "to its" do.
        """
        index = bisect.bisect_right(self._ends, at) - 1
        if index < 0 or not (joins or is_link)(self._gap(index, at)):
            return at, ()
        paths = [[self.all[index]]]
        self._used.add(index)
        while index > 0:
            left, right = self.all[index - 1], self.all[index]
            gap = self._gap(index - 1, right.start)
            if _narrows(left, right, gap):
                paths[0].insert(0, left)
            elif is_joint(gap):
                paths.insert(0, [left])
            elif is_link(gap) and _depth(left) > _depth(right):
                paths[0].append(left)
            else:
                break
            index -= 1
            self._used.add(index)
        return self.all[index].start, _labels(paths)

    def after(self, at: int) -> tuple[int, tuple[str, ...]]:
        """Return the provisions said of what ends at ``at``, and where their words end."""
        index = bisect.bisect_left(self._starts, at)
        if index >= len(self.all) or index in self._used or not self._follows(at, index):
            return at, ()
        paths = [[self.all[index]]]
        self._used.add(index)
        while index + 1 < len(self.all) and index + 1 not in self._used:
            left, right = self.all[index], self.all[index + 1]
            gap = self._gap(index, right.start)
            if _narrows(left, right, gap):
                paths[-1].append(right)
            elif is_joint(gap) and not self.is_of_another(right):
                paths.append([right])
            else:
                break
            index += 1
            self._used.add(index)
        return self.all[index].end, _labels(paths)

    def is_used(self, index: int) -> bool:
        """Say whether a provision was said of something already."""
        return index in self._used

    def take(self, index: int) -> tuple[str, ...]:
        """Return the labels of one provision, which is used from now on."""
        self._used.add(index)
        return _labels([[self.all[index]]])

    def _gap(self, index: int, end: int) -> str:
        """Return the words from a provision to ``end``; a gap that is too long joins nothing."""
        start = self.all[index].end
        return self.text[start:end] if end - start <= LONGEST_GAP else "…"

    def _follows(self, at: int, index: int) -> bool:
        provision = self.all[index]
        gap = self.text[at : provision.start]
        if len(gap) > LONGEST_GAP or _BLANK_LINE.search(gap):
            return False
        if _of_which().match(self.text, provision.end):
            return _gap_after(inside=True).fullmatch(gap) is not None
        return _gap_after(inside=False).fullmatch(gap) is not None and not self.is_of_another(
            provision
        )

    def is_of_another(self, provision: Provision) -> bool:
        """Say whether "of …" follows: the provision is one of what is named next."""
        return _of_another().match(self.text, provision.end) is not None


def is_link(gap: str, *, more: str = "") -> bool:
    """Say whether only "of the", "to its", "de la" and names of organs stand in ``gap``.

    ``more`` is a further list of plain words that may stand there.
    """
    if len(gap) > LONGEST_GAP or _NO_LINK.search(gap):
        return False
    if not gap.strip():
        return True
    comma = gap.rfind(",") + 1  # "Article 2, paragraph 4, of the Charter"
    if comma and (gap[: comma - 1].strip() or not _of_another().match(gap, comma)):
        return False
    words = _WORD.findall(_organs().sub(" ", gap).casefold())
    allowed = link_words("references.link", more) if more else link_words("references.link")
    return len(words) <= MOST_LINKS and all(word in allowed for word in words)


def is_joint(gap: str) -> bool:
    """Say whether ``gap`` goes on a list: a comma or an "and", and words that link."""
    match = joint().match(gap)
    return match is not None and is_link(gap[match.end() :])


def _depth(provision: Provision) -> int:
    return _DEPTHS.get(provision.kind, 0)


def _narrows(outer: Provision, inner: Provision, gap: str) -> bool:
    """Say whether ``inner`` right after ``outer`` is a place in it: "annex II, para. 3"."""
    beside = gap.strip() in ("", ",") and not _BLANK_LINE.search(gap)
    return beside and _depth(outer) < _depth(inner) and len(outer.items) < 2


def _labels(paths: list[list[Provision]]) -> tuple[str, ...]:
    """Return the provisions in normal form, each once."""
    return tuple(dict.fromkeys(label for path in paths for label in _path_labels(path)))


def _path_labels(path: list[Provision]) -> list[str]:
    """Return the labels of one path: the annex and its paragraph, "article 2 (4)" in one."""
    labels: list[str] = []
    more: list[str] = []
    previous: Provision | None = None
    for one in path:
        if previous is not None and previous.is_open and len(one.items) > 1:
            # "Articles 1, paragraph 2, and 55": the second number is an article's again
            more = _own_labels(dataclasses.replace(previous, items=one.items[1:]))
            one = dataclasses.replace(one, items=one.items[:1])  # noqa: PLW2901
        inside = one.kind in ("clause", "subparagraph") or (
            one.kind == "paragraph" and previous is not None and previous.kind == "article"
        )
        if previous is not None and inside:
            items = [
                item if item.startswith("(") else f"({item})"
                for whole in one.items
                for item in written_out(whole)
            ]
            outer = len(_own_labels(previous))
            labels[-outer:] = [f"{label} {item}" for label in labels[-outer:] for item in items]
        else:
            labels += _own_labels(one)
        previous = one
    return labels + more


def _own_labels(one: Provision) -> list[str]:
    kind = "paragraph" if one.kind == "clause" else one.kind
    if not one.items:
        return [kind]
    return [
        f"{kind}s {item}" if "-" in item else f"{kind} {item}"
        for whole in one.items
        for item in written_out(whole)
    ]


@cache
def _organs() -> re.Pattern[str]:
    names = ("security_council", "general_assembly", "human_rights_council", "council", "assembly")
    more = ("economic_and_social_council", "commission_on_human_rights")
    return re.compile(alternatives(*(f"references.organs.{name}" for name in (*names, *more))))


@cache
def _of_which() -> re.Pattern[str]:
    return re.compile(rf"{BLANK}*{alternatives('references.provisions.of_which')}")


@cache
def _of_another() -> re.Pattern[str]:
    return re.compile(rf"{BLANK}+{alternatives('references.provisions.of_another')}")


@cache
def _gap_after(*, inside: bool) -> re.Pattern[str]:
    """Return what may stand between a document and a place in it: "),", " (see", "](…), "."""
    names = ["references.provisions.see"]
    names += ["references.provisions.inside"] if inside else []
    words = alternatives(*names)
    articles = alternatives("references.provisions.determiner")
    lead = rf"(?:(?:{alternatives('references.and')})\s+)?" if inside else ""
    return re.compile(
        rf"(?:'s)?[\])\"'\u201d\u00bb\u300b]*(?:\([^()\s]{{1,120}}\)+)?\s*[,;(\[]?\s*{lead}(?:(?:{words}[\s,]*){{1,4}}(?:{articles}\s*)?)?\(?\s*"
    )
