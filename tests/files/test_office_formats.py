"""One report as .docx and, as LibreOffice writes it, .doc, .rtf and .odt: the same text, notes, numbers, tables."""

from __future__ import annotations

import base64
import contextlib
import io
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from word_files import (
    cell,
    content_types,
    docx,
    level,
    lines,
    listed,
    numbering,
    package,
    paragraph,
    part,
    row,
    run,
    table,
    zipped,
)

from tongket.files.docx.read import read_docx
from tongket.files.kept_fields import keep_fields
from tongket.files.office import read_office, to_docx
from tongket.files.parts import LIBREOFFICE, find
from tongket.model.sources import Block, Source

pytestmark = pytest.mark.office

WRITTEN = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt:writer8"}
HANDWRITTEN = Path(__file__).resolve().parents[1] / "handwritten"
OLD = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
OLD_CAPITALS = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
VNI = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'


# A picture of one dot: an object has one to show while its program is not there.
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def made() -> bytes:
    """A report with what real ones have: lists that start again, merged cells, notes, changes, letters of old fonts."""
    items = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
    lists = numbering(
        [items, level(0, "bullet", "+")],
        {1: (0, ""), 2: (0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'), 3: (1, "")},
    )
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
    own = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes += "".join(
        f'<w:footnote w:id="{at}">{paragraph(own + run(" " + text))}</w:footnote>'
        for at, text in ((1, "Kế hoạch số 12-KH/HU."), (2, "Gồm 3 xã."))
    )
    change = 'w:id="9" w:author="a" w:date="2026-01-01T00:00:00Z"'
    over, under = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        table(row(cell("HUYỆN UỶ MẪU SƠN", "*"), cell("ĐẢNG CỘNG SẢN VIỆT NAM")))
        + paragraph(run("BÁO CÁO", "<w:b/>"), '<w:jc w:val="center"/>')
        + listed("Kết quả", 1)
        + listed("Tuyên truyền", 1, 1)
        + listed("Hội nghị", 1, 2)
        + listed("Kiểm tra", 1, 1)
        + listed("Tồn tại", 1)
        + listed("Phụ lục", 2)
        + listed("một", 3)
        + paragraph("1. Số gõ tay")
        + paragraph(run("Đã mở 12 lớp") + note.format(1) + run(", dự 340 lượt") + note.format(2) + run("."))
        + paragraph(
            run("còn ") + f'<w:del {change}><w:r><w:delText xml:space="preserve">đã xoá </w:delText></w:r></w:del>'
            f"<w:ins {change}>{run('thêm ')}</w:ins>" + run("ẩn", "<w:vanish/>") + run("hiện")
        )
        + paragraph(run("Céng hoµ x· héi, Trung \xad¬ng", OLD) + run(" và Unicode"))
        + paragraph(run("b¸o c¸o", OLD_CAPITALS))
        + paragraph(run("Uûy ban nhaân daân huyeän", VNI))
        + table(
            row(cell("TT", properties=over), cell("Kết quả", properties='<w:gridSpan w:val="2"/>')),
            row(cell(properties=under), "2025", "2026"),
            row("1", "1.234,5", cell("a", "b")),
        )
        + paragraph("Hết")
    )
    return docx(body, {"numbering": lists, "footnotes": part("footnotes", notes)})


@dataclass(frozen=True)
class Sample:
    name: str
    data: bytes


SAMPLES = [
    Sample("made", made()),
    *(Sample(path.stem, path.read_bytes()) for path in sorted(HANDWRITTEN.glob("*.docx"))[:3]),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with every sample in every format, as LibreOffice writes them."""
    folder = tmp_path_factory.mktemp("written")
    for sample in SAMPLES:
        (folder / f"{sample.name}.docx").write_bytes(sample.data)
    program = find(LIBREOFFICE)
    assert program is not None
    for form in WRITTEN.values():
        command = [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            form,
        ]
        command += ["--outdir", folder, *sorted(folder.glob("*.docx"))]
        subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=180)
    return folder


def said(found: Source, block: Block) -> tuple[object, ...]:
    cells = tuple((found.text[one.start : one.end], one.column, one.columns, one.rows) for one in block.cells)
    return block.kind, found.text[block.start : block.end].strip(), block.number, block.table, block.mark, cells


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_same_report_reads_the_same(written: Path, sample: Sample, form: str) -> None:
    one = read_docx(sample.data, file="a.docx")
    other = read_office((written / f"{sample.name}.{form}").read_bytes(), file=f"a.{form}", format=form)
    assert [said(other, block) for block in other.blocks] == [said(one, block) for block in one.blocks]
    assert [other.text[mark.start : mark.end] for mark in other.anchors] == [
        one.text[mark.start : mark.end] for mark in one.anchors
    ]
    assert (other.format, other.made_by.split()[0]) == (form, "LibreOffice")


def test_what_the_made_report_says() -> None:
    assert lines(read_docx(made(), file="a.docx")) == [
        "HUYỆN UỶ MẪU SƠN *\tĐẢNG CỘNG SẢN VIỆT NAM",
        "BÁO CÁO",
        "I. Kết quả",
        "1. Tuyên truyền",
        "a) Hội nghị",
        "2. Kiểm tra",
        "II. Tồn tại",
        "I. Phụ lục",
        "+ một",
        "1. Số gõ tay",
        "Đã mở 12 lớp1, dự 340 lượt2.",
        "còn thêm hiện",
        "Cộng hoà xã hội, Trung ương và Unicode",
        "BÁO CÁO",
        "Ủy ban nhân dân huyện",
        "TT\tKết quả",
        "\t2025\t2026",
        "1\t1.234,5\ta b",
        "Hết",
        "1 Kế hoạch số 12-KH/HU.",
        "2 Gồm 3 xã.",
    ]


@pytest.mark.parametrize("form", WRITTEN)
def test_fields_keep_what_was_printed(tmp_path: Path, form: str) -> None:
    """LibreOffice writes today's date; with another in its place, the other is what the file shows."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = '<w:r><w:instrText xml:space="preserve"> DATE \\@ "dd/MM/yyyy" </w:instrText></w:r>'
    body = field.format("begin") + instruction + field.format("separate") + run("x") + field.format("end")
    (tmp_path / "a.docx").write_bytes(docx(paragraph(run("ngày ") + body + run(" hết"))))
    command = [str(find(LIBREOFFICE)), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", WRITTEN[form], "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    data, today = (tmp_path / f"a.{form}").read_bytes(), date.today().strftime("%d/%m/%Y")
    if form != "odt":
        assert data.count(today.encode()) + data.count(today.encode("utf-16-le")) == 1
        data = data.replace(today.encode(), b"05/02/2019").replace(
            today.encode("utf-16-le"), "05/02/2019".encode("utf-16-le")
        )
        assert read_office(data, file="a", format=form).text.strip() == "ngày 05/02/2019 hết"
    else:
        assert keep_fields(data, "odt") != data


def test_a_sheet_embedded_in_a_doc_becomes_rows(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(with_sheet())
    command = [str(find(LIBREOFFICE)), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", WRITTEN["doc"], "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    found = read_office((tmp_path / "a.doc").read_bytes(), file="a.doc", format="doc")
    assert [line for line in lines(found) if line] == ["Biểu:", "TT\tXã\tSố hội nghị", "1\tLũng Ẳng\t12", "sau"]


def with_sheet() -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["TT", "Xã", "Số hội nghị"])
    sheet.write_row("A2", [1, "Lũng Ẳng", 12])
    book.close()
    workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    extensions = (
        f'<Default Extension="png" ContentType="image/png"/><Default Extension="xlsx" ContentType="{workbook}"/>'
    )
    types = content_types({}).replace("<Override", f"{extensions}<Override", 1)
    ole = (
        '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Excel.Sheet.12" '
        'ShapeID="s1" DrawAspect="Content" ObjectID="_1" r:id="rIdSheet"/>'
    )
    shape = '<v:shape id="s1" style="width:200pt;height:100pt"><v:imagedata r:id="rIdPicture"/></v:shape>'
    body = paragraph(f"{run('Biểu:')}<w:r><w:object>{shape}{ole}</w:object></w:r>") + paragraph("sau")
    files = {"[Content_Types].xml": types, "word/embeddings/a.xlsx": held.getvalue(), "word/media/a.png": DOT}
    return package(body, files, {"rIdSheet": ("package", "embeddings/a.xlsx"), "rIdPicture": ("image", "media/a.png")})


def test_nothing_is_fetched() -> None:
    """Pictures, sections and templates that lie on a server: the server, here on this machine, is never asked."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        made = to_docx([("a.odt", linked_odt(url)), ("a.rtf", linked_rtf(url))])
        with contextlib.suppress(TimeoutError):
            connection, _ = server.accept()
            asked.append(connection.recv(100))
    assert asked == []
    texts = [read_docx(one, file="a").text.split() for one in made if isinstance(one, bytes)]
    assert texts == [["a", "cũ"], ["a", "b", "c"]]


def linked_odt(url: str) -> bytes:
    base = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{base}:{name}:1.0"' for name in ("office", "text")) + (
        f' xmlns:draw="{base}:drawing:1.0" xmlns:svg="{base}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    picture = f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{url}.png"/></draw:frame>'
    section = (
        f'<text:section text:name="s"><text:section-source xlink:href="{url}.odt"/><text:p>cũ</text:p></text:section>'
    )
    body = f"<office:body><office:text><text:p>a{picture}</text:p>{section}</office:text></office:body>"
    content = f'<office:document-content {names} office:version="1.2">{body}</office:document-content>'
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    manifest = f'<manifest:manifest xmlns:manifest="{base}:manifest:1.0">{entries}</manifest:manifest>'
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def linked_rtf(url: str) -> bytes:
    def field(instruction: str, result: str) -> str:
        return rf'{{\field{{\*\fldinst {instruction} "{url}.png"}}{{\fldrslt {result}}}}}'

    fields = f"{field('INCLUDEPICTURE', 'b')} {field('INCLUDETEXT', 'c')}"
    return rf"{{\rtf1\ansi a {fields}{{\*\template {url}.dot}}\par}}".encode()


def test_word_of_2003_as_xml() -> None:
    names = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    body = "<w:body><w:p><w:r><w:t>Báo cáo</w:t></w:r></w:p></w:body>"
    xml = f'<?xml version="1.0"?><w:wordDocument {names}>{body}</w:wordDocument>'
    found = read_office(xml.encode(), file="a.xml", format="word-xml")
    assert (found.text.strip(), found.format) == ("Báo cáo", "word-xml")


def test_a_damaged_file_among_good_ones(written: Path) -> None:
    good = (written / "made.doc").read_bytes()
    torn = bytearray(good)
    torn[512:6000] = bytes(5488)
    first, bad, last = to_docx([("a", good), ("b", bytes(torn)), ("c", good)])
    assert isinstance(first, bytes)
    assert isinstance(last, bytes)
    assert isinstance(bad, bytes) or "b: " in bad.message("en")


def test_the_real_files_of_the_corpus_read_as_their_twins(shared: Path) -> None:
    files = shared / "corpus" / "files"
    for old, new in (("002", "001"), ("021", "022")):
        (one,), (other,) = list(files.glob(f"{old}*.doc")), list(files.glob(f"{new}*.docx"))
        found = read_office(one.read_bytes(), file=one.name, format="doc")
        twin = read_docx(other.read_bytes(), file=other.name)
        assert [said(found, block) for block in found.blocks] == [said(twin, block) for block in twin.blocks]
