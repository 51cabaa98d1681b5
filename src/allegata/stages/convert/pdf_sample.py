"""A page that says "Warm": what a locked reader of PDFs is warmed up on.

>>> SAMPLE.startswith(b"%PDF-") and SAMPLE.rstrip().endswith(b"%%EOF")
True
"""

_OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>"
    ),
    b"<</Length 35>>stream\nBT /F 9 Tf 9 50 Td (Warm up) Tj ET \nendstream",
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
)


def _assembled() -> bytes:
    """Return the objects as a file, with the table that says where each one starts."""
    content = b"%PDF-1.4\n"
    table = b"0000000000 65535 f \n"
    for number, body in enumerate(_OBJECTS, 1):
        table += b"%010d 00000 n \n" % len(content)
        content += b"%d 0 obj" % number + body + b"endobj\n"
    size = len(_OBJECTS) + 1
    return b"".join(
        (
            content,
            b"xref\n0 %d\n" % size,
            table,
            b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content)),
        )
    )


SAMPLE = _assembled()
