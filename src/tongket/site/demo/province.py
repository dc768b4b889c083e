"""The province of Mẫu Sơn: its units, bodies and accounts. All of it is made up."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.site.people.words import role_name

UNIT = "mau-son"
NAME = "Mẫu Sơn"
PASSWORD = "mau-son-chay-thu"  # noqa: S105 - shown to everybody on the page where one signs in
COMMUNES = (
    ("phường", "Mẫu Sơn Đông"), ("phường", "Mẫu Sơn Tây"), ("phường", "Kỳ Sa"), ("phường", "Bến Lục"),
    ("phường", "Tam Khê Hạ"), ("xã", "Nậm Khuổi"), ("xã", "Lũng Ẳng"), ("xã", "Khau Slòng"), ("xã", "Pác Rạo"),
    ("xã", "Phja Mạ"), ("xã", "Nà Pheo Thượng"), ("xã", "Đồng Giềng"), ("xã", "Cốc Mười"), ("xã", "Bình Khê Hạ"),
    ("xã", "Yên Khê Thượng"), ("xã", "Thanh Lũng"), ("xã", "Suối Đá Trắng"), ("xã", "Vàng Sủi Cao"),
    ("xã", "Tả Ngải Dìn"), ("xã", "Keo Lượng"), ("xã", "Hang Kia Mới"), ("xã", "Khuôn Hà Đông"),
    ("xã", "Bản Lầu Xuôi"), ("xã", "Đèo Lũng Gạo"),
)  # fmt: skip
DEPARTMENTS = (
    ("snv", "Sở Nội vụ"),
    ("stc", "Sở Tài chính"),
    ("sdttg", "Sở Dân tộc và Tôn giáo"),
    ("svhttdl", "Sở Văn hóa, Thể thao và Du lịch"),
)
CLERKS_AT = "Nậm Khuổi"  # the commune whose clerk and records officer have accounts


@dataclass(frozen=True, slots=True)
class Account:
    """An account that anybody may sign in with: the role, and where it holds."""

    username: str
    role: str
    body: str  # place of a commune; "" = the province's

    @property
    def role_name(self) -> str:
        """The role in the language in use."""
        return role_name(self.role)


ACCOUNTS = (
    Account("canbo", "clerk", CLERKS_AT),
    Account("vanthu", "records", CLERKS_AT),
    Account("tonghop", "consolidator", ""),
    Account("lanhdao", "approver", ""),
    Account("thanhtra", "inspector", ""),
    Account("quantri", "administrator", ""),
)


def units_file() -> str:
    """The province and its communes as a units file (docs/units.md)."""
    rows = ["id\tkind\tprefix\tname\tparent\tfrom", f"{UNIT}\tprovince\ttỉnh\t{NAME}\tvn\t"]
    rows += [f"{unit_id(number)}\tcommune\t{kind}\t{name}\t{UNIT}\t" for number, (kind, name) in enumerate(COMMUNES)]
    return "\n".join(rows) + "\n"


def unit_id(number: int) -> str:
    """The id of the commune at that place of ``COMMUNES``."""
    return f"{UNIT}-{number + 1:02}"


def shown(_request: object) -> dict[str, object]:
    """For the templates of the demonstration: its accounts and their password."""
    return {"demo_accounts": ACCOUNTS, "demo_password": PASSWORD}
