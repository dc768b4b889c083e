"""Tables of a Word file: a row a line, cells between tabs, a merged cell once."""

from __future__ import annotations

from word_files import cell, level, lines, listed, numbering, paragraph, row, run, source, table

from tongket.model.sources import Cell

TOP, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def cells(body: str) -> list[list[tuple[str, int, int, int]]]:
    """Rows of (text, column, columns, rows)."""
    found = source(body)

    def plain(one: Cell) -> tuple[str, int, int, int]:
        return found.text[one.start : one.end], one.column, one.columns, one.rows

    return [[plain(one) for one in block.cells] for block in found.blocks if block.kind == "row"]


def test_a_row_is_a_line() -> None:
    found = source(paragraph("trước") + table(row("TT", "Nội dung"), row("1", "")) + paragraph("sau"))
    assert lines(found) == ["trước", "TT\tNội dung", "1\t", "sau"]
    assert [(block.kind, block.table) for block in found.blocks] == [
        ("paragraph", None),
        ("row", 0),
        ("row", 0),
        ("paragraph", None),
    ]


def test_a_cell_over_columns_stands_once() -> None:
    body = table(row(cell("a", properties='<w:gridSpan w:val="2"/>'), "b"), row("c", "d", "e"))
    assert cells(body) == [[("a", 0, 2, 1), ("b", 2, 1, 1)], [("c", 0, 1, 1), ("d", 1, 1, 1), ("e", 2, 1, 1)]]


def test_a_cell_over_rows_stands_once_and_leaves_its_place_blank() -> None:
    body = table(
        row(cell("a", properties=TOP), "b"),
        row(cell(properties=BELOW), "c"),
        row(cell(properties=BELOW), "d"),
        row("e", "f"),
    )
    assert cells(body) == [
        [("a", 0, 1, 3), ("b", 1, 1, 1)],
        [("c", 1, 1, 1)],
        [("d", 1, 1, 1)],
        [("e", 0, 1, 1), ("f", 1, 1, 1)],
    ]
    assert lines(source(body)) == ["a\tb", "\tc", "\td", "e\tf"]


def test_a_cell_that_goes_on_below_nothing_stands_alone() -> None:
    assert cells(table(row(cell("a", properties=BELOW)))) == [[("a", 0, 1, 1)]]


def test_horizontal_merges_of_old_files() -> None:
    merged = [cell("a", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), "b"]
    assert cells(table(row(*merged))) == [[("a", 0, 2, 1), ("b", 2, 1, 1)]]


def test_a_row_may_begin_later_in_the_grid() -> None:
    assert cells(table(row("a", properties='<w:gridBefore w:val="2"/>'))) == [[("a", 2, 1, 1)]]


def test_paragraphs_of_a_cell_are_kept_apart() -> None:
    found = source(table(row(cell("ỦY BAN NHÂN DÂN", "", "XÃ LŨNG ẲNG"), cell("CỘNG HÒA"))))
    (block,) = found.blocks
    assert found.text == "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG\tCỘNG HÒA"
    assert [found.text[:at] for at in block.breaks] == ["ỦY BAN NHÂN DÂN"]


def test_tabs_inside_a_cell_are_no_cells() -> None:
    assert source(table(row(cell(paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>")), "c"))).text == "a b\tc"


def test_a_table_in_a_cell_is_flattened() -> None:
    inner = table(row("a", "b"), row("c", "d"))
    assert source(table(row(cell(paragraph("x"), inner, paragraph("y")), "z"))).text == "x a b c d y\tz"


def test_numbers_in_cells() -> None:
    parts = {"numbering": numbering([level(0, "decimal", "%1")], {1: (0, "")})}
    body = table(row(cell(listed("", 1)), "a"), row(cell(listed("", 1)), "b"))
    assert lines(source(body, parts)) == ["1\ta", "2\tb"]


def test_repeated_heading_rows_are_flagged_at_the_top_only() -> None:
    repeat = "<w:tblHeader/>"
    body = table(row("a", properties=repeat), row("b", properties=repeat), row("c"), row("d", properties=repeat))
    assert [block.heading_row for block in source(body).blocks] == [True, True, False, False]


def test_deleted_and_hidden_rows_and_deleted_cells_go() -> None:
    body = table(
        row("a", properties="<w:del/>"),
        row("b", properties="<w:hidden/>"),
        row("c", cell("d", properties="<w:cellDel/>")),
        row("e", properties="<w:ins/>"),
    )
    assert lines(source(body)) == ["c", "e"]


def test_rows_and_cells_in_content_controls() -> None:
    inside = f"<w:sdt><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"
    held = f"<w:sdt><w:sdtContent><w:tr>{cell('a')}{inside}</w:tr></w:sdtContent></w:sdt>"
    assert source(table(held)).text == "a\tb"


def test_a_text_box_in_a_cell_follows_its_row() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('hộp')}</w:txbxContent></v:textbox></w:pict></w:r>"
    found = source(table(row(cell(paragraph(run("a") + box)), "b")))
    assert lines(found) == ["a\tb", "hộp"]


def test_tables_count_from_the_first() -> None:
    found = source(table(row("a")) + paragraph() + table(row("b"), row("c")))
    assert [block.table for block in found.blocks] == [0, 1, 1]
