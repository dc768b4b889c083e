"""Web pages to sources: what a browser shows, and Word's notes behind their marks."""

from __future__ import annotations

import base64
import contextlib
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legacy_typing import typed_tcvn3
from tongket.errors import ReadError
from tongket.files.formats import sniff
from tongket.files.html import read_html
from tongket.files.old_fonts import CONVERTED
from tongket.model.sources import Source


def page(body: str, head: str = "") -> Source:
    return read_html(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), file="a.html")


def lines(body: str, head: str = "") -> list[str]:
    return page(body, head).text.split("\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<script>alert(1)</script><style>p{}</style><noscript>x</noscript>", [""], id="nothing of scripts"
        ),
        pytest.param("<p style='display:none'>x</p><p hidden>y<p style='mso-hide:all'>z", [""], id="nothing hidden"),
        pytest.param("<p>còn <del>bỏ</del> <s>bỏ</s>lại</p>", ["còn lại"], id="nothing struck out"),
        pytest.param(
            "<style>.T5{text-decoration:line-through}</style><p>còn <span class=T5>999</span>"
            "<span style='text-decoration-line: underline line-through'>bỏ </span>lại</p>",
            ["còn lại"],
            id="nothing struck out by a style",
        ),
        pytest.param("<!-- x --><p>&#7872;&nbsp;&amp;&lt;</p>", ["Ề\xa0&<"], id="entities"),
        pytest.param(
            "<p>một\n   hai\t ba </p>bốn<div>năm<p>sáu</div>", ["một hai ba", "bốn", "năm", "sáu"], id="blanks"
        ),
        pytest.param("<p>một<br>hai<br/></p>", ["một hai "], id="a line break is a blank"),
        pytest.param("<pre>một\n  hai</pre>", ["một", "  hai"], id="lines as they are typed"),
        pytest.param("<p>m<b>ộ</b>t <i> hai</i></p>", ["một hai"], id="tags inside words"),
        pytest.param("<p style='text-transform:uppercase'>xã mẫu", ["XÃ MẪU"], id="shown as capitals"),
        pytest.param("<ol><li>một<li value=5>năm<li>sáu</ol>", ["1. một", "5. năm", "6. sáu"], id="numbers"),
        pytest.param("<ol type=a start=3><li>x</ol><ol type=I><li>y</ol>", ["c. x", "I. y"], id="letters, Roman"),
        pytest.param(
            "<ul><li>một<ol style='list-style-type:lower-roman'><li>hai</ol></ul>", ["- một", "i. hai"], id="nested"
        ),
        pytest.param("<table><tr><td><p>một</p><p>hai</p></td></tr></table>", ["một", "hai"], id="a frame is no table"),
        pytest.param("<table><tr><td>a<td>b<tr><td>c<td><p>d<p>e</table>", ["a\tb", "c\td e"], id="rows and cells"),
    ],
)
def test_text(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_a_number_that_is_written_out_beside_the_list() -> None:
    label = "<span class='ListLabel_20_1' style='display:block;float:left'>{}</span><span>{}</span>"
    assert lines(
        f"<ol><li><p>{label.format('II.', 'KẾT QUẢ')}</p><ol><li><p>{label.format('1.', 'Họp')}</p></li></ol></li></ol>"
        f"<ul><li><p>{label.format('•', 'Ký')}</p></li></ul>"
    ) == ["II. KẾT QUẢ", "1. Họp", "- Ký"]


def test_a_column_of_automatic_numbers_keeps_them() -> None:
    rows = "".join(f"<tr><td><ol start={n}><li></li></ol></td><td>Xã {n}</td></tr>" for n in (1, 2))
    assert lines(f"<table>{rows}</table>") == ["1.\tXã 1", "2.\tXã 2"]


def test_cells_over_rows_and_columns() -> None:
    source = page(
        "<table><thead><tr><th rowspan=2>TT<th colspan=2>Số<tr><th>2024<th>2025</thead>"
        "<tr><td rowspan=2>1<td>5<td>6<tr><td>7<td>8</table>"
    )
    assert source.text == "TT\tSố\n\t2024\t2025\n1\t5\t6\n\t7\t8"
    assert [[(cell.column, cell.columns, cell.rows) for cell in block.cells] for block in source.blocks] == [
        [(0, 1, 2), (1, 2, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
    ]
    assert [block.heading_row for block in source.blocks] == [True, True, False, False]


def test_tables_that_only_place_other_tables() -> None:
    inner = "<table><tr><td>TT<td>A<td>B<tr><td>1<td>2<td>3</table>"
    source = page(f"<table><tr><td>Mục lục<td><p>Báo cáo</p>{inner}</table>")
    assert source.text == "Mục lục\nBáo cáo\nTT\tA\tB\n1\t2\t3"
    assert [block.table for block in source.blocks] == [None, None, 0, 0]


def test_styles_levels_and_places() -> None:
    source = page(
        "<h2 align=center>I. KẾT QUẢ</h2><p class=d>đậm <span>và</span> <sup>2</sup></p><p><em>nghiêng</em>",
        "<style>p.d {font-weight: bold} p.d span {color: red} /* x */</style>",
    )
    assert [(block.level, block.centred) for block in source.blocks] == [(1, True), (None, False), (None, False)]
    found = [(one.style, source.text[one.start : one.end]) for block in source.blocks for one in block.styles]
    assert found == [
        ("bold", "I. KẾT QUẢ"),
        ("bold", "đậm và 2"),
        ("superscript", "2"),
        ("italic", "nghiêng"),
    ]


WORD = """<p>Kết quả<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a>,
lần<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a> hai.</p>
<p style='mso-list:l0'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Một</p>
<div style='mso-element:footer'><p>Trang 1</p></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1"
name="_ftn1"><span>[1]</span></a> Chú thích <i>dưới</i></p><p>trang</p></div>
<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> Hai</p></div></div>"""


def test_notes_of_word_follow_the_body() -> None:
    source = page(WORD)
    assert source.text.split("\n") == ["Kết quả1, lần2 hai.", "- Một", "1 Chú thích dưới trang", "2 Hai"]
    assert [(source.text[one.start : one.end], source.blocks[one.note].mark) for one in source.anchors] == [
        ("1", "1"),
        ("2", "2"),
    ]
    assert source.footers == ("Trang 1",)


def test_notes_of_libreoffice() -> None:
    source = page(
        '<p>Kết quả<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Chú</p>'
    )
    assert source.text == "Kết quả1.\n1 Chú"
    assert len(source.anchors) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<p>Kết quả<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><hr>'
            '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Chú</p>',
            id="Word, without the parts around",
        ),
        pytest.param(
            '<p>Kết quả<span><a href="#ftn1" id="body_ftn1">1</a></span>.</p>'
            '<p><span class="footnodeNumber"><a id="ftn1" href="#body_ftn1">1</a></span> Chú</p>',
            id="LibreOffice's XHTML",
        ),
    ],
)
def test_notes_whose_own_link_alone_is_named(body: str) -> None:
    source = page(body)
    assert source.text == "Kết quả1.\n1 Chú"
    assert [source.blocks[one.note].mark for one in source.anchors] == ["1"]


def test_a_link_back_inside_a_sentence_makes_no_note() -> None:
    source = page('<p>Xem <a id="ftn1" href="#body_ftn1">1</a> ở <a href="#ftn1" id="body_ftn1">1</a></p>')
    assert source.text == "Xem 1 ở 1"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<p>5 m<sup>2</sup><hr><p>2. Hai", ["5 m2", "2. Hai"], id="a unit calls nothing"),
        pytest.param("<p>Gồm: (1) họp; (2) ký<hr><p>1. Một", ["Gồm: (1) họp; (2) ký", "1. Một"], id="a list in a line"),
        pytest.param("<p>Họp<sup>3</sup><hr><p>1. Một", ["Họp3", "1. Một"], id="a list whose marks nothing calls"),
        pytest.param("<p>Họp<sup>1</sup><p>1. Một", ["Họp1", "1. Một"], id="a numbered line that is no list of notes"),
    ],
)
def test_what_is_no_note_of_a_page_without_links(body: str, text: list[str]) -> None:
    source = page(body)
    assert (source.text.split("\n"), source.anchors) == (text, ())


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Họp<sup>1</sup>, ký<sup>2</sup>.<hr><p><sup>1</sup> Một<p><sup>2</sup>Hai", id="raised marks"),
        pytest.param("Họp<sup>1</sup>, ký<sup>2</sup>.<p><sup>1</sup> Một<br><sup>2</sup> Hai", id="in one paragraph"),
        pytest.param("Họp¹, ký².<p>¹ Một<p>² Hai", id="raised digits"),
        pytest.param("Họp<sup>1</sup>, ký<sup>2</sup>.<hr><p>1. Một<p>2. Hai", id="numbers below a line"),
        pytest.param("Họp<sup>1</sup>, ký<sup>2</sup>.<hr><ol><li>Một<li>Hai</ol>", id="a list below a line"),
        pytest.param(
            "Họp(1), ký (2).<div class=footnotes><p>(1) Một<br>(2) Hai</div>", id="round brackets, in a part for notes"
        ),
        pytest.param(
            "Họp[1], ký<span>[2]</span>.<p class=MsoFootnoteText>[1] Một<p class=MsoFootnoteText>[2] Hai",
            id="Word's style without links",
        ),
    ],
)
def test_notes_that_nothing_links(body: str) -> None:
    source = page(f"<p>{body}</p>")
    assert source.text.split("\n")[1:] == ["1 Một", "2 Hai"]
    marks = [(source.text[one.start : one.end].strip("[()]"), source.blocks[one.note].mark) for one in source.anchors]
    assert [(mark.translate(str.maketrans("¹²", "12")), called) for mark, called in marks] == [("1", "1"), ("2", "2")]


def test_the_page_goes_on_behind_a_list_of_notes() -> None:
    source = page("<p>Họp<sup>1</sup> rồi<hr><p>1. Một<p>Hết")
    assert source.text.split("\n") == ["Họp1 rồi", "Hết", "1 Một"]


def test_old_fonts_of_runs_and_of_style_sheets() -> None:
    typed = typed_tcvn3("nước")
    source = page(
        f'<p>{typed} <font face=".VnTimeH">x·</font> <span style="font-family:Arial">là</span></p>',
        "<style>p {font-family: '.VnTime', serif}</style>",
    )
    assert source.text == "nước XÃ là"
    assert source.warnings == (CONVERTED["tcvn3"],)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("<html><body>Báo cáo</body></html>".encode(), id="UTF-8 that is not declared"),
        pytest.param("<html><meta charset=iso-8859-1><body>Báo cáo</body></html>".encode(), id="declared wrong"),
        pytest.param("<html><meta charset=utf-8><body>Báo cáo</body></html>".encode("utf-16"), id="UTF-16"),
        pytest.param(
            '<?xml version="1.0" encoding="utf-8"?><html><body>Báo cáo</body></html>'.encode(), id="declared by XML"
        ),
        pytest.param("<meta http-equiv=x content='charset=windows-1252'>Báo cáo".encode("cp1252"), id="Windows-1252"),
        pytest.param("<meta charset=viscii>Báo cáo".encode("latin-1"), id="VISCII"),
        pytest.param(b"<meta charset=no-such-thing>B\xc3\xa1o c\xc3\xa1o", id="a charset that nobody knows"),
        pytest.param(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
            b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            b"<p>B=C3=A1o c=C3=A1o\r\n--x--\r\n",
            id="a web archive",
        ),
    ],
)
def test_characters(data: bytes) -> None:
    assert read_html(data, file="a.html").text == "Báo cáo"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<p>" + b"<div>" * 300 + b"x", id="nested too deeply"),
        pytest.param(b"<p>x" + b" " * (20 << 20), id="too large"),
        pytest.param(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", id="a mail without a page"),
        pytest.param(b"<meta charset=x>\xe8\xe9\xea \xf8\xe1\xe2", id="bytes that say nothing"),
        pytest.param(
            b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=zlib\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64.encodebytes(zlib.compress(b"<p>x" * 1000)),
            id="a charset that unpacks",
        ),
    ],
)
def test_what_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_html(data, file="a.html")
    assert "a.html" in caught.value.message("en")


TAGS = st.from_regex(
    "<(p|div|br|th|td rowspan=3|td colspan=9|tr|table|/table|ol type=i start=-4|li value=x|/a|a href=#_ftn1|/div|sup"
    "|div id=ftn1|b style='font-weight:bold;x'|style>p{ </style|!\\[if !x\\]|!-- --|pre|span style=font-family:.VnTimeH"
    "|/span|center|thead|caption|h9|svg|frameset)>|&#0;|&#xD800;|x|1",
    fullmatch=True,
)


@given(st.lists(st.one_of(TAGS, st.text(max_size=4)), max_size=30).map("".join))
def test_any_page_is_read_or_refused(body: str) -> None:
    try:
        source = page(body)
    except ReadError:
        return
    for block in source.blocks:
        assert 0 <= block.start <= block.end <= len(source.text)
        assert "\n" not in source.text[block.start : block.end]
        assert all(block.start <= cell.start <= cell.end <= block.end for cell in block.cells)
        assert all(block.start <= one.start <= one.end <= block.end for one in block.styles)
    assert all(source.blocks[one.note].kind == "note" for one in source.anchors)


@pytest.mark.slow
@settings(max_examples=5000)
@given(st.binary(max_size=300), st.lists(st.one_of(TAGS, st.text(max_size=4)), max_size=60).map("".join))
def test_any_bytes_are_read_or_refused(data: bytes, body: str) -> None:
    for one in (data, body.encode("utf-8", "surrogatepass"), b"<html>" + data):
        with contextlib.suppress(ReadError):
            read_html(one, file="a.html")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"<p trong quy 3 la 5%, > 3%", "html", id="a paragraph that is all there is"),
        pytest.param("<Họ và tên>: ghi rõ".encode(), "text", id="a blank to fill in, in a text"),
        pytest.param(b"<pre-check> a > b", "text", id="a word in brackets that is no element"),
        pytest.param("< 5 hộ: <ghi rõ>".encode("utf-16"), "text", id="two bytes a letter"),
        pytest.param("<html><p>Số".encode("utf-16"), "html", id="Word's page in 'Unicode'"),
        pytest.param("\n<HTML lang=vi>".encode("utf-16-le"), "html", id="the same without its mark"),
        pytest.param(b"<!-- saved from url=(0014)about:internet -->\r\n<html>", "html", id="a comment first"),
        pytest.param(b"<table border=1><tr><td>TT", "html", id="a table alone, as web systems export it"),
        pytest.param(b"<meta charset=utf-8><style>", "html", id="without its outer elements"),
        pytest.param(b"<?xml version='1.0'?><w:wordDocument>", "word-xml", id="XML of Word"),
    ],
)
def test_a_page_is_told_from_a_text(data: bytes, kind: str) -> None:
    assert sniff(data) == kind
