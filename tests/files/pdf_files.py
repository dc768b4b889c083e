"""PDF files made by hand: letters where a test wants them, in fonts that need no file."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tongket.files.pages.compose import compose_pages
from tongket.model.pages import Page, Rule, Word
from tongket.model.sources import Source

A4 = (595.0, 842.0)
_NARROW = {" ": 250, ".": 250, ",": 250, "i": 280, "l": 280, "-": 330, "/": 280, "(": 330, ")": 330, ";": 280, ":": 280}


def advance(char: str) -> int:
    """The width of a letter in thousandths of the size."""
    return _NARROW.get(char, 640 if char.isupper() else 430)


def width(text: str, size: float) -> float:
    """The width of a text in points."""
    return sum(advance(char) for char in text) * size / 1000


@dataclass(frozen=True)
class Say:
    """Text on a page: ``x`` from the left, ``y`` its baseline from the top, in points."""

    x: float
    y: float
    text: str
    size: float = 14
    font: str = "TimesNewRoman"
    mode: int = 0  # 3: invisible
    turned: bool = False  # runs upwards
    colour: tuple[float, float, float] = (0, 0, 0)
    spread: float = 0  # points between letters
    jumps: tuple[tuple[int, float], ...] = ()  # before the letter at an index, points more


@dataclass(frozen=True)
class Draw:
    """A line from (``x``, ``y``) to (``to_x``, ``to_y``), from the top left."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass
class Sheet:
    """A page."""

    marks: Sequence[Say | Draw]
    size: tuple[float, float] = A4
    rotate: int = 0
    stamped: Sequence[Say] = ()  # laid over it as an annotation
    picture: bytes = b""  # grey dots over the whole page, 100 by 100


def pdf(sheets: Sequence[Sheet], *, mapped: bool = True) -> bytes:
    """The file; with ``mapped`` false its fonts do not say which letters they show."""
    objects: list[bytes] = [b"", b""]  # catalogue and tree of pages, filled at the end

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    fonts: dict[str, int] = {}

    def font(name: str, chars: set[str]) -> int:
        if name not in fonts:
            fonts[name] = _add_font(add, name, chars, mapped=mapped)
        return fonts[name]

    said = [mark for sheet in sheets for mark in (*sheet.marks, *sheet.stamped) if isinstance(mark, Say)]
    said = [mark for sheet in sheets for mark in (*sheet.marks, *sheet.stamped) if isinstance(mark, Say)]
    every = {char for mark in said for char in mark.text}
    names = sorted({mark.font for mark in said})
    for name in names:
        font(name, every)
    fonts_said = " ".join(f"/{name} {number} 0 R" for name, number in fonts.items())
    kids = [_add_page(add, sheet, fonts_said) for sheet in sheets]
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return _written(objects)


def _add_page(add: Callable[[bytes], int], sheet: Sheet, fonts_said: str) -> int:
    wide, high = sheet.size
    content = "".join(_drawn(mark, high) for mark in sheet.marks)
    extra = ""
    if sheet.picture:
        picture = add(
            _stream(
                "/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8",
                sheet.picture,
            )
        )
        content = f"q {wide} 0 0 {high} 0 0 cm /Im Do Q\n" + content
        extra = f"/XObject << /Im {picture} 0 R >>"
    resources = f"<< /Font << {fonts_said} >> {extra} >>"
    stream = add(_stream("", content.encode("ascii")))
    annots = ""
    if sheet.stamped:
        shown = "".join(_drawn(mark, high) for mark in sheet.stamped).encode("ascii")
        form = add(_stream(f"/Type /XObject /Subtype /Form /BBox [0 0 {wide} {high}] /Resources {resources}", shown))
        stamp = add(
            f"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 {wide} {high}] /AP << /N {form} 0 R >> >>".encode()
        )
        annots = f"/Annots [{stamp} 0 R]"
    return add(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Rotate {sheet.rotate} /Contents {stream} 0 R"
        f" /Resources {resources} {annots} >>".encode()
    )


def _drawn(mark: Say | Draw, high: float) -> str:
    if isinstance(mark, Draw):
        return f"0.5 w {mark.x} {high - mark.y} m {mark.to_x} {high - mark.to_y} l S\n"
    jumps = dict(mark.jumps)
    pieces = []
    for index, char in enumerate(mark.text):
        if jumps.get(index):
            pieces.append(f"{-jumps[index] * 1000 / mark.size:.1f}")
        pieces.append(f"<{ord(char):04x}>")
    matrix = "0 1 -1 0" if mark.turned else "1 0 0 1"
    red, green, blue = mark.colour
    return (
        f"BT {red} {green} {blue} rg /{mark.font} {mark.size} Tf {mark.mode} Tr {mark.spread} Tc"
        f" {matrix} {mark.x} {high - mark.y} Tm [{' '.join(pieces)}] TJ ET\n"
    )


def _add_font(add: Callable[[bytes], int], name: str, chars: set[str], *, mapped: bool) -> int:
    widths = " ".join(f"{ord(char)} [{advance(char)}]" for char in sorted(chars))
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        " /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>".encode()
    )
    below = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} 0 R"
        f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [{widths}] >>".encode()
    )
    said = ""
    if mapped:
        lines = "\n".join(f"<{ord(char):04x}> <{ord(char):04x}>" for char in sorted(chars))
        count = len(chars)
        said = f"/ToUnicode {add(_stream('', _CMAP.format(count=count, lines=lines).encode('ascii')))} 0 R"
    return add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
        f" /DescendantFonts [{below} 0 R] {said} >>".encode()
    )


_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
{count} beginbfchar
{lines}
endbfchar
endcmap end end"""


def _stream(says: str, data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (says.encode(), len(packed), packed)


def _written(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


LEFT, RIGHT = 85.0, 540.0  # of the text, as the rules of layout have it


def written(x: float, y: float, text: str, size: float = 14, *, to: float | None = None, **looks: object) -> list[Word]:
    """The words of a line that begins at ``x``; ``to``: its blanks are widened until it ends there."""
    texts = text.split(" ")
    blank = width(" ", size)
    if to is not None and len(texts) > 1:
        blank = (to - x - sum(width(one, size) for one in texts)) / (len(texts) - 1)
        assert blank > 0.15 * size, "the line is longer than its column"
    words = []
    for one in texts:
        wide = width(one, size)
        if one:
            words.append(Word(one, x, y - 0.8 * size, x + wide, y + 0.2 * size, y, size, **looks))
        x += wide + blank
    return words


def raised(after: Word, text: str) -> list[Word]:
    """A mark above the line, right after a word."""
    return written(after.right, after.baseline - 5, text, 8)


def centred(y: float, text: str, size: float = 14, **looks: object) -> list[Word]:
    """The words of a line in the middle of the text."""
    wide = width(text, size)
    return written((LEFT + RIGHT - wide) / 2, y, text, size, **looks)


def prose(
    y: float,
    text: str,
    *,
    size: float = 14,
    indent: float = 28,
    left: float = LEFT,
    right: float = RIGHT,
    **looks: object,
) -> tuple[list[Word], float]:
    """A paragraph from baseline ``y`` on, wrapped and justified as Word does it; and where the next line stands."""
    words: list[Word] = []
    x = left + indent
    line: list[str] = []
    for one in text.split(" "):
        if line and x + width(" ".join([*line, one]), size) > right:
            words += written(x, y, " ".join(line), size, to=right, **looks)
            y += 1.3 * size
            x, line = left, []
        line.append(one)
    words += written(x, y, " ".join(line), size, **looks)
    return words, y + 1.3 * size


def page(*lines: Sequence[Word], number: int = 1, rules: Sequence[Rule] = (), size: tuple[float, float] = A4) -> Page:
    """A page of lines."""
    return Page(number, *size, tuple(word for line in lines for word in line), tuple(rules))


def ruled(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """The lines of a whole grid."""
    flat = [Rule(xs[0], y, xs[-1], y) for y in ys]
    return [*flat, *(Rule(x, ys[0], x, ys[-1]) for x in xs)]


def composed(*pages: Page) -> Source:
    """The source of some pages."""
    return compose_pages(pages, file="bao-cao.pdf", sha256="0" * 64, format="pdf")


def texts(source: Source, kind: str = "paragraph") -> list[str]:
    """What the blocks of a kind say, line ends inside as '|'."""
    found = []
    for block in source.blocks:
        if block.kind == kind:
            chars = list(source.text[block.start : block.end])
            for offset in block.breaks:
                chars[offset - block.start] = "|"
            found.append("".join(chars))
    return found
