"""The first lines of a text to whether it is an e-mail, or a mailbox of several.

>>> mail_type("From: A\\nDate: today\\n\\nTwo were hurt.", "txt")
>>> mail_type("From: A\\nMessage-ID: <1@x>\\n\\nTwo were hurt.", "txt")
'message/rfc822'
"""

import re

EML = "message/rfc822"
MBOX = "application/mbox"
_HEADER = r"[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*"
_HEADERS = re.compile(rf"(?:{_HEADER}){{2,}}")
# A memo may begin with From, To and Date; only a program writes these.
_BY_PROGRAM = re.compile(
    r"^(?:message-id|received|mime-version|return-path|delivered-to|dkim-signature):", re.I | re.M
)
_MAIL_HEADER = re.compile(r"^(?:from|date|subject):", re.I | re.M)
MBOX_LINE = re.compile(rb"^From \S[^\n]*\d{4}\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)", re.MULTILINE)


def mail_type(head: str, suffix: str) -> str | None:
    """Say from its first lines whether a text is an e-mail or a mailbox of several.

    >>> mail_type("From: A\\nDate: today\\n\\nTwo were hurt.", "txt")
    >>> mail_type("From: A\\nMessage-ID: <1@x>\\n\\nTwo were hurt.", "txt")
    'message/rfc822'
    """
    text = head.replace("\r\n", "\n")
    if MBOX_LINE.match(text.encode("utf-8", "replace")):
        return MBOX
    headers = _HEADERS.match(text)
    if headers is None or not _MAIL_HEADER.search(headers.group()):
        return None
    return EML if suffix == "eml" or _BY_PROGRAM.search(headers.group()) else None
