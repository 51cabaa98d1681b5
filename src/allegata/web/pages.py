"""Pages without the workbench's script: shut out, and broken. They hold no text of a document."""

from html import escape
from textwrap import dedent

from starlette.responses import HTMLResponse


def plain_page(title: str, lines: tuple[str, ...], *, status: int) -> HTMLResponse:
    """Return a page of a title and paragraphs; everything in it is shown as text."""
    words = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    page = dedent(
        """\
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · Allegata</title></head>
        <body><main><h1>{title}</h1>
        {words}
        <p><a href="/">To the workbench</a></p></main></body></html>
        """
    )
    return HTMLResponse(page.format(title=escape(title), words=words), status)


def shut_out_page() -> HTMLResponse:
    """Return the page for a browser that has not come by the printed address."""
    return plain_page(
        "Not open to this browser",
        (
            "Open the address that `allegata serve` printed: it holds the token that lets you in.",
            "If you have just done so, follow the link below.",
        ),
        status=401,
    )


def broken_page(reference: str) -> HTMLResponse:
    """Return the page for a bug; ``reference`` finds it in the terminal."""
    return plain_page(
        "Something is broken",
        (
            f"The workbench met an error that it did not expect. Reference: {reference}.",
            "What was saved is safe. The terminal in which it runs shows the details.",
        ),
        status=500,
    )
