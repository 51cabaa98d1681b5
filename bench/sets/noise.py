"""The set ``noise``: what is still read of texts in capitals, without marks, misread, or cut off.

The texts are the bundled English documents and short accounts in our own words; what is read of
each as it stands is held against what is read of it after ``bench.perturb``. ``kept`` is the share
of counts that are read again, ``invented`` how many counts, in a hundred, are read that the text
as it stands does not have.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from allegata.model.claim import Claim
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.runners.inputs import iter_inputs
from allegata.wiring import read
from bench.figures import Figure
from bench.perturb import capitals, cut_off, misread, unpunctuated
from bench.sets.examples import EXAMPLES

Key = tuple[str, int | None, int | None, int | None]
NOISES: dict[str, Callable[[str], str]] = {
    "capitals": capitals,
    "unpunctuated": unpunctuated,
    "misread": misread,
    "cut_off": cut_off,
}
ACCOUNTS = (
    "Gunmen killed three farmers near the village of Dar Salam on Monday. Two others were hurt.",
    "At least 22 people were killed and more than 60 injured when a car bomb went off in Vareno.",
    "Police said a teacher and her two sons were shot dead in their home on 3 March 2031.",
    "An air strike on the market of Qasr al-Nahr killed 43 civilians, including 12 children.",
    "Four soldiers died and seven were wounded in clashes with rebels, the army said.",
    "Rebels kidnapped nine miners on Friday; six were released the next day.",
    "No one was hurt when a rocket landed in a field outside the town.",
    "The bodies of five men were found by the road. All had been shot.",
    "A mine killed one shepherd and wounded two of his brothers on Sunday, residents said.",
    "Up to 30 fighters were killed in two raids, according to the Ministry of Defence.",
    "Between 15 and 20 people were injured in the blast, a doctor at the hospital said.",
    "The shelling left eight dead, among them three women, and destroyed a school.",
    "Troops opened fire on a crowd in the capital, killing 11 and wounding dozens.",
    "Two policemen were killed and a third was seriously wounded in an ambush in the north.",
    "About 25 families fled the village after the attack, in which a child was killed.",
    "The council met on Tuesday to discuss the budget for 2032 and the repair of 14 bridges.",
)


def measure() -> list[Figure]:
    """Return for each noise the share of counts kept, and the counts invented in a hundred."""
    texts = [*ACCOUNTS, *_documents()]
    plain = [_claims(text) for text in texts]
    figures = [Figure("counts", sum(len(list(_keys(claims))) for claims in plain), "counts")]
    for name, noise in NOISES.items():
        kept = wanted = invented = 0
        for text, claims in zip(texts, plain, strict=True):
            noisy = noise(text)
            limit = len(noisy) if name == "cut_off" else len(text)
            want = Counter(_keys(claims, before=limit))
            have = Counter(_keys(_claims(noisy)))
            kept += (want & have).total()
            wanted += want.total()
            invented += (have - want).total()
        figures += [
            Figure(f"{name}_kept", round(100 * kept / wanted, 1), "%"),
            Figure(f"{name}_invented", round(100 * invented / wanted, 1), "in 100"),
        ]
    return figures


def _documents() -> Iterator[str]:
    """Yield the texts of the bundled English documents and rows."""
    for source in iter_inputs([str(EXAMPLES / "documents")]):
        found = read(source) if isinstance(source, SourceFile) else None
        if isinstance(found, Reading) and found.document.language == "en":
            yield found.document.layers[0].text


def _claims(text: str) -> tuple[Claim, ...]:
    content = text.encode()
    source = SourceFile(content_id(content), "text", content, "text/plain", "utf-8", language="en")
    found = read(source)
    return found.claims if isinstance(found, Reading) else ()


def _keys(claims: tuple[Claim, ...], *, before: int | None = None) -> Iterator[Key]:
    """Yield the counts with a number, those that end before a place in the text."""
    for claim in claims:
        for count in claim.counts:
            numbers = count.low, count.best, count.high
            if numbers != (None, None, None) and (before is None or count.span.end <= before):
                yield (count.outcome.value, *numbers)
