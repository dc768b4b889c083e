"""The files of the demonstration: a commune's report as a Word file, and its signed copy as a PDF."""

from __future__ import annotations

import ctypes
import datetime as dt
import io
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import fontpkg_ibm_plex_sans

from tongket.site.demo.documents import DIRECTIVE
from tongket.site.demo.province import NAME
from tongket.vietnamese.dates import printed_day
from tongket.writing.word.elements import Element, run, to_bytes, twips, w
from tongket.writing.word.package import app_properties, core_properties, custom_properties, package

SYMBOL = "BC-UBND"
SIZE, LINE, LEFT, MIDDLE, TOP = 11.0, 18.0, 70.0, 300.0, 780.0  # points; A4 is 595 x 842
WIDTH = 82  # letters of a line
COLUMN = 80.0  # millimetres of a column of the Word file's head
FONT = "IBMPlexSans[wdth,wght].ttf"
WRONG_SHARE = "99,9%"  # what the report prints is not its own fraction: a finding to be explained


def head_lines(kind: str, place: str, number: str, day: dt.date) -> list[tuple[str, str]]:
    """The two columns of the head of a commune's report."""
    printed = f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    return [
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (f"{kind.upper()} {place.upper()}", "Độc lập - Tự do - Hạnh phúc"),
        (f"Số: {number}/{SYMBOL}", f"{place}, {printed}"),
    ]


def body_lines(told: Mapping[str, str]) -> list[str]:
    """The text of the report, of the values by indicator."""
    day = printed_day(DIRECTIVE.isoformat())
    return [
        "BÁO CÁO",
        f"Kết quả thực hiện Chỉ thị số 06-CT/TU ngày {day} của Ban Thường vụ Tỉnh ủy {NAME}",
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Công tác quán triệt, tuyên truyền",
        f"Đã tổ chức {told['QT-03']} hội nghị quán triệt, tuyên truyền Chỉ thị, thu hút {told['QT-04']} lượt người tham"
        f" dự. Trong đó tổ chức riêng {told['QT-01']} hội nghị; lồng ghép {told['QT-02']} hội nghị.",
        "2. Tiếp thu, giải quyết ý kiến",
        f"Đã giải quyết, trả lời {told['CT-04']}/{told['CT-03']} ý kiến, kiến nghị của cử tri, đạt {WRONG_SHARE}.",
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "Tiếp tục củng cố hoạt động của các đoàn thể ở thôn, bản; phát triển đoàn viên, hội viên mới.",
    ]


def word_file(head: Sequence[tuple[str, str]], body: Sequence[str]) -> bytes:
    """The report as .docx, its head in two columns."""
    width = twips(COLUMN)
    rows = [w("tr", *(_cell(text, width) for text in texts)) for texts in head]
    grid = w("tblGrid", *(w("gridCol", w=width) for _ in head[0]))
    table = w("tbl", w("tblPr", w("tblW", w=2 * width, type="dxa")), grid, *rows)
    document = w("document", w("body", table, *(w("p", run(text)) for text in body)))
    title = core_properties(body[1], DIRECTIVE.isoformat())
    properties = {"core": title, "app": app_properties(), "custom": custom_properties({})}
    return package(to_bytes(document), {}, properties)


def _cell(text: str, width: int) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), w("p", run(text)))


def pdf_file(head: Sequence[tuple[str, str]], body: Sequence[str]) -> bytes:
    """The same as a PDF of one page, such as comes from the printer of an office."""
    import pypdfium2
    from pypdfium2 import raw

    book = pypdfium2.PdfDocument.new()
    page = book.new_page(595, 842)
    data = (Path(fontpkg_ibm_plex_sans.__file__).parent / "files" / FONT).read_bytes()
    letters = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
    font = raw.FPDFText_LoadFont(book.raw, letters, len(data), raw.FPDF_FONT_TRUETYPE, 1)

    def put(x: float, y: float, text: str) -> None:
        line = raw.FPDFPageObj_CreateTextObj(book.raw, font, SIZE)
        wide = ctypes.create_string_buffer((text + "\0").encode("utf-16-le"))
        raw.FPDFText_SetText(line, ctypes.cast(wide, raw.FPDF_WIDESTRING))
        raw.FPDFPageObj_Transform(line, 1, 0, 0, 1, x, y)
        raw.FPDFPage_InsertObject(page.raw, line)

    y = TOP
    for left, right in head:
        put(LEFT, y, left)
        put(MIDDLE, y, right)
        y -= LINE
    for text in body:
        for piece in textwrap.wrap(text, WIDTH):
            y -= LINE
            put(LEFT, y, piece)
    page.gen_content()
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def signed_file(content: bytes, owner: str) -> tuple[bytes, bytes]:
    """``content`` signed with a new key of ``owner``; and its certificate, for the list of those that are trusted."""
    signer, certificate = signer_of(owner)
    return signed_by(content, signer), certificate


def signed_by(content: bytes, signer: Any) -> bytes:
    """``content`` with a signature of ``signer`` in its own field."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    return signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Office"), signer=signer).getvalue()


def signer_of(owner: str) -> tuple[Any, bytes]:
    """What signs in the name of ``owner`` with a new key, and its certificate (PEM)."""
    from asn1crypto import keys
    from asn1crypto import x509 as parsed
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, owner)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2040, 1, 1, tzinfo=dt.UTC))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
                key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    certificate = parsed.Certificate.load(made.public_bytes(serialization.Encoding.DER))
    signer = signers.SimpleSigner(
        signing_cert=certificate, signing_key=keys.PrivateKeyInfo.load(der), cert_registry=SimpleCertificateStore()
    )
    return signer, made.public_bytes(serialization.Encoding.PEM)
