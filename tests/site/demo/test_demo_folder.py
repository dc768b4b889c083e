"""Where a demonstration may be made, and that it says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from tongket.cli import serve as serve_command
from tongket.cli.commands import cli
from tongket.site.demo import province
from tongket.site.demo.folder import DemoError, fresh_folder


def test_a_folder_of_its_own_is_wiped_and_another_is_not_touched(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    home = fresh_folder(tmp_path)
    (home / "typed").write_text("x")
    assert not (fresh_folder(tmp_path) / "typed").exists()

    other = tmp_path / "office"
    (other / "demo").mkdir(parents=True)
    (other / "demo" / "work.docx").write_text("x")
    with pytest.raises(DemoError):
        fresh_folder(other)
    assert (other / "demo" / "work.docx").exists()


def test_a_database_server_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://server/tongket")
    answer = CliRunner().invoke(cli, ["serve", "--demo", "--data", str(tmp_path), "--port", "8951", "--lang", "en"])
    assert answer.exit_code == 2
    assert "DATABASE_URL" in answer.stderr
    assert serve_command.os.environ.get("TONGKET_DEMO") is None


@pytest.mark.django_db
def test_the_page_to_sign_in_names_the_accounts_of_the_demonstration_alone(clerk, settings) -> None:
    plain = Client().get("/accounts/login/").content.decode()
    assert "data-demo-accounts" not in plain
    assert province.PASSWORD not in plain

    settings.DEMO = True
    settings.TEMPLATES = [dict(settings.TEMPLATES[0], OPTIONS=_with_accounts(settings.TEMPLATES[0]["OPTIONS"]))]
    page = Client().get("/accounts/login/").content.decode()
    assert "data-demo-accounts" in page
    assert 'class="demo"' in page
    for one in province.ACCOUNTS:
        assert one.username in page


def _with_accounts(options: dict[str, object]) -> dict[str, object]:
    return {**options, "context_processors": [*options["context_processors"], "tongket.site.demo.province.shown"]}
