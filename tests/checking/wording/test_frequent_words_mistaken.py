"""Frequent words for which a slip wrote another word, or none: told by the company that the other word keeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.vietnamese.words import lexicon, mistaken

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Khai thác cát trái phép ở bến sông giảm.", id="sand that is dug"),
        pytest.param("Người dân lo sợ, ban ngày cũng ở nhà.", id="fear"),
        pytest.param("Vùng sâu, vùng xa, thị trấn đều có điện.", id="far off"),
        pytest.param("Theo cac te la mot so do.", id="a text without marks"),
        pytest.param("Xã thu gom tro bếp và rác thải.", id="ashes"),
        pytest.param("Trường dạy ngành dược cho con em xã.", id="pharmacy"),
        pytest.param("Buổi trưa các thôn nghỉ họp.", id="noon"),
        pytest.param("Đội bảo tồn voi rừng đã lập xong.", id="elephants"),
        pytest.param("Thôn trồng cây có múi, rau húng và vầu.", id="rare words of farming"),
        pytest.param("Đoàn viên noi gương người tốt.", id="an example that is followed"),
    ],
)
def test_words_in_their_own_company(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Xã đã chỉ đạo cát phòng chuyên môn.", "cát", id="'các'"),
        pytest.param("Tổ bàn giao tro các thôn ba máy bơm.", "tro", id="'cho'"),
        pytest.param("Số việt đã làm còn ít.", "việt", id="'việc', a small letter"),
        pytest.param("Nhiệm vụ dược giao trong quý đã xong.", "dược", id="'được'"),
        pytest.param("Chủ tịch giao các sỡ, ban, ngành.", "sỡ", id="'sở', before a comma"),
        pytest.param("Nhiều bô, ngành đã vào cuộc.", "bô", id="'bộ', before a comma"),
        pytest.param("Các phường, xà trong vùng đã họp.", "xà", id="'xã', behind a comma"),
        pytest.param("Thực hiện nghiêm cac quy định của thôn.", "cac", id="'các', beside a word without marks"),
        pytest.param("Hai thôn bà còn nông dân đã gieo sạ.", "còn", id="'con', in a formula"),
        pytest.param("Ba hộ trưa nộp quỹ của thôn.", "trưa", id="'chưa'"),
    ],
)
def test_words_out_of_their_company(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Bộ phhạn chuyên môn của xã đã họp.", "Bộ phhạn", id="a letter twice, and a mark lost"),
        pytest.param("Lũ đã nàm nhiều nhà hư hỏng.", "nàm", id="'l' and 'n' taken for each other"),
        pytest.param("Tránh trùng lặp teong hoạt động chung.", "teong", id="the key beside, in a word of grammar"),
        pytest.param("Thôn chịu trách nhim trước xã.", "trách nhim", id="a vowel lost with its tone"),
        pytest.param("Xã đã khắc phục ngững khó khăn.", "ngững", id="'nh' and 'ng'"),
        pytest.param("Quyết định thu hồi đấc và nhà kho.", "đấc", id="'c' for 't' at the end"),
    ],
)
def test_no_words_at_all(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


def test_every_word_that_may_be_mistaken_is_a_word() -> None:
    assert mistaken().keys() <= lexicon().all


def test_a_text_that_was_cut_in_a_word_has_no_slip_there(found_in: Found) -> None:
    whole = "Các thôn đã họp bàn việc sửa đường và nạo vét mương. " * 30
    assert found_in(f"{whole}Đội ngũ cán bộ có trách nhiệ\n", "spelling") == []
