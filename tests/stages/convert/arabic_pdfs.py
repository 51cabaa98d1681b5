"""Arabic PDFs as several programs make them; a program that is not there is None.

Only Chromium is asked for by the tests of every day. LibreOffice, Typst, WeasyPrint and fpdf2 are
used where somebody has installed them: they write glyphs, blanks and brackets in other ways.
"""

import importlib
import io
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.shared import Mm

FONT = "Noto Naskh Arabic"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
WIDE = 500  # millimetres: no line is broken

Producer = Callable[[Sequence[str], Path], bytes]

WORDS = re.findall(
    r"\w+",
    "أسفرت الغارة على سوق دورفال عن إصابة مدنيا وفي المنطقة بلغ عدد السكان نحو وارتفع الى من بينهم "
    "طفلا وامرأة خلال الفترة الأخيرة لأن الآلاف الأمم المتحدة رسالة مؤرخة",
)
LINES = (
    "رسالة مؤرخة ٣ أيار/مايو ٢٠٣١ موجهة إلى رئيس مجلس الأمن",
    "وترد التفاصيل في الوثيقة S/2031/684 الصادرة في 15 أيار/مايو 2031.",
    "القرار 2253 (2015) والقراران 1267 (1999) و 1989 (2011) و S/RES/2254 (2015)",
    "وارتفع العدد إلى ١٬٢٣٤ شخصا، أي بنسبة ١٥٪ من السكان.",
    "بلغت النسبة 12.5% خلال الفترة 2029-2031 وفي المنطقة 3/4 منها بنسبة 7%",
    "الوثيقتان A/71/1024-S/2031/713 و A/HRC/52/69 [انظر المرفق]",
    "في ليلة 19-20 تموز/يوليه سقطت 8 قذائف من عيار 155 ملم",
    "كلمات فيها لام ألف: الآلاف، الإسلام، لأول، الأطفال لا يزالون",
    "التطويل في الأمــم المتحـدة والعدد ٢٨ والرقم (٧)",
    "يبلغ عدد السكان 3,456,789 نسمة، منهم 1 234 طفلا",
    "الفقرة 9 (أ) من القرار 46/182 المؤرخ 19 كانون الأول/ديسمبر 1991",
    "Distr.: General 27 April 2031",
)


def random_lines(count: int, seed: int) -> list[str]:
    """Return lines of words and numbers as they stand in documents, in two systems of digits."""
    chance = random.Random(seed)
    lines = []
    for _ in range(count):
        words: list[str] = []
        for _ in range(chance.randint(4, 9)):
            words.append(chance.choice(WORDS))
            if chance.random() < 0.35:
                words.append(_number(chance))
        lines.append(" ".join(words))
    return lines


def _number(chance: random.Random) -> str:
    def whole(low: int, high: int) -> str:
        return str(chance.randint(low, high))

    year = whole(1994, 2031)
    shapes = (
        whole(0, 9999),
        f"{chance.randint(1000, 9_999_999):,}",
        f"{whole(1, 31)}/{whole(1, 12)}/{year}",
        f"{whole(1990, 2010)}-{whole(2011, 2031)}",
        f"({whole(1, 99)})",
        f"{whole(1, 99)}.{whole(0, 9)}%",
        f"S/{year}/{whole(1, 1200)}",
        f"A/{whole(40, 90)}/{whole(1, 999)}-S/{year}/{whole(1, 999)}",
        f"S/RES/{whole(1000, 2700)} ({year})",
        f"{whole(1, 12)}:{whole(10, 59)}",
        f"{whole(1, 20)}–{whole(21, 40)}",
        f"[{whole(1, 99)}]",
    )
    at = chance.randrange(len(shapes))
    indic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    return shapes[at].translate(indic) if at < 5 and chance.random() < 0.5 else shapes[at]


def _html(lines: Sequence[str]) -> str:
    style = f"@page{{size:{WIDE}mm 297mm}}body{{font:12pt '{FONT}','DejaVu Sans'}}p{{margin:6pt 0}}"
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f'<html dir="rtl" lang="ar"><meta charset="utf-8"><style>{style}</style>{body}</html>'


def _chromium(lines: Sequence[str], folder: Path) -> bytes:
    page, made = folder / "page.html", folder / "page.pdf"
    page.write_text(_html(lines), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = ["chromium", *options, f"--print-to-pdf={made}", str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return made.read_bytes()


def _libreoffice(lines: Sequence[str], folder: Path) -> bytes:
    document = docx.Document()
    document.sections[0].page_width = Mm(WIDE)
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run = paragraph.add_run(line)
        if any("\u0600" <= char <= "\u06ff" for char in line):
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    document.save(str(folder / "page.docx"))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office"]
    convert = ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "page.docx")]
    subprocess.run([*command, *convert], check=True, capture_output=True, timeout=300)
    return (folder / "page.pdf").read_bytes()


def _typst(lines: Sequence[str], folder: Path) -> bytes:
    typst = importlib.import_module("typst")
    signs = str.maketrans({sign: f"\\{sign}" for sign in "%#*_/[]-"})
    text = "\n\n".join(line.translate(signs) for line in lines)
    settings = f'#set text(lang: "ar", font: ("{FONT}", "DejaVu Sans"), size: 12pt, dir: rtl)\n'
    source = folder / "page.typ"
    source.write_text(f"{settings}#set page(width: {WIDE}mm)\n{text}", encoding="utf-8")
    return bytes(typst.compile(str(source), font_paths=["/usr/share/fonts"]))


def _weasyprint(lines: Sequence[str], _: Path) -> bytes:
    return bytes(importlib.import_module("weasyprint").HTML(string=_html(lines)).write_pdf())


def _fpdf(lines: Sequence[str], _: Path) -> bytes:
    page = importlib.import_module("fpdf").FPDF(format=(WIDE, 297))
    page.add_page()
    page.add_font("both", "", str(DEJAVU))
    page.set_font("both", size=12)
    page.set_text_shaping(True, direction="rtl", script="arab", language="ara")
    for line in lines:
        page.cell(0, 8, line, align="R", new_x="LMARGIN", new_y="NEXT")
    target = io.BytesIO()
    page.output(target)
    return target.getvalue()


def producers() -> dict[str, Producer | None]:
    """Return the programs by name, None for those that are not there."""
    return {
        "chromium": _chromium if shutil.which("chromium") else None,
        "libreoffice": _libreoffice if shutil.which("soffice") else None,
        "typst": _typst if _is_installed("typst") else None,
        "weasyprint": _weasyprint if _is_installed("weasyprint") else None,
        "fpdf2": _fpdf if _is_installed("fpdf") and DEJAVU.exists() else None,
    }


def _is_installed(module: str) -> bool:
    try:
        importlib.import_module(module)
    except (ImportError, OSError):  # OSError: a library of the system is missing
        return False
    return True
