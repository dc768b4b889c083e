"""PDF bytes to a source: text where it stands, faults of producers mended, pictures handed to recognition."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pytest
from pdf_files import A4, Draw, Say, Sheet, pdf, texts, width, written

from tongket.errors import ReadError
from tongket.files.pdf import pictures
from tongket.files.pdf import read as reading
from tongket.files.pdf.frame import Frame
from tongket.files.pdf.read import read_pdf
from tongket.files.scan.images import PageImage
from tongket.model.pages import Page
from tongket.model.sources import Source

REPORT = "Ủy ban nhân dân xã Lũng Ẳng báo cáo kết quả thực hiện"


def read(*sheets: Sheet, mapped: bool = True) -> Source:
    return read_pdf(pdf(sheets, mapped=mapped), file="bao-cao.pdf")


def say(text: str, y: float = 120, **more: object) -> Sheet:
    return Sheet([Say(85, y, text, **more)])


def test_text_is_read_with_pages_and_hash() -> None:
    found = read(say(REPORT), say("Trang hai."))
    assert texts(found) == [REPORT, "Trang hai."]
    assert (found.format, found.pages, found.scanned, len(found.sha256)) == ("pdf", 2, False, 64)


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Sheet([Say(85, 120, "Lũng", jumps=((2, -1.5),))]), id="letters drawn close"),
        pytest.param(Sheet([Say(85, 120, "Lu\u0303ng")]), id="tone mark as a letter of its own"),
        pytest.param(Sheet([Say(85, 120, "Lũng", spread=0.8)]), id="letters a little apart"),
        pytest.param(Sheet([Say(85, 120, "L\u00adũng", jumps=((2, -6.0),))]), id="soft hyphen"),
        pytest.param(Sheet([Say(85, 120, "Lũng"), Say(85.4, 120, "Lũng")]), id="drawn twice to look bold"),
        pytest.param(Sheet([Say(85, 120, "Lũng"), Say(300, 300, "mờ", colour=(1, 1, 1))]), id="white on white"),
        pytest.param(Sheet([Say(85, 120, "Lũng"), Say(700, 300, "ngoài")]), id="beside the page"),
        pytest.param(Sheet([Say(85, 120, "Lũng"), Say(85, 300, "ẩn", mode=3)]), id="text that does not show"),
        pytest.param(Sheet([Say(120, 500, "Lũng", turned=True)]), id="a page whose letters run upwards"),
        pytest.param(Sheet([Say(85, 120, "Lũng")], rotate=90), id="a page that is shown turned"),
        pytest.param(Sheet([Say(85, 120, "Lũng")], size=(842, 595)), id="a broad page"),
    ],
)
def test_one_word_is_read(sheet: Sheet) -> None:
    assert read(sheet).text == "Lũng"


# The line lies so far above the baseline, and reaches so far to both sides of the word 'hai'.
@pytest.mark.parametrize(
    ("above", "over", "text"),
    [
        pytest.param(-2, 0, "một hai ba", id="an underline"),
        pytest.param(4.5, 60, "một hai ba", id="the edge of a table, drawn too near"),
        pytest.param(4.5, 0, "một ba", id="a line through the word"),
    ],
)
def test_what_a_line_strikes_out_is_not_said(above: float, over: float, text: str) -> None:
    left, right = 85 + width("một ", 14), 85 + width("một hai", 14)
    line = Draw(left - over, 120 - above, right + over, 120 - above)
    assert read(Sheet([Say(85, 120, "một hai ba"), line])).text == text


def test_letters_at_no_place_on_earth_are_dropped() -> None:
    far = Say(85, 100, "ba bốn", jumps=((1, 1e38), (2, -1e38)))
    assert read(Sheet([Say(85, 120, "Lũng"), far])).text.split("\n")[-1] == "Lũng"


def test_text_without_a_direction_stands_askew() -> None:
    assert Frame(0, 0, *A4).quarter(math.nan, 0.0) is None


def test_a_blank_that_was_not_written_is_a_gap() -> None:
    assert read(say("kếtquả", jumps=((3, 4.0),))).text == "kết quả"


def test_a_written_blank_without_room_is_none() -> None:
    assert read(say("Q uyết", jumps=((2, -3.5),))).text == "Quyết"


def test_two_blanks_are_one() -> None:
    assert read(say("kết  quả")).text == "kết quả"


def test_letters_of_a_second_font_stand_in_their_words() -> None:
    """A font without Vietnamese letters: the others are drawn afterwards, from another font."""

    def drawn(font: str, *, ascii_only: bool) -> Say:
        jumps, room, kept = [], 0.0, ""
        for char in REPORT:
            if char.isascii() == ascii_only:
                jumps.append((len(kept), room))
                kept += char
                room = 0.0
            else:
                room += width(char, 14)
        return Say(85, 120, kept, font=font, jumps=tuple(jumps))

    assert read(Sheet([drawn("Plain", ascii_only=True), drawn("Other", ascii_only=False)])).text == REPORT


def test_old_fonts_are_decoded_by_their_name() -> None:
    assert read(say("B¸o c¸o kÕt qu¶", font=".VnTime")).text == "Báo cáo kết quả"


def test_what_is_stamped_on_the_page_is_read() -> None:
    number = Say(85 + width("Số: ", 14), 120, "173")
    assert read(Sheet([Say(85, 120, "Số:"), Say(140, 120, "/KH-UBND")], stamped=[number])).text == "Số: 173 /KH-UBND"


def test_drawn_lines_make_a_table() -> None:
    lines = [Draw(80, y, 300, y) for y in (100, 120, 140)] + [Draw(x, 100, x, 140) for x in (80, 150, 300)]
    cells = [Say(85, 115, "TT"), Say(155, 115, "Nội dung"), Say(85, 135, "1"), Say(155, 135, "Hộ nghèo")]
    assert texts(read(Sheet([*lines, *cells])), "row") == ["TT\tNội dung", "1\tHộ nghèo"]


SCAN = Sheet([], picture=bytes([200]) * 10_000)


@pytest.fixture
def recognised(monkeypatch: pytest.MonkeyPatch) -> list[PageImage]:
    """Recognition that reads 'Trang N' on every picture, and the pictures that it was given."""
    seen: list[PageImage] = []

    def recognise(images: Iterable[PageImage], *, file: str, workers: int = 1) -> list[Page]:
        seen.extend(images)
        return [Page(one.number, *A4, tuple(written(85, 120, f"Ảnh {one.number}")), scanned=True) for one in seen]

    monkeypatch.setattr(pictures, "recognise", recognise)
    return seen


def test_pages_that_are_pictures_are_recognised_in_their_places(recognised: list[PageImage]) -> None:
    found = read(say(REPORT), SCAN, say("Trang ba."))
    assert texts(found) == [REPORT, "Ảnh 2", "Trang ba."]
    assert found.scanned
    assert [(one.number, round(one.image.width / 100)) for one in recognised] == [(2, 25)]


def test_a_stamp_on_a_scan_does_not_make_it_text(recognised: list[PageImage]) -> None:
    sheet = Sheet([], picture=SCAN.picture, stamped=[Say(300, 30, "Thời gian ký: 05.06.2026 09:20:18", size=8)])
    assert "Ảnh 1" in texts(read(sheet))
    assert len(recognised) == 1


def test_letters_without_meaning_are_recognised(recognised: list[PageImage]) -> None:
    rubbish = " ".join(["%iR FiR", "NrW", "TXk", "WKzF", "KL{Q"] * 12)
    assert texts(read(Sheet([Say(20, 120, rubbish, size=6)])))[0] == "Ảnh 1"


def test_the_text_layer_of_a_scan_is_used_and_said(recognised: list[PageImage]) -> None:
    sheet = Sheet([Say(85, 100 + 20 * index, REPORT, mode=3) for index in range(6)], picture=SCAN.picture)
    found = read(sheet)
    assert found.text.count("Lũng Ẳng") == 6
    assert found.scanned
    assert found.warnings
    assert not recognised


def test_without_recognition_the_pages_of_text_are_read_and_the_others_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> list[Page]:
        raise ReadError("Tesseract is needed", "Install it")

    monkeypatch.setattr(pictures, "recognise", missing)
    found = read(say(REPORT), SCAN)
    assert texts(found) == [REPORT]
    assert found.warnings
    with pytest.raises(ReadError, match="Tesseract"):
        read(SCAN)


LOCKED = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"%PDF-1.7\nnothing more", "damaged", id="nothing in it"),
        pytest.param(
            pdf([say(REPORT)]).replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt " + LOCKED),
            "password",
            id="locked",
        ),
    ],
)
def test_what_does_not_open_is_said(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_pdf(data, file="bao-cao.pdf")
    assert said in raised.value.message("en")
    assert raised.value.where == "bao-cao.pdf"


def test_too_many_pages_and_too_much_time_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_PAGES", 1)
    with pytest.raises(ReadError, match="1"):
        read(say(REPORT), say(REPORT))
    monkeypatch.setattr(reading, "MAX_PAGES", 5)
    monkeypatch.setattr(reading, "MAX_SECONDS", -1.0)
    with pytest.raises(ReadError) as raised:
        read(say(REPORT))
    assert "seconds" in raised.value.message("en")
