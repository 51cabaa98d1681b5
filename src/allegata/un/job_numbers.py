"""Job numbers: "17-01779 (E) 060217", at the foot of a document's first page.

In: the text of a document. Out: the number alone. Year and serial, the letter of the language, one
or more processing dates of six digits; nothing of it is a count. Geneva and Vienna lead it in with
letters, older documents leave out the letter or the dates, and a page set from right to left turns
the line round. Each language version has its own.

>>> job_number("Of the\\n17-01779 (E)    060217\\n*1701779*\\n2/19"), job_number("GE.16-12345(F)")
('17-01779', 'GE.16-12345')
"""

import re

_PLACE = r"(?:(?:GE|V|K|HS|N|LC|BKK)\.)?"
_NUMBER = rf"(?P<job>{_PLACE}\d{{2}}-\d{{5}})"
_LETTER = r"\([ACEFRSG]\)"
_TAIL = r"(?:[ \t]+\d{6}){0,4}[ \t]*(?:/?\.\.\.)?"
JOB = re.compile(
    rf"(?<!\S)(?:\d{{6}}[ \t]+){{0,4}}(?:{_LETTER}[ \t]*)?{_NUMBER}"
    rf"(?:[ \t]+\d{{4}}[a-z])?[ \t]*{_LETTER}?{_TAIL}(?!\S)"
)
_WITH_LETTER = re.compile(
    rf"(?<!\S)(?:(?:\d{{6}}[ \t]+){{0,4}}{_LETTER}[ \t]*{_NUMBER}"
    rf"|{_NUMBER.replace('job', 'before')}(?:[ \t]+\d{{4}}[a-z])?[ \t]*{_LETTER})"
    rf"{_TAIL}(?:[ \t]+\S{{1,8}}){{0,8}}[ \t]*$",
    re.MULTILINE,
)
_ALONE = re.compile(
    rf"^[ \t]*(?:\d{{1,3}}(?:/\d{{1,3}})?[ \t]+)?{_NUMBER}"
    rf"(?:[ \t]+\d{{1,3}}/\d{{1,3}})?{_TAIL}[ \t]*$",
    re.MULTILINE,
)


def job_number(text: str) -> str | None:
    """Return the first job number that ends a line: the foot of page one, its letter with it.

    The reading view may have joined the foot to the line above it. Without a letter, it is a job
    number only on a line of its own.
    """
    match = _WITH_LETTER.search(text)
    if match:
        return match["job"] or match["before"]
    alone = _ALONE.search(text)
    return alone["job"] if alone else None
