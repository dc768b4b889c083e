"""Scans of made-up reports through Tesseract: the whole way from the picture to what the report says."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from tongket.errors import SecretError
from tongket.files import parts
from tongket.files.open import source_of
from tongket.files.scan.images import open_picture
from tongket.files.scan.recognise import recognise
from tongket.files.scan.stamps import clear_marks, level_said, standing_marks
from tongket.model.pages import Word
from tongket.reading.read import read_source

SCANS = Path(__file__).with_name("scans")
LETTER, TABLE = SCANS / "so-noi-vu-nghieng.png", SCANS / "phu-luc-bang.png"

SERIF = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf")
MOTTO, ORGAN, PAPER = (860, 165), (240, 175), (240, 420)

needs_tesseract = pytest.mark.skipif(parts.find(parts.TESSERACT) is None, reason="Tesseract is not here")


def png(picture: Image.Image, dpi: int = 200) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG", dpi=(dpi, dpi))
    return stream.getvalue()


@pytest.mark.office
@needs_tesseract
def test_a_leaning_page_is_read_with_head_citations_and_figures() -> None:
    source = source_of(LETTER.read_bytes(), LETTER.name)
    assert source.scanned
    assert source.confidence is not None
    assert source.confidence > 0.9
    assert source.made_by.startswith("Tesseract")
    report = read_source(source)
    assert (report.letterhead.canonical, report.letterhead.date) == ("150/BC-SNV", "2026-09-19")
    assert {"06-CT/TU", "42-KH/TU", "187/KH-UBND", "2147/SNV-XDCQ"} <= {one.symbol for one in report.citations}
    assert {"09", "976", "05", "18"} <= {one.text.split()[0] for one in report.figures}


@pytest.mark.office
@needs_tesseract
@pytest.mark.parametrize(
    "turn",
    [
        pytest.param(lambda page: page.transpose(Image.Transpose.ROTATE_180), id="upside down"),
        pytest.param(lambda page: page.transpose(Image.Transpose.ROTATE_90), id="a quarter to the left"),
        pytest.param(lambda page: page.transpose(Image.Transpose.ROTATE_270), id="a quarter to the right"),
    ],
)
def test_a_turned_page_reads_the_same(turn: Callable[[Image.Image], Image.Image]) -> None:
    source = source_of(png(turn(Image.open(LETTER).convert("L"))), "a.png")
    assert read_source(source).letterhead.canonical == "150/BC-SNV"


@pytest.mark.office
@needs_tesseract
def test_every_cell_of_a_table_is_read() -> None:
    (page,) = recognise(open_picture(TABLE.read_bytes(), file="a.png"), file="a.png")
    said = [word.text for word in page.words]
    for number in ("1.128", "847", "75,09", "2.547", "1.877", "73,69", "352", "83,89", "328", "93,18", "38"):
        assert number in said
    assert len(page.rules) >= 14


@pytest.mark.office
@needs_tesseract
@pytest.mark.parametrize("colour", ["black", (205, 35, 45)])
@pytest.mark.parametrize("angle", [0, 4])
def test_a_stamped_secrecy_mark_is_refused(colour: object, angle: int) -> None:
    page = Image.open(LETTER).convert("RGB")
    layer = Image.new("RGB", page.size, "white")
    layer.paste(stamp(colour).rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white"), (210, 40))
    with pytest.raises(SecretError):
        source_of(png(ImageChops.multiply(page, layer)), "a.png")


@pytest.mark.office
@needs_tesseract
def test_a_tilted_red_mark_that_touches_text_is_refused() -> None:
    page = Image.open(LETTER).convert("RGB")
    layer = Image.new("RGB", page.size, "white")
    mark = stamp((205, 35, 45)).rotate(10, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    layer.paste(mark, (60, 500))
    with pytest.raises(SecretError):
        source_of(png(ImageChops.multiply(page, layer)), "a.png")


@pytest.mark.office
@needs_tesseract
def test_a_red_mark_beside_black_words_on_its_level_is_refused() -> None:
    page = Image.open(LETTER).convert("RGB")
    layer = Image.new("RGB", page.size, "white")
    layer.paste(stamp((205, 35, 45)), (60, 300))
    ImageDraw.Draw(page).rectangle((0, 280, 250, 400), fill="white")
    with pytest.raises(SecretError):
        source_of(png(ImageChops.multiply(page, layer)), "a.png")


def pressed(said: str, where: tuple[int, int]) -> Image.Image:
    """The letter with a framed red mark pressed on it."""
    page = Image.open(LETTER).convert("RGB")
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    font = ImageFont.truetype(str(SERIF), 46)
    left, top, right, bottom = draw.textbbox(where, said, font=font)
    draw.text(where, said, font=font, fill=(205, 35, 45))
    draw.rectangle((left - 12, top - 12, right + 12, bottom + 12), outline=(205, 35, 45), width=4)
    return ImageChops.multiply(page, layer)


@pytest.mark.office
@needs_tesseract
@pytest.mark.skipif(not SERIF.exists(), reason="Liberation Serif is not here")
@pytest.mark.parametrize("level", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize("where", [MOTTO, ORGAN, PAPER], ids=["over the motto", "over the body", "over the title"])
def test_a_red_mark_over_black_letters_is_found_with_its_level(level: str, where: tuple[int, int]) -> None:
    with pytest.raises(SecretError) as refused:
        source_of(png(pressed(level, where)), "a.png")
    assert f" {level};" in refused.value.message("en")


@pytest.mark.office
@needs_tesseract
@pytest.mark.skipif(not SERIF.exists(), reason="Liberation Serif is not here")
@pytest.mark.parametrize("said", ["HỎA TỐC", "CÔNG VĂN ĐẾN"])
def test_other_red_marks_are_no_secrecy(said: str) -> None:
    for where in (MOTTO, ORGAN):
        assert "06-CT/TU" in source_of(png(pressed(said, where)), "a.png").text


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("mat", ""),
        ("imat", ""),
        ("toimat", "toi"),
        ("tolmat", "toi"),
        ("tuyetmat", "tuyet"),
        ("tuyeimat", "tuyet"),
        ("tuyethiat", "tuyet"),
        ("tuyetmap", "tuyet"),
        ("tuymat", "tuyet"),
        ("luyetmat", "tuyet"),
        ("luyelmat", "tuyet"),
        ("luyetat", "tuyet"),
        ("toiat", "toi"),
        ("toioat", "toi"),
        ("hoidat", None),
        ("datat", None),
        ("nguyenvanat", None),
        ("batmat", None),
        ("matrancoso", None),
        ("tuyenquang", None),
        ("tuyetmai", None),
        ("tuyentruyen", None),
        ("hoatoc", None),
        ("tuyetdoi", None),
    ],
)
def test_a_mark_is_known_however_badly_its_letters_are_read(said: str, level: str | None) -> None:
    assert level_said(said) == level


def stamp(colour: object) -> Image.Image:
    """A frame with 'MẬT', drawn with lines, for the font of the machine may not have its letters."""
    picture = Image.new("RGB", (170, 76), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((3, 3, 166, 72), outline=colour, width=3)
    for line in (
        ((30, 58), (30, 30), (43, 52), (56, 30), (56, 58)),
        ((66, 58), (80, 30), (94, 58)),
        ((71, 49), (89, 49)),
        ((73, 24), (80, 17), (87, 24)),
        ((102, 31), (130, 31)),
        ((116, 31), (116, 58)),
    ):
        draw.line(line, fill=colour, width=6)
    draw.ellipse((77, 62, 83, 68), fill=colour)
    return picture


@pytest.mark.office
@needs_tesseract
def test_pages_are_read_in_order_however_many_at_a_time() -> None:
    stream = io.BytesIO()
    blank = Image.new("1", (600, 800), 1)
    Image.open(TABLE).save(stream, "TIFF", save_all=True, append_images=[blank, Image.open(TABLE)], dpi=(200, 200))
    pages = recognise(open_picture(stream.getvalue(), file="a.tif"), file="a.tif", workers=2)
    assert [(page.number, bool(page.words)) for page in pages] == [(1, True), (2, False), (3, True)]


def word(text: str, left: float, top: float = 60.0) -> Word:
    return Word(text, left, top, left + 6.0 * len(text), top + 10, top + 10, 13.0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param([word("BÍ", 40), word("MẬT", 56), word("NHÀ", 78)], ["BÍ", "MẬT", "NHÀ"], id="within a title"),
        pytest.param([word("Mật", 56), word("ong", 78)], ["Mật", "ong"], id="in a sentence"),
        pytest.param([word("MẬT", 56, 700)], ["MẬT"], id="at the foot it stays as it is"),
        pytest.param([word("i", 45), word("MẬT", 56), word("!", 78)], ["MẬT"], id="crumbs of a frame"),
        pytest.param([word("[TỔI", 28), word("MẬT", 56)], ["TỐI MẬT"], id="a level badly read"),
        pytest.param([word("TUYẾỆT", 14), word("MẬT", 56)], ["TUYỆT MẬT"], id="a letter seen twice"),
    ],
)
def test_marks_are_cleared_of_crumbs(words: list[Word], expected: list[str]) -> None:
    assert [one.text for one in clear_marks(words, 842.0)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param([word("TỐI MẬT", 56), word("NHÀ", 102)], (), id="within a title"),
        pytest.param([word("MẬT", 56)], (), id="a bare word is judged with its line"),
        pytest.param([word("TỐI MẬT", 56, 700)], (), id="at the foot"),
        pytest.param([word("Số:", 2), word("TỐI MẬT", 80)], ("TỐI MẬT",), id="beside a line of the head"),
    ],
)
def test_marks_that_stand_beside_lines_are_seen(words: list[Word], expected: tuple[str, ...]) -> None:
    assert standing_marks(words, 842.0) == expected
