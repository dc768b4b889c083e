"""Words too many, phrases said twice, words of grammar mistyped, 'của' and 'bàn' left out, two marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.wording.spelling import check_spelling

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Xuất hiện ngày càng nhiều các hình thức hợp tác mới.", id="how often something appears"),
        pytest.param("Kế hoạch đã được Ban Chỉ đạo thông qua và đã triển khai.", id="two clauses"),
        pytest.param("Quy chế đã được Hội Phụ nữ đánh giá tốt; đã tổ chức 12 buổi.", id="a verb of who acts"),
        pytest.param("UBND xã cấp 12 giấy phép; vốn do huyện cấp thực hiện 03 dự án.", id="what a level gives"),
        pytest.param("Kinh phí tỉnh cấp xây dựng trường đã có.", id="what a level gave for something"),
        pytest.param("Hồ có bãi giống, bãi đẻ thủy sản.", id="where fish spawn"),
    ],
)
def test_words_in_their_place(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "case", "here"),
    [
        pytest.param("Kết quả của nhiều các thôn còn thấp.", "surplus", "nhiều các", id="two words of number"),
        pytest.param(
            "Việc này đã được Hội Phụ nữ đã tổ chức tốt.", "surplus", "đã được Hội Phụ nữ đã", id="who acts, twice"
        ),
        pytest.param("Phối hợp các ngành, xã cấp tổ chức 12 buổi.", "slip", "xã cấp", id="a level turned round"),
        pytest.param("Triển khai một các nghiêm túc.", "alone", "một các", id="'một cách' mistyped"),
        pytest.param("Số liệu tính đến tại thời điểm báo cáo.", "surplus", "tính đến tại", id="two prepositions"),
        pytest.param(
            "Xã tổ chức giải bóng bàn giải bóng bàn.", "doubled", "giải bóng bàn giải bóng bàn", id="a phrase"
        ),
        pytest.param(
            "Gạo được phát cho người người\nnghèo.", "doubled", "người người", id="'người' before its own word"
        ),
        pytest.param("Thôn làm theo quy quy định.", "doubled", "quy quy", id="behind a word of grammar"),
        pytest.param("Quà của các mạnh mạnh thường quân.", "doubled", "mạnh mạnh", id="the beginning of a fixed term"),
        pytest.param("Có 01 ghe bị chìm tai khu vực bến cá.", "slip", "tai", id="'tại' before a place"),
        pytest.param("Mưa kéo dài; do vây, tiến độ bị chậm.", "slip", "do vây", id="'do vậy' before a comma"),
        pytest.param("Trao bò giống cho cá hộ dân của thôn.", "slip", "cá", id="'các' before those who are counted"),
        pytest.param("Quy đổi theo tỷ giá hối đoán.", "slip", "hối đoán", id="the end of a fixed term"),
        pytest.param("Niêm yết các tục hành chính.", "alone", "các tục hành", id="half of 'thủ tục'"),
        pytest.param("Có sự chỉ đạo cấp ủy.", "left-out", "chỉ đạo cấp ủy", id="'của' before who leads"),
        pytest.param("Mưa lớn trên địa Mường Ví trong hai ngày.", "left-out", "trên địa", id="half of 'địa bàn'"),
        pytest.param("Giá xăng tăng cao.., ảnh hưởng sản xuất.", "marks", "cao..,", id="two dots and a comma"),
        pytest.param("Mừng thọ các cụ 100 tuổi.; lập danh sách.", "marks", "tuổi.;", id="a full stop and a semicolon"),
        pytest.param("Siết chặt kỷ luật kỷ cương.", "comma", "kỷ luật kỷ cương", id="two matters of one rank"),
        pytest.param("Tập huấn cho cán bộ, cấp xã.", "needless-comma", "cán bộ, cấp xã", id="officers of a rank"),
    ],
)
def test_what_is_out_of_place_is_told(body: str, case: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [(case, here.replace("\n", " ") if case == "slip" else here)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Thả cá giống; nuôi cá lồng bè trên hồ.", id="fish"),
        pytest.param("Công an vây bắt đối tượng, do vây chặt nên không thoát.", id="to surround"),
        pytest.param("Phòng chống thiên tai khu vực miền núi.", id="'tai' in its own word"),
        pytest.param("Khắp nơi người người thi đua, nhà nhà thi đua.", id="said twice on purpose"),
        pytest.param("Hồ sơ gồm bản giấy Giấy chứng nhận.", id="a paper named by its kind"),
        pytest.param("Sự quan tâm các hộ nghèo; sự lãnh đạo của Đảng.", id="an object; 'của' where it belongs"),
        pytest.param("Tỉnh có 164 cán bộ, cấp huyện có 295 cán bộ.", id="ranks side by side"),
        pytest.param("Giá xăng, dầu... tăng; sản phẩm giảm so với cùng kỳ.", id="three dots; 'so với'"),
        pytest.param("Sản lượng điện đạt 20 triệu kWh.", id="a verb before its figure"),
        pytest.param("Giá nguyên, vật liệu ổn định; đã đắp gia tải nền đường.", id="half of a word before a comma"),
    ],
)
def test_what_belongs_there_is_left_alone(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Mưa lớn gây sạt lỡ bờ suối. ", id="for a word of every report"),
        pytest.param("Các hộ chăn nuôi nhỏ lẽ. ", id="with a syllable that never stands alone"),
    ],
)
def test_one_slip_made_again_and_again_stays_a_fault(sentence: str) -> None:
    report = read_text(HEAD + TITLE + sentence * 12 + TAIL)
    assert [one.severity for one in check_spelling(report)] == ["warning"] * 12


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("PHÓ CHỦ TICH HỘI ĐỒNG", [("slip", "TICH")], id="a mark lost in capitals"),
        pytest.param("QUYÊT ĐỊNH:", [("slip", "QUYÊT")], id="one of two"),
        pytest.param("ĐẢNG BỘ HUYỆN THANH CHƯƠNG, TRƯỜNG TIỂU HỌC HỢP THANH", [], id="names of places"),
        pytest.param("LÊ VĂN TICH", [], id="a name of a person"),
        pytest.param("Căn cứ Luật Tổ chức HDND năm 2003.", [("short-form", "HDND")], id="the bar of Đ lost"),
        pytest.param("Quyết định về việc về việc lập tổ.", [("doubled", "về việc về việc")], id="a lead written twice"),
        pytest.param("Theo Công văn số Số: 520/PGDĐT-TH.", [("doubled", "số Số")], id="a number led to twice"),
        pytest.param("Luật Công nghiệp công nghệ số số 71/2025/QH15.", [], id="'số' is digital, and number"),
    ],
)
def test_marks_lost_and_words_twice_in_heads_and_titles(
    body: str, found: list[tuple[str, str]], findings_of: Found
) -> None:
    assert [one for one in findings_of(body, "spelling") if one[0] != "capital"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nghị quyết của Trung ương Đảng vể đổi mới giáo dục.", [("slip", "vể")], id="for a word of grammar"
        ),
        pytest.param("Tổ chức lễ hội Lồng tồng.", [], id="the second half of a name"),
    ],
)
def test_what_is_no_word_behind_a_capital(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found
