"""The head of a table whose cells came over one by one (đầu bảng rời từng ô): which lines above are titles of columns.

As many lines as the table has columns are its head; more of them are where a title has two lines ('Năm học',
'2023-2024') or stands over several ('SL', '%', 'SL', '%'). Where no reading gives each column its title, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.files.cell_rows import Body, Item, Placed, Row, column_numbers

_FEWEST_YEARS = 2
_ORDINAL_HEAD = re.compile(r"(?:S\s?TT|TT|Số TT|Stt|Tt|Số thứ tự)\.?")
_LABEL_HEAD = re.compile(r"(?:Nội dung|NỘI DUNG|Chỉ tiêu|CHỈ TIÊU|Tiêu chí|Danh mục|Hạng mục|Tên [^\W\d_]+)(?!\w)")
_NOTES = re.compile(r"(?:Ghi chú|GHI CHÚ|Nhận xét|Lý do)\b")
_PAGES = re.compile(r"(?:Trang|TRANG)\b")
_DIVIDES = re.compile(r"(?:Chia|CHIA|Phân|PHÂN|Trong đó|TRONG ĐÓ|Bao gồm)(?!\w)")  # into the columns below it
_OF_THE_WHOLE = re.compile(r"\(|(?:Đơn vị tính|Đơn vị|ĐVT|Đvt|ĐƠN VỊ)\s?:")  # what all numbers are counted in


def head_rows(before: Sequence[Item], body: Body) -> tuple[Row, ...] | None:
    """The rows of the head of ``body`` in what stands ``before`` it; none where it has none, None for no table: one
    that only tells pages, or one of words that no head proves.
    """
    above = [item for item in before if item.kind != "b"]
    numbers = column_numbers(above)
    titles = _titles(above[: len(above) - numbers], body)
    found = next((rows for one in _readings(titles) if (rows := _fitted(one, body))), ())
    found = found or _years(above, body)
    if not found:
        return () if body.is_plain else None
    if any(_PAGES.match(one.item.text) for row in found for one in row):
        return None
    if numbers:
        found = (*found, tuple(Placed(item, column) for column, item in enumerate(above[-numbers:])))
    return found


def _years(above: Sequence[Item], body: Body) -> tuple[Row, ...]:
    """A head of years alone over all columns but that of the labels; a line between them and the rows is a title."""
    if body.is_numbered or body.filled <= _FEWEST_YEARS:
        return ()
    kinds = "".join(item.kind for item in above)
    found = re.search(rf"(?<!y)y{{{body.filled - 1}}}w?$", kinds)
    if found is None:
        return ()
    years = above[found.start() : found.start() + body.filled - 1]
    titles = ((Placed(item, 0),) for item in above[found.start() + len(years) :])
    return (tuple(Placed(item, at) for at, item in enumerate(years, 1)), *titles)


def _titles(above: Sequence[Item], body: Body) -> list[Item]:
    """The lines that may be titles: from the title of the list numbers or of the labels on, or those behind the last
    part's begin.
    """
    first = 0
    for at, item in enumerate(above):
        if item.begins_part or item.kind == "v" or _OF_THE_WHOLE.match(item.text):
            first = at + 1
    titles = list(above[first:])
    labels = next((titles[at:] for at, item in enumerate(titles) if _LABEL_HEAD.match(item.text)), None)
    if body.is_numbered:
        ordinals = (titles[at:] for at, item in enumerate(titles) if _ORDINAL_HEAD.fullmatch(item.text))
        return next(ordinals, labels or [])
    return labels or titles


def _readings(titles: Sequence[Item]) -> Iterator[list[Item]]:
    """Titles as they stand, and with those of two lines whole again."""
    yield list(titles)
    whole = _joined(titles, [item.text[0].islower() for item in titles])
    yield whole
    for one in (list(titles), whole):
        texts = [item.text for item in one]
        twice = {text for text in texts if texts.count(text) > 1}
        for text in twice:
            after = [texts[at + 1] for at in range(len(texts) - 1) if texts[at] == text]
            if len(set(after)) == len(after) == texts.count(text) and text not in after:
                yield _joined(one, [at > 0 and texts[at - 1] == text for at in range(len(texts))])


def _joined(items: Sequence[Item], goes_on: Sequence[bool]) -> list[Item]:
    """``items`` with those that go on the one before made one with it."""
    whole: list[Item] = []
    for item, on in zip(items, goes_on, strict=True):
        if on and whole:
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {item.text}", last=item.last)
        else:
            whole.append(item)
    return whole


def _fitted(titles: Sequence[Item], body: Body) -> tuple[Row, ...]:
    """``titles`` over the columns of ``body``; none where they are too few or too many. Of the list numbers the title
    may be missing.
    """
    if titles and body.is_numbered and not _ORDINAL_HEAD.fullmatch(titles[0].text):
        found = _over_the_labels(titles, body.filled - 1)
        return tuple(tuple(replace(one, column=one.column + 1) for one in row) for row in found)
    count, width = len(titles), body.filled
    is_whole = width <= count <= body.width or (count == width + 1 and _NOTES.match(titles[-1].text) is not None)
    if is_whole and (body.is_numbered or count == width):
        return (tuple(Placed(item, column) for column, item in enumerate(titles)),)
    if not body.is_numbered and count == width - 1 and count:  # the corner above the labels is blank
        return (tuple(Placed(item, column) for column, item in enumerate(titles, 1)),)
    if body.names_columns and 2 < count < width:  # the last title stands over all that are named below it
        reach = width - count + 1
        return (tuple(Placed(item, at, reach if at == count - 1 else 1) for at, item in enumerate(titles)),)
    return _in_two_rows(titles, width) or _over_the_rest(titles, width)


def _over_the_labels(titles: Sequence[Item], width: int) -> tuple[Row, ...]:
    """``titles`` over the labels and the columns behind them."""
    if len(titles) == width:
        return (tuple(Placed(item, column) for column, item in enumerate(titles)),)
    return _in_two_rows(titles, width) or _over_the_rest(titles, width)


def _in_two_rows(titles: Sequence[Item], width: int) -> tuple[Row, ...]:
    """A head with titles over several columns each, the titles below them the same for each: 'SL', '%', 'SL', '%'."""
    groups = len(titles) - width
    if groups < 2:
        return ()
    texts = [item.text for item in titles]
    for size in range(2, width // groups + 1):
        below = texts[-groups * size :]
        if below != below[:size] * groups or len(set(below[:size])) < size:
            continue
        upper, lower = titles[: -groups * size], titles[-groups * size :]
        notes = int(_NOTES.match(upper[-1].text) is not None)
        first = len(upper) - groups - notes
        if first < 1:
            return ()
        row = [Placed(item, at) for at, item in enumerate(upper[:first])]
        row += [Placed(item, first + at * size, size) for at, item in enumerate(upper[first : first + groups])]
        row += [Placed(item, width - 1) for item in upper[first + groups :]]
        return tuple(row), tuple(Placed(item, first + at) for at, item in enumerate(lower))
    return ()


def _over_the_rest(titles: Sequence[Item], width: int) -> tuple[Row, ...]:
    """A head with one title over all that follow it: 'Tổng số', 'Chia ra', 'Lớp 6', 'Lớp 7'."""
    upper = next((at for at, item in enumerate(titles) if at and _DIVIDES.match(item.text)), 0)
    if not upper or len(titles) != width + 1 or width - upper < 2:
        return ()
    row = [Placed(item, at) for at, item in enumerate(titles[:upper])]
    row.append(Placed(titles[upper], upper, width - upper))
    return tuple(row), tuple(Placed(item, at) for at, item in enumerate(titles[upper + 1 :], upper))
