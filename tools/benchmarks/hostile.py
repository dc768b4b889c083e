"""How long texts take that are made to be slow: seconds of CPU to read and check each at 1 and at 4.9 MB.

    python tools/benchmarks/hostile.py [NAME ...] [--megabytes 1 4.9]

No input of up to 5 MB may take more than 20 s; where the greater size takes more than its share, something in the
reading grows faster than its text.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time

from tongket.checking.check import check_report
from tongket.files.open import source_of
from tongket.reading.read import read_source

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ LŨNG ẲNG\n\nSố: 5/BC-UBND\n\nLũng Ẳng, ngày 05 tháng 3 năm 2024\n\n"
    "BÁO CÁO\nTình hình năm 2023\n\n"
)
LINES = {
    "notes": "[{n}] Theo báo cáo của xã.\n",
    "bare notes": "[{n}]\n",
    "raised notes": "Kết quả năm nay¹ cao hơn².\n¹ Chú thích {n}\n² Chú thích\n",
    "tabs": "\t\t\t\n",
    "a tab a word": "a\tb\n",
    "one line of tabs": "a\t",
    "roman headings": "I. Kết quả\n",
    "arabic headings": "1. Kết quả\n",
    "dotted headings": "1.1.1. Kết quả {n}\n",
    "lettered items": "a) Công tác {n}\n",
    "appendices": "PHỤ LỤC\n",
    "dotted numbers": "1.1.1.1.1 ",
    "numbers in a line": "123.456 ",
    "figures": "đạt 12,5% với 1.234 hộ, tăng 5,2% so với 1.100 hộ; ",
    "figure sentences": "Tổng số 120 hộ, trong đó 50 hộ nghèo, 70 hộ cận nghèo, đạt 41,7%.\n",
    "small tables": "TT\tNội dung\tSố lượng\n1\tHộ nghèo\t12\n2\tHộ cận nghèo\t15\n\nKết quả như trên.\n\n",
    "one table": "{n}\tHộ nghèo xã {n}\t12\t15\n",
    "bars": "| a | 1 | 2 |\n",
    "marked cells": "**a**\t",
    "headings of tables": "I. Kết quả\nTT\tSố lượng\n1\t12\n2\t15\n\n",
    "headings with symbols": "II. Kết quả thực hiện Quyết định số {n}/QĐ-UBND và Chỉ thị số {n}-CT/TU\n",
    "dashes": "- Công tác: Kết quả tốt.\n",
    "stars": "**a** *b* ",
    "open marks": "*a _b <b>c ",
    "brackets": "((((([[[[[",
    "quotes": '“"”',
    "colons": "a: b: c:",
    "citations": "Quyết định số {n}/QĐ-UBND ngày 01/02/2023 của Ủy ban nhân dân tỉnh; ",
    "symbols": "{n}/QĐ-UBND ",
    "dates": "ngày 01/02/2023 ",
    "acronyms": "UBND MTTQ BCĐ ",
    "recipients": "Nơi nhận:\n- Như trên;\n",
    "signatures": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n",
    "types": "BÁO CÁO\n",
    "one letter": "a",
    "blanks": " ",
    "blanks behind numbers": "Xã có 120 hộ, đạt 33,3%" + 1_500 * " ",
    "blank lines": "\n \n",
    "dots": ".",
    "dot blanks": "Số hộ: ......... ",
    "combining": "a\u0301",
    "invisible": "a\u200b",
    "capital lines": "KẾT QUẢ THỰC HIỆN\n",
    "wholes": "120 hộ gồm: ",
    "slips": "của của tỉnh ",
    "short lines": "a\n",
    "long words": "Nguyễn" * 20 + " ",
    "rates of others": "5 hộ chiếm 6% tổng số ",
    "rates in a row": "đạt 5% 6% 7% ",
    "lists of lists": "120 hộ gồm: 5 hộ, 6 hộ, 7 hộ, ",
    "lists in brackets": "120 hộ (5 hộ, 6 hộ, ",
    "sums": "5 hộ, 6 hộ, tổng cộng 11 hộ, ",
    "changes": "5 hộ, tăng 2 hộ (20%) so với năm trước (3 hộ), ",
    "shares": "đạt 12/15 thôn (80%), ",
    "open brackets": "5 hộ (",
    "money": "500 đồng, ",
    "plans": "kế hoạch giao 150 hộ, thực hiện 160 hộ, đạt 106,7% kế hoạch; ",
    "respectively": "lần lượt là 5, 6, 7 hộ, ",
    "rows of one label": "- Cấp xã\t5\t6\n",
    "rows and their text": "- Cấp xã\t{n}\t6\nXã nói cấp xã 1{n}\n",
    "totals of tables": "TT\tTên\tTổng\n1\ta\t5\nTổng\t\t6\n\n",
    "items with figures": "1. Kết quả đạt 5 hộ:\n- Có 3 hộ;\n",
    "full-width letters": "ａ",
    "Cyrillic words": "аb ",
    "long counted words": "Có 5 mô hình " + "a" * 300 + " ",
    "dots before a stroke": "/ " + "…" * 20_000,
    "terms": "I. Nhiệm vụ\n" + "trước " * 20_000,
    "terms of tasks": "I. Nhiệm vụ\nHoàn thành trước ngày 05/3/2020 ",
    "steps": "thụ lý ngày 22/4/2026, kết luận ngày 08/4/2026; ",
    "denials": "chưa tổ chức mô hình dân vận khéo. ",
    "harm denied": "Lốc làm 14 nhà bị tốc mái. Không có thiệt hại về người và tài sản. ",
    "epidemics denied": "Tiêu hủy 34 con lợn. Chưa phát hiện dịch bệnh trên đàn vật nuôi. ",
    "yields": "năng suất đạt 53 tạ/ha, sản lượng đạt 715,5 tấn. ",
    "contents asked": "báo cáo ba nội dung: một, hai và ba. ",
    "grades": "+ Giỏi: 48 em (30%) + Khá: 88 em (45%) ",
    "names of laws": "Luật cán bộ công chức ",
    "stages of a matter": "+ Đất đai: 20 hồ sơ, đang giải quyết: 20 hồ sơ; ",
    "wholes of one list": "gồm 05 xã: ",
    "labels denied": "Lũ làm 14 nhà bị ngập.\n\nNhà bị ngập: Không có.\n",
    "slips between words": "tra tình trật ",
    "units of units": "xã Hòa Phong, huyện Mẫu Sơn, ",
    "conclusions between tables": "kết luận ngày 08/4/2026;\na\tb\n; 120 hộ gồm: 5 hộ, 6 hộ, ",
    "directives of an opening": "\n \n, {n}/QĐ-UBND ",
    "rules of two bodies": "Quy chế số {n}/QCPH-UBND-HCCB phối hợp công tác giai đoạn 2021 - 2025;\n",
    "a sentence of directives": "Sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU về vận động quần chúng vào các đoàn thể ",
    "later notes": "Ban hành Kế hoạch số {n}/KH-UBND[{n}] thực hiện Chỉ thị số 5-CT/TU\n",
    "words of days to come": "đến tới nay ",
    "symbols of units": "5 Km ",
    "articles of no rule": "theo Điều này ",
    "late dossiers": "quá hạn 5 hồ sơ ",
    "days that follow": "ngày 08/4/2026, sau khi có kết luận kiểm tra, công bố ngày 07/4/2026 ",
    "states of tasks": "\tĐang thực hiện\ta",
    "tables between citations": "TT\tTên\n1\ta\n\nTheo Quyết định số {n}/QĐ-UBND ngày 01/02/2023:\n\n",
    "promised appendices": "Chi tiết tại Phụ lục {n} kèm theo Báo cáo.\nPHỤ LỤC {n}\nTT\tTên\tSố\n1\tHộ\t5\n\n",
    "what all do and some": "các xã đều tổ chức lễ hội văn hóa, 2/9 xã tổ chức ngày hội văn hóa dân tộc trong năm. ",
    "ways of groups": "11 nhóm hàng: hàng ăn tăng, ",
    "fractions of numbers": "còn 2/11 chi hội, tức gần 1/3 số chi hội, ",
    "changes of two years": "từ 120 hộ lên 150 hộ, tăng 30 hộ; ",
    "means of parts": "bình quân 12 hộ/thôn, với 5 thôn có 60 hộ; ",
    "flows of a year": "đầu kỳ 5 hộ, tăng 3 hộ, giảm 2 hộ, cuối kỳ 6 hộ; ",
    "calculations": "12 hộ x 3 + 5 = 40; ",
    "cells a line": "{n}\nXã Lũng Ẳng\n120\n15\n12,5\n",
    "units of many tables": (
        "TT\tTên\tSố\n1\tKhe Lạnh\t{n}\n2\tNà Pàn\t{n}\n3\tLũng Ẳng\t{n}\n\nKhe Lạnh có {n} hộ.\n\n"
    ),
}
"""Texts by name: what is repeated after a head; ``{n}`` is its number."""


def hostile_text(name: str, characters: int) -> str:
    """About ``characters`` of the text ``name``."""
    unit = LINES[name]
    times = characters // len(unit)
    body = "".join(unit.replace("{n}", str(n)) for n in range(1, times)) if "{n}" in unit else unit * times
    return (HEAD + body)[:characters]


def seconds(name: str, data: bytes) -> float:
    """CPU seconds to read and check ``data`` as a plain text."""
    gc.collect()
    start = time.process_time()
    check_report(read_source(source_of(data, f"{name}.txt")))
    return time.process_time() - start


def hostile_bytes(name: str, megabytes: float) -> bytes:
    """The text ``name`` of that many megabytes of UTF-8."""
    size = int(megabytes * 1_000_000)
    return hostile_text(name, size).encode()[:size].decode(errors="ignore").encode()


def run(names: list[str], sizes: list[float]) -> bool:
    """Print a line for each text; whether none took more than 20 s."""
    is_right = True
    print("  ".join([f"{'text':<20}", *(f"{size:>6} MB" for size in sizes), " growth"]))
    for name in names:
        spent = [seconds(name, hostile_bytes(name, size)) for size in sizes]
        growth = spent[-1] / max(spent[0], 0.01)
        print("  ".join([f"{name:<20}", *(f"{one:>9.2f}" for one in spent), f"{growth:>7.1f}"]), flush=True)
        is_right &= max(spent) <= 20
    return is_right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(LINES)} (default: all)")
    parser.add_argument("--megabytes", nargs="+", type=float, default=[1, 4.9])
    arguments = parser.parse_args()
    gc.set_threshold(20_000, 20, 20)  # as the command, the site and their processes do
    if wrong := set(arguments.names) - set(LINES):
        parser.error(f"no such text: {', '.join(sorted(wrong))}")
    sys.exit(0 if run(arguments.names or list(LINES), arguments.megabytes) else 1)


if __name__ == "__main__":
    main()
