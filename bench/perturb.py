"""What happens to texts on their way: capitals, lost punctuation, letters misread, a cut.

In: a text. Out: the text as bad input would have it. The same text gives the same noise.

>>> unpunctuated("Two men, a woman and 1,200 sheep died. Dr. Avila said so.")
'Two men a woman and 1,200 sheep died Dr Avila said so'
>>> misread("The village of Dar Salam was shelled", share=1.0)
'The vi1lage of Dar Salarn was shclled'
>>> cut_off("One came. Two went home.", share=0.7)
'One came. Two we'
"""

import hashlib
import re

# How optical reading slips within a word; numbers are left alone, for whoever reads "1O" for 10
# cannot be told from whoever reads it rightly.
SLIPS = (("rn", "m"), ("m", "rn"), ("h", "li"), ("l", "1"), ("e", "c"), ("ll", "11"), ("i", "l"))
_WORD = re.compile(r"[^\W\d_]{4,}")
_STOP = re.compile(r"(?<!\d)[.,;:!?](?!\d)|(?<=\d)[.,;:!?](?=\s|$)|[\"“”()]")


def capitals(text: str) -> str:
    """Return the text all in capitals, as old newswire prints it."""
    return "".join(big if len(big := letter.upper()) == 1 else letter for letter in text)


def unpunctuated(text: str) -> str:
    """Return the text without punctuation; commas and points in numbers stay."""
    return _STOP.sub("", text)


def misread(text: str, *, share: float = 0.05) -> str:
    """Return the text with one letter of that share of its longer words misread."""

    def slip(match: re.Match[str]) -> str:
        word = match.group()
        number = int(hashlib.sha256(f"{match.start()} {word}".encode()).hexdigest()[:8], 16)
        if number % 1000 >= share * 1000:
            return word
        slips = [(right, wrong) for right, wrong in SLIPS if right in word]
        if not slips:
            return word
        right, wrong = slips[number // 1000 % len(slips)]
        return word.replace(right, wrong, 1)

    return _WORD.sub(slip, text)


def cut_off(text: str, *, share: float = 0.6) -> str:
    """Return the beginning of the text, cut in mid-sentence."""
    return text[: int(len(text) * share)]
