"""Small PDF files made by hand: words in a standard font, pages that are pictures, locks."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter


def text_pdf(pages: Sequence[Sequence[tuple[float, float, str]]], *, rotate: int = 0) -> bytes:
    """Return a PDF whose pages show ASCII words at places (points from the left and from the foot of the page)."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in pages:
        shown = "BT /F1 12 Tf " + " ".join(
            f"1 0 0 1 {left} {foot} Tm ({text}) Tj" for left, foot, text in page) + " ET"
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream".encode())
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    out = BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def paragraph_pages(count: int) -> list[list[tuple[float, float, str]]]:
    """Return pages of one numbered paragraph each, with the number of the page above it."""
    return [[(290, 800, str(at)), (100, 760, f"{at}. Cap uy lanh dao can bo, dang vien trong co quan hoi quan chung"),
             (72, 742, f"thuc hien tot nhiem vu thu {at} cua minh.")] for at in range(1, count + 1)]


def picture_pdf(pages: int = 1) -> bytes:
    """Return a PDF of pages that are pictures with some strokes on them."""
    pictures = []
    for _ in range(pages):
        picture = Image.new("L", (620, 877), 255)
        ImageDraw.Draw(picture).line((100, 100, 500, 120), fill=0, width=4)
        pictures.append(picture)
    out = BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=75)
    return out.getvalue()


def joined(*files: bytes) -> bytes:
    """Return one PDF with the pages of several."""
    writer = PdfWriter()
    for content in files:
        for page in PdfReader(BytesIO(content)).pages:
            writer.add_page(page)
    return _written(writer)


def locked(content: bytes, *, user: str, owner: str) -> bytes:
    """Return a PDF with a password for opening (`user`, may be empty) and one for changing."""
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(content)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
