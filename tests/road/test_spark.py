"""Reading inside Spark: the same bytes as on one machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tongket.errors import ReadError
from tongket.road.many import read_many

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

from samples.folder import write_folder  # noqa: E402 - the package lies under tools/

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    pytest.importorskip("pyspark", reason="PySpark is not installed (the extra 'spark')")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    from tongket.road.spark import spark_session

    with spark_session("local[2]") as running:
        yield running


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of a made-up province, a few that are none, one with marks of patterns in its name."""
    out = tmp_path_factory.mktemp("mau-son")
    write_folder(out, year=2026, programme="ct-06-tu", seed=2026)
    folder = out / "reports"
    (folder / "xa [1]").mkdir()
    shutil.move(min(folder.glob("*.docx")), folder / "xa [1]" / "báo cáo {a,b} 100%.docx")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "trong.txt").write_bytes(b"")
    (folder / "~$ngam.docx").write_bytes(b"lock")
    return folder


def files_of(facts: Path) -> dict[str, bytes]:
    return {str(path.relative_to(facts)): path.read_bytes() for path in facts.rglob("*.*")}


def test_spark_leaves_the_same_behind(session: SparkSession, province: Path, tmp_path: Path) -> None:
    from tongket.road.spark import read_on_spark

    given = province / "dot-bao-cao.yaml"
    there = read_on_spark(session, str(province), tmp_path / "there", "ct-06-tu", round_file=given)
    here = read_many(province, tmp_path / "here", "ct-06-tu", workers=1)
    assert sorted(map(str, there.left_out)) == sorted(map(str, here.left_out))
    assert there == here
    assert there.written > 20
    assert files_of(tmp_path / "there") == files_of(tmp_path / "here")
    again = read_on_spark(session, str(province), tmp_path / "there", "ct-06-tu", round_file=given)
    assert (again.written, again.earlier) == (0, there.written)


def test_a_run_of_one_machine_goes_on_in_spark(session: SparkSession, province: Path, tmp_path: Path) -> None:
    from tongket.road.spark import read_on_spark

    whole = read_many(province, tmp_path / "facts", "ct-06-tu", workers=1)
    work_list = tmp_path / "facts" / "reading-ct-06-tu-1.tsv"
    kept = work_list.read_bytes().splitlines(keepends=True)[:6]
    work_list.write_bytes(b"".join(kept))
    rest = read_on_spark(
        session, str(province), tmp_path / "facts", "ct-06-tu", round_file=province / "dot-bao-cao.yaml"
    )
    assert rest.earlier + rest.written == whole.written
    assert 0 < rest.earlier <= 5


def test_a_folder_that_is_missing_is_said(session: SparkSession, tmp_path: Path) -> None:
    from tongket.road.spark import read_on_spark

    with pytest.raises(ReadError):
        read_on_spark(session, str(tmp_path / "no"), tmp_path / "facts", "ct-06-tu")
