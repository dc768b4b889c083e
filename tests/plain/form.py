"""Rows of numbers, and lists against how many they announce."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from plain.passage import Family, Passage

_POINTS = (
    "tăng cường tuyên truyền chính sách đến Nhân dân",
    "nâng cao chất lượng đội ngũ cán bộ cơ sở",
    "đẩy mạnh cải cách hành chính",
    "giải quyết kịp thời kiến nghị của người dân",
    "kiểm tra, giám sát thường xuyên ở các thôn",
    "bố trí kinh phí cho hoạt động phong trào",
)
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy")
_TURNS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_LETTERS = "abcdđeg"


def _lines(mark: str) -> Callable[[int, str], str]:
    return lambda at, point: f"{mark.format(at + 1, letter=_LETTERS[at])}{_large(point)}.\n"


_ROWS: dict[str, Callable[[int, str], str]] = {
    "1.": _lines("{}. "),
    "1)": _lines("{}) "),
    "a)": _lines("{letter}) "),
    "1.1.": _lines("1.{}. "),
    "- Nhiệm vụ 1:": _lines("- Nhiệm vụ {}: "),
    "I.": lambda at, point: f"{_ROMAN[at]}. {point.upper()}\nNội dung này đã được triển khai.\n",
    "Một là": lambda at, point: f"{_large(_WORDS[at])} là, {point}.\n",
    "Thứ nhất": lambda at, point: f"Thứ {_TURNS[at]}, {point}.\n",
    "(1)": lambda at, point: f"({at + 1}) {point}; ",
}
_LEAST, _MOST = 3, 6


def numbers_of_a_row(random: Random) -> Passage:
    """Points under numbers of one row; the slip leaves one out, or has one twice."""
    style, slip = random.choice(sorted(_ROWS)), random.choice(("left out", "twice"))
    points = random.sample(_POINTS, random.randint(_LEAST, _MOST))
    order, at = list(range(len(points))), random.randrange(1, len(points))
    wrong = order[:at] + [one + (1 if slip == "left out" else -1) for one in order[at:]]
    first = 1 if style == "I." else 0  # the small report has a part I of its own
    ahead = "" if first else "Trong thời gian tới, xã tập trung các nhiệm vụ sau:\n"

    def say(numbers: Sequence[int]) -> str:
        row = "".join(_ROWS[style](at + first, point) for at, point in zip(numbers, points, strict=True))
        return ahead + row.rstrip("; \n") + ("." if style == "(1)" else "")

    return Passage({"style": style, "slip": slip}, say(order), say(wrong))


_PLACES = ("thôn Khe Lạnh", "thôn Nà Pàn", "thôn Bản Quầy", "thôn Lũng Sa", "thôn Pác Cáp", "thôn Cốc Lầy")
_ANNOUNCED = {
    "places in brackets": "Còn {number} thôn chưa đạt chuẩn ({places}).",
    "places behind 'gồm'": "Có {number} thôn đạt danh hiệu văn hóa, gồm: {places}.",
    "places behind a colon": "Đoàn giám sát của huyện làm việc tại {number} thôn: {places}.",
    "points by semicolons": "Xã triển khai {number} nội dung: {points}.",
    "points in brackets": "Tập trung vào {number} nhóm nhiệm vụ: {numbered}.",
    "points on lines": "Trong thời gian tới tập trung {number} giải pháp sau:\n{lines}",
    "points behind dashes": "Có {number} kiến nghị như sau:\n{dashes}",
    "points in words": "Rút ra {number} bài học kinh nghiệm: {worded}.",
    "documents": "Đã ban hành {number} văn bản: {documents}.",
}


def things_announced(random: Random) -> Passage:
    """A list and how many it announces; the slip is one more or one fewer."""
    shape, many = random.choice(sorted(_ANNOUNCED)), random.randint(_LEAST, _MOST)
    places, points = random.sample(_PLACES, many), random.sample(_POINTS, many)
    listed = {
        "places": f"{', '.join(places[:-1])} và {places[-1]}",
        "points": "; ".join(points),
        "numbered": "; ".join(f"({at}) {point}" for at, point in enumerate(points, 1)),
        "lines": "\n".join(f"{at}. {_large(point)}." for at, point in enumerate(points, 1)),
        "dashes": ";\n".join(f"- {_large(point)}" for point in points) + ".",
        "worded": "; ".join(f"{word} là, {point}" for word, point in zip(_WORDS, points, strict=False)),
        "documents": ", ".join(f"Kế hoạch số {100 * at + random.randint(11, 99)}/KH-UBND" for at in range(1, many + 1)),
    }
    wrong, zero = many + random.choice((-1, 1)), random.choice(("", "0"))
    right, other = (_ANNOUNCED[shape].format(number=f"{zero}{number}", **listed) for number in (many, wrong))
    return Passage({"shape": shape, "slip": "one fewer" if wrong < many else "one more"}, right, other)


def _large(words: str) -> str:
    return words[0].upper() + words[1:]


FAMILIES: dict[str, Family] = {
    "form: numbers of a row": numbers_of_a_row,
    "form: things announced": things_announced,
}
