"""The code that guards the first run: printed where the site was started, asked for by its first page."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another


def begin_code() -> str:
    """The code of a site without users, a new one at each start; "" where there is a user."""
    path = settings.DATA.begin_code
    if get_user_model().objects.exists():
        path.unlink(missing_ok=True)
        return ""
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(2))
    path.touch(mode=0o600)
    path.write_text(code, encoding="ascii")
    return code


def is_begin_code(typed: str) -> bool:
    """Whether that is the code; without a code nobody may begin."""
    path = settings.DATA.begin_code
    kept = path.read_text("ascii").strip() if path.exists() else ""
    return bool(kept) and secrets.compare_digest(_plain(kept).encode(), _plain(typed).encode())


def _plain(code: str) -> str:
    return "".join(code.upper().replace("-", "").split())
