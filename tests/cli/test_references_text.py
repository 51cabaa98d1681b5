"""The collection in plain text."""

import unicodedata

from allegata.app.views import CaseReferences
from allegata.cli.references_text import isolated, missing_lines, references_lines
from allegata.model.doubt import Doubt
from allegata.model.works import Chain, ChainStep, Expression, Form, MissingWork, Work, WorkLink

DOUBT = Doubt("work.ambiguous", "it may be the same document as another " + "word " * 30)


def text(
    name: str, reason: str, form: Form = Form.VERSION, symbol: str | None = None
) -> Expression:
    return Expression(f"sha256:{name}", name, "en", form, symbol, reason)


def collection(
    works: tuple[Work, ...] = (),
    links: tuple[WorkLink, ...] = (),
    chains: tuple[Chain, ...] = (),
    missing: tuple[MissingWork, ...] = (),
) -> CaseReferences:
    return CaseReferences(works, links, chains, missing, (), len(works), 0, 0)


def test_a_single_file_needs_no_reason_and_several_do() -> None:
    one = Work("w1", "S/2031/7", "a", expressions=(text("a", "own symbol", symbol="S/2031/7"),))
    assert list(references_lines(collection((one,))))[-2:] == ["S/2031/7", "    en              a"]
    revision = text("a", "own symbol S/2031/7/Rev.1, a revision of S/2031/7", Form.REVISION, "x")
    assert (
        "a revision of S/2031/7"
        in list(
            references_lines(collection((Work("w1", "S/2031/7", "a", expressions=(revision,)),)))
        )[-1]
    )


def test_a_chain_shows_dates_senders_replies_and_gaps() -> None:
    works = (
        Work("w1", "S/2031/7", "a", senders=("TCD",), expressions=(text("a", "own symbol"),)),
        Work("w2", None, "رد.txt", senders=("FRA",), expressions=(text("رد.txt", "no symbol"),)),
    )
    steps = (
        ChainStep(None, "S/2031/4", None),
        ChainStep("w1", "S/2031/7", "2031-05-06"),
        ChainStep("w2", None, "2031-05-09"),
    )
    links = (
        WorkLink("w1", None, "S/2031/4", "previous", None, ()),
        WorkLink("w2", "w1", "S/2031/7", "replies_to", None, ()),
    )
    lines = list(references_lines(collection(works, links, (Chain(steps, (DOUBT,)),))))
    start = lines.index("CHAINS, oldest first")
    assert lines[start + 2 : start + 5] == [
        "    undated     S/2031/4  NOT IN THIS CASE FILE",
        "    2031-05-06  S/2031/7  TCD",
        "    2031-05-09  \u2068رد.txt\u2069  FRA  in reply to S/2031/7",
    ]
    assert lines[start + 5].startswith("    doubt: it may be")
    assert max(map(len, lines)) <= 100


def test_what_is_missing_says_who_does_what_with_it() -> None:
    works = tuple(
        Work(f"w{at}", f"S/2031/{at}", "a", expressions=(text("a", "r"),)) for at in range(1, 13)
    )
    links = (
        WorkLink("w1", None, "S/2030/4", "previous", None, ()),
        *(WorkLink(f"w{at}", None, "S/2030/4", "cites", None, ()) for at in range(2, 12)),
    )
    cited_by = tuple(f"w{at}" for at in range(1, 12))
    missing = (
        MissingWork(
            "S/2030/4", "document", "2030-01-02", "https://x", ("previous", "cites"), cited_by
        ),
        MissingWork("S/2031/12", "document", None, None, ("corrects",), ("w12",), here="w12"),
    )
    assert list(missing_lines(collection(works, links, (), missing))) == [
        "S/2030/4  document dated 2030-01-02",
        "    followed by S/2031/1",
        f"    cited by {', '.join(f'S/2031/{at}' for at in range(2, 10))} and 2",
        "        more",
        "    https://x",
        "S/2031/12  document",
        "    another text of S/2031/12 is here",
        "    corrected by S/2031/12",
    ]


def test_names_are_made_printable_and_keep_their_direction_to_themselves() -> None:
    assert isolated("a\x1b[31m\nb") == "a\ufffd[31m\ufffdb"
    shown = isolated("תמונה.pdf")
    assert (shown[0], shown[-1]) == ("\u2068", "\u2069")
    assert [unicodedata.name(shown[0]), unicodedata.name(shown[-1])] == [
        "FIRST STRONG ISOLATE",
        "POP DIRECTIONAL ISOLATE",
    ]
    assert isolated("信.pdf") == "信.pdf"
