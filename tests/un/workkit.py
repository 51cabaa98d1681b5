"""Outlines of invented documents, for the tests of works, links and chains."""

from allegata.model.un import Sender, UnRecord
from allegata.model.works import Cited, DocumentOutline, Work
from allegata.un.works import group_works

TWO = ("secretary_general", "president_of_the_security_council")


def outline(
    name: str,
    symbol: str | None = None,
    language: str | None = "en",
    *cited: Cited,
    text: str | None = None,
    **record: object,
) -> DocumentOutline:
    """A document whose id is its name; without symbol and record it is none of the UN."""
    basis = record.pop("basis", "masthead" if symbol else None)
    un = UnRecord(symbol=symbol, symbol_basis=basis, **record) if symbol or record else None  # type: ignore[arg-type]
    return DocumentOutline(name, name, language, text, un, cited)


def letter(
    name: str,
    symbol: str | None = None,
    language: str | None = "en",
    *cited: Cited,
    state: str | None = "TCD",
    dated: str | None = "2031-05-06",
    kind: str = "letter",
    text: str | None = None,
    **record: object,
) -> DocumentOutline:
    """A letter of 6 May 2031 by Chad to two addressees."""
    sender = Sender("permanent_representative", state, "the Permanent Representative")
    return outline(
        name,
        symbol,
        language,
        *cited,
        text=text,
        kind=kind,
        dated=dated,
        senders=(sender,),
        addressees=TWO,
        **record,
    )


def cites(
    symbol: str, relation: str = "cites", dated: str | None = None, *provisions: str
) -> Cited:
    """A reference to a document or resolution."""
    kind = "resolution" if "/RES/" in symbol else "document"
    return Cited(kind, symbol, dated, relation, provisions)


def grouped(*outlines: DocumentOutline) -> list[list[str]]:
    """The works of some documents, each as the names of its files in order."""
    return [[text.name for text in work.expressions] for work in group_works(outlines)]


def forms(work: Work) -> list[tuple[str | None, str, str]]:
    """The texts of a work as (language, form, name)."""
    return [(text.language, text.form.value, text.name) for text in work.expressions]


def codes(work: Work) -> set[str]:
    """The codes of all doubts of a work and its texts."""
    found = {doubt.code for doubt in work.doubts}
    return found | {doubt.code for text in work.expressions for doubt in text.doubts}
