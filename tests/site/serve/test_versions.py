"""What cares for a data folder leaves one of another version alone, and makes none for a file that is not there."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db.migrations.executor import MigrationExecutor

from tongket.cli.office import restore
from tongket.site.data_folder import DataFolderError
from tongket.site.upgrade import check_version


def test_a_database_of_this_version_is_fit(db: None) -> None:
    check_version()


def test_one_of_an_older_version_is_named(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("people.0005", False)])

    with pytest.raises(DataFolderError) as told:
        check_version()
    assert "tongket serve" in told.value.message("en")


def test_restoring_a_file_that_is_not_there_makes_no_folder(tmp_path: Path) -> None:
    done = CliRunner().invoke(restore, [str(tmp_path / "không-có.zip"), "--data", str(tmp_path / "mới")])

    assert done.exit_code == 2
    assert not (tmp_path / "mới").exists()
