"""What is done to the picture of a page before and after its letters are recognised, on pictures drawn here."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from tongket.errors import ReadError
from tongket.files import parts
from tongket.files.scan import images, tesseract
from tongket.files.scan.areas import areas_of
from tongket.files.scan.borders import clear_borders
from tongket.files.scan.images import PageImage, open_picture
from tongket.files.scan.ink import coloured_ink, even_light, ink_of, plain, without_stamps
from tongket.files.scan.lines import side_by_side, split_lines
from tongket.files.scan.regions import find_regions
from tongket.files.scan.rules import erase, find_strokes
from tongket.files.scan.sheet import Place, make_sheet
from tongket.files.scan.skew import lines_stand, skew_of
from tongket.files.scan.tesseract import read_words

PAPER = (620, 877)  # A4 at 75 dots per inch
WHITE, BLACK, RED = (255, 255, 255), (20, 20, 20), (205, 35, 45)
OCHRE, YELLOW = (200, 150, 0), (255, 240, 60)
GREY_PAPER, FADED, FAINT = (224, 224, 224), (178, 60, 65), (80, 80, 80)


def page(size: tuple[int, int] = PAPER, lines: range = range(100, 780, 18)) -> Image.Image:
    """A page whose lines of text are bars of words."""
    picture = Image.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    chance = random.Random(3)
    for top in lines:
        at = 80
        while at < size[0] - 90:
            width = chance.randint(12, 40)
            draw.rectangle((at, top, at + width, top + 7), fill=0)
            at += width + 6
    return picture


@pytest.mark.parametrize("degrees", [0.0, 0.3, 1.5, -1.5, 3.2, -4.8])
def test_the_lean_of_a_page_is_found(degrees: float) -> None:
    leaning = page().rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew_of(ink_of(leaning)) == pytest.approx(degrees, abs=0.15)


def test_an_empty_page_does_not_lean() -> None:
    assert skew_of(ink_of(Image.new("L", PAPER, 255))) == 0.0


def test_lines_that_stand_are_told_from_lines_that_lie() -> None:
    assert not lines_stand(ink_of(page()))
    assert lines_stand(ink_of(page().transpose(Image.Transpose.ROTATE_90)))


def test_a_red_stamp_goes_and_the_black_text_under_it_stays() -> None:
    picture = Image.new("RGB", (1240, 1754), WHITE)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((500, 1400, 900, 1420), fill=BLACK)
    layer = Image.new("RGB", picture.size, WHITE)
    ImageDraw.Draw(layer).ellipse((560, 1300, 800, 1540), outline=RED, width=8)
    grey = without_stamps(ImageChops.multiply(picture, layer), 150)
    assert min(grey.getpixel((700, 1410)), grey.getpixel((560, 1420))) < 60
    assert grey.getpixel((680, 1303)) > 190


def test_a_faded_stamp_on_worn_paper_becomes_as_light_as_paper() -> None:
    picture = Image.new("RGB", (1240, 1754), GREY_PAPER)
    ImageDraw.Draw(picture).ellipse((560, 1300, 800, 1540), outline=FADED, width=16)
    ImageDraw.Draw(picture).rectangle((500, 1400, 590, 1420), fill=FAINT)
    grey = without_stamps(picture, 150)
    assert grey.getpixel((680, 1308)) >= grey.getpixel((100, 100))
    assert grey.getpixel((568, 1410)) < 130


def test_a_line_of_red_text_is_no_stamp() -> None:
    picture = Image.new("RGB", (1240, 1754), WHITE)
    ImageDraw.Draw(picture).rectangle((300, 900, 700, 925), fill=RED)
    assert without_stamps(picture, 150).getpixel((500, 910)) < 140


def test_a_paragraph_in_a_light_colour_is_no_stamp_and_is_read_as_black() -> None:
    picture = Image.new("RGB", (1240, 1754), WHITE)
    for top in range(900, 1100, 30):
        ImageDraw.Draw(picture).rectangle((150, top, 1090, top + 4), fill=OCHRE)
    assert without_stamps(picture, 150).getpixel((500, 902)) < 60


def test_black_letters_on_a_yellow_ground_stay_apart_from_it() -> None:
    picture = Image.new("RGB", (1240, 1754), WHITE)
    ImageDraw.Draw(picture).rectangle((150, 900, 1090, 930), fill=YELLOW)
    ImageDraw.Draw(picture).rectangle((300, 910, 320, 920), fill=BLACK)
    grey = without_stamps(picture, 150)
    assert grey.getpixel((500, 915)) > 190
    assert grey.getpixel((310, 915)) < 60


def test_a_red_frame_in_the_head_stays_for_it_may_be_a_secrecy_mark() -> None:
    picture = Image.new("RGB", (1240, 1754), WHITE)
    ImageDraw.Draw(picture).rectangle((200, 300, 440, 390), outline=RED, width=5)
    assert without_stamps(picture, 150).getpixel((300, 302)) < 140


def test_black_letters_across_a_coloured_stroke_leave_no_gap_in_it() -> None:
    picture = Image.new("RGB", (400, 200), WHITE)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((100, 90, 300, 102), fill=RED)
    draw.rectangle((195, 60, 200, 140), fill=BLACK)
    alone = coloured_ink(picture, 300)
    assert alone is not None
    assert max(alone.getpixel((at, 96)) for at in range(110, 290)) < 140
    assert alone.getpixel((198, 70)) == 255


def test_paper_of_uneven_light_becomes_white() -> None:
    shade = Image.linear_gradient("L").resize(PAPER).point(lambda level: 120 + level // 2)
    even = even_light(ImageChops.multiply(page(), shade))
    assert even.getpixel((20, 40)) > 225
    assert even.getpixel((20, 850)) > 225
    assert ImageChops.difference(ink_of(even), ink_of(page())).getbbox() is None


def test_white_paper_is_left_as_it_is() -> None:
    picture = page()
    assert even_light(picture) is picture


def test_dark_edges_are_cleared_and_text_is_not() -> None:
    dark = page()
    ImageDraw.Draw(dark).rectangle((0, 0, PAPER[0], 20), fill=0)
    cleared = clear_borders(dark, ink_of(dark))
    assert ink_of(cleared).getbbox() == ink_of(page()).getbbox()
    assert clear_borders(page(), ink_of(page())).tobytes() == page().tobytes()


def table() -> Image.Image:
    """Two rows of three cells, at 150 dots per inch; the second row's last two are one."""
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    for top in (400, 500, 600):
        draw.line((200, top, 1000, top), fill=0, width=3)
    for left, bottom in ((200, 600), (400, 600), (700, 500), (1000, 600)):
        draw.line((left, 400, left, bottom), fill=0, width=3)
    for left, top in ((220, 440), (420, 440), (720, 440), (220, 540), (560, 540)):
        draw.rectangle((left, top, left + 120, top + 20), fill=0)
    return picture


def test_drawn_lines_are_found_and_taken_out() -> None:
    strokes = find_strokes(ink_of(table()), 150)
    assert sorted((one.is_flat, round(one.left, -1), round(one.top, -1)) for one in strokes) == [
        (False, 200, 400),
        (False, 400, 400),
        (False, 700, 400),
        (False, 1000, 400),
        (True, 200, 400),
        (True, 200, 500),
        (True, 200, 600),
    ]
    assert not find_strokes(ink_of(erase(table(), strokes, 2)), 150)


def test_letters_are_no_drawn_lines() -> None:
    picture = Image.new("L", (1240, 400), 255)
    ImageDraw.Draw(picture).text((80, 100), "TIEU THU HET 1.250 HO -- 98,5%", fill=0, font=ImageFont.load_default(36))
    assert ink_of(picture).getbbox()
    assert not find_strokes(ink_of(picture), 150)


def test_cells_are_recognised_apart_and_merged_ones_once() -> None:
    strokes = find_strokes(ink_of(table()), 150)
    regions, tables = find_regions(ink_of(erase(table(), strokes, 2)), strokes, 150)
    assert len(tables) == 1
    assert [one.is_cell for one in regions] == [True] * 5


def test_the_columns_of_a_letterhead_are_recognised_apart() -> None:
    picture = page((1240, 1754), range(600, 1500, 36))
    draw = ImageDraw.Draw(picture)
    for top in (200, 240, 280, 320):
        draw.rectangle((150, top, 450, top + 15), fill=0)
    for top in (200, 240, 320):  # the left column has a line more
        draw.rectangle((620, top, 1100, top + 15), fill=0)
    regions, _ = find_regions(ink_of(picture), (), 150)
    boxes = [one.box for one in regions]
    assert [box[0] < 600 < box[2] for box in boxes] == [False, False, True]
    assert boxes[0][1] == boxes[1][1] == 200


def test_a_mark_over_a_letter_goes_with_its_line_beside_tails_of_the_line_above() -> None:
    picture = Image.new("L", (600, 200), 255)
    draw = ImageDraw.Draw(picture)
    for top in (60, 95):
        draw.rectangle((40, top, 500, top + 14), fill=0)
    draw.rectangle((60, 74, 66, 84), fill=0)  # the tail of a 'g'
    draw.rectangle((300, 82, 308, 89), fill=0)  # an accent in the same rows
    upper, lower = split_lines(ink_of(picture), (0, 0, 600, 200), 150)
    double = picture.resize((1200, 400))
    assert ink_of(upper.cut(double)).crop((500, 0, 700, 400)).getbbox()[3] < 50
    assert lower.cut(double).height > 50
    assert upper.box[3] >= 85
    assert lower.box[1] <= 82


def test_lines_of_cells_that_are_level_stand_in_one_row() -> None:
    picture = table()
    strokes = find_strokes(ink_of(picture), 150)
    ink = ink_of(erase(picture, strokes, 2))
    regions, _ = find_regions(ink, strokes, 150)
    lines = [line for one in regions for line in split_lines(ink, one.box, 150)]
    assert [len(row) for row in side_by_side(lines)] == [3, 2]


HOCR = """<span class='ocr_line' id='line_1_1' title="bbox {x} 20 300 60; baseline 0 -10; x_size 40">
<span class='ocrx_word' id='word_1_1' title='bbox {x} 20 90 50; x_wconf 93'>
<span class='ocrx_cinfo' title='x_bboxes {x} 20 60 50; x_conf 99.1'>1</span>
<span class='ocrx_cinfo' title='x_bboxes 62 20 90 50; x_conf 98'>&amp;</span>
</span>"""


def test_words_are_read_with_letters_baseline_and_confidence() -> None:
    (word,) = read_words(HOCR.format(x=40))
    assert (word.text, word.baseline, word.confidence) == ("1&", 50.0, 0.93)


def test_words_of_the_sheet_are_told_back_to_their_places_and_cut_at_the_edge_of_a_cell() -> None:
    blank = Image.new("L", (40, 40), 255)
    sheet = make_sheet([[Place(blank, 500, 900), Place(blank, 800, 900)]])
    (word,) = read_words(HOCR.format(x=24))
    one, other = sheet.placed(word)
    assert (one.text, other.text) == ("1", "&")
    assert 500 <= one.left < 540
    assert 776 <= other.left < 800


def test_areas_touch_across_corners() -> None:
    picture = Image.new("L", (5, 5), 0)
    for dot in ((0, 0), (1, 1), (4, 0), (0, 4)):
        picture.putpixel(dot, 255)
    assert [(area.left, area.top, area.right, area.bottom) for area in areas_of(picture)] == [
        (0, 0, 2, 2),
        (4, 0, 5, 1),
        (0, 4, 1, 5),
    ]


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP"])
@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK"])
def test_pictures_of_every_kind_become_grey_or_coloured_pages(kind: str, mode: str) -> None:
    picture = page().convert("RGB").convert(mode) if mode != "LA" else page().convert("LA")
    try:
        data = encoded(picture, kind)
    except (OSError, ValueError):
        pytest.skip(f"{kind} does not hold {mode}")
    (read,) = open_picture(data, file="a")
    assert plain(read.image).mode in ("L", "RGB")
    assert plain(read.image).convert("L").getpixel((5, 5)) > 240


def test_the_pages_of_a_tif_are_pages() -> None:
    data = encoded(page(), "TIFF", save_all=True, append_images=[page(), page()], dpi=(100, 100))
    assert [(one.number, one.resolution) for one in open_picture(data, file="a")] == [(1, 100), (2, 100), (3, 100)]


def test_a_picture_without_likely_resolution_is_taken_for_a4() -> None:
    photo = Image.new("L", (2480, 3508), 255)
    assert PageImage(1, photo, 72).resolution == pytest.approx(300, abs=1)
    assert PageImage(1, photo, None).resolution == pytest.approx(300, abs=1)
    assert PageImage(1, photo, 300).resolution == 300


def test_a_strip_longer_than_any_paper_is_not_enlarged_to_hundreds_of_millions_of_dots() -> None:
    strip = Image.new("L", (2160, 30_000), 255)  # 24 inches by 333, if it were to be believed
    assert PageImage(1, strip, 90.1).resolution > 300


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
def test_cut_off_pictures_are_said_so(kind: str) -> None:
    whole = encoded(page().convert("RGB"), kind)
    for share in (0.02, 0.3, 0.6):
        with pytest.raises(ReadError) as error:
            list(open_picture(whole[: int(len(whole) * share)], file="a.png"))
        assert error.value.where == "a.png"


def test_a_picture_too_large_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 1000)
    with pytest.raises(ReadError) as error:
        list(open_picture(encoded(page(), "PNG"), file="a.png"))
    assert "larger than" in error.value.message("en")


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MAX_PAGES", 2)
    data = encoded(page(), "TIFF", save_all=True, append_images=[page(), page()])
    with pytest.raises(ReadError) as error:
        list(open_picture(data, file="a.tif"))
    assert "more than 2 pages" in error.value.message("en")


def test_without_tesseract_the_message_names_file_part_and_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "find", lambda part: None)
    with pytest.raises(ReadError) as error:
        tesseract.require("a.png")
    said = error.value.message("en")
    assert "a.png" in said
    assert "Tesseract" in said
    assert parts.TESSERACT.command in said


def test_without_vietnamese_data_the_message_names_that(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(parts, "find", lambda part: tmp_path)
    monkeypatch.setattr(parts, "languages", lambda: frozenset({"eng"}))
    with pytest.raises(ReadError, match="tesseract-ocr-vie"):
        tesseract.require("a.png")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
def test_broken_pictures_give_errors_that_say_so(kind: str) -> None:
    whole = bytearray(encoded(page((200, 300)).convert("RGB"), kind))
    chance = random.Random(11)
    for _ in range(1500):
        broken = whole.copy()
        for _ in range(chance.randint(1, 12)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cut = chance.randrange(8, len(broken) + 1)
        try:
            for read in open_picture(bytes(broken[:cut]), file="a"):
                plain(read.image)
        except ReadError:
            continue
