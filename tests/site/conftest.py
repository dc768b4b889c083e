"""A small province on the site: bodies, one user for each role, a round."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from visits import World, build_world
from whitenoise.middleware import WhiteNoiseMiddleware

from site_makers import TODAY, make_body, make_user
from tongket.site.people.models import Body, Role, User
from tongket.site.people.rights import Actor, actor_of
from tongket.site.rollups.reports import writing
from tongket.site.rounds.models import ProgrammeVersion, Round, Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.programmes import keep_programme
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Saved, Typed, save_values
from tongket.site.submissions.services.sending import send

Fill = Callable[..., list[Saved]]


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONGKET_NOW", f"{TODAY}T09:00:00+07:00")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path | None]:
    """A copy of the migrated database for the processes that test side by side; from what there is, this one begins."""
    if "PYTEST_XDIST_WORKER" not in os.environ or connection.vendor != "sqlite":
        yield None
        return
    copy = tmp_path_factory.getbasetemp().parent / "migrated.sqlite3"
    with closing(sqlite3.connect(connection.creation._get_test_db_name(), uri=True)) as begun:
        if copy.exists():
            with closing(sqlite3.connect(copy)) as file:
                file.backup(begun)
        yield copy


@pytest.fixture(scope="session")
def django_db_setup(migrated: Path | None, django_db_setup: None, django_db_blocker) -> None:
    """The database with its migrations, which take two seconds: one process does them for all."""
    if migrated and not migrated.exists():
        part = migrated.with_suffix(f".{os.getpid()}")
        with closing(sqlite3.connect(part)) as file, django_db_blocker.unblock():
            connection.ensure_connection()
            connection.connection.backup(file)
        part.replace(migrated)


UNITS = """\
id\tkind\tprefix\tname\tparent\tfrom
ms\tprovince\ttỉnh\tMẫu Sơn\tvn\t
ms-01\tcommune\txã\tLũng Ẳng\tms\t2025-07-01
ms-02\tcommune\txã\tNà Lầu\tms\t2025-07-01
"""


@pytest.fixture(autouse=True, scope="session")
def _units_of_its_own() -> None:
    """The office's own units: an invented province."""
    from django.conf import settings as site

    site.DATA.units_file.write_text(UNITS, encoding="utf-8")


@pytest.fixture(autouse=True, scope="session")
def _static_files_found_once() -> Iterator[None]:
    """Each client makes the middleware anew, which then looks for every static file: they are the same ones."""
    look = WhiteNoiseMiddleware.add_files_from_finders
    found: dict[str, object] = {}

    def add_files(self: WhiteNoiseMiddleware) -> None:
        if not found:
            look(self)
            found.update(self.files)
        self.files = dict(found)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(WhiteNoiseMiddleware, "add_files_from_finders", add_files)
        yield


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are written without their PDF, which takes an office suite."""
    monkeypatch.setattr(writing, "find", lambda _: None)


@pytest.fixture
def world(province: Body, commune: Body, open_round: Round, tmp_path: Path, no_office: None) -> World:
    """The world of ``visits``."""
    return build_world(province, commune, open_round, tmp_path)


@pytest.fixture
def province(db: None) -> Body:
    return make_body("ubnd-tinh-mau-son", "UBND tỉnh Mẫu Sơn", level="province", unit="ms")


@pytest.fixture
def commune(province: Body) -> Body:
    return make_body("ubnd-xa-lung-ang", "UBND xã Lũng Ẳng", province, unit="ms-01")


@pytest.fixture
def other_commune(province: Body) -> Body:
    return make_body("ubnd-xa-na-lau", "UBND xã Nà Lầu", province, unit="ms-02")


@pytest.fixture
def clerk(commune: Body) -> User:
    return make_user("canbo", commune, Role.CLERK)


@pytest.fixture
def consolidator(province: Body) -> User:
    return make_user("tonghop", province, Role.CONSOLIDATOR, subtree=True)


@pytest.fixture
def approver(province: Body) -> User:
    return make_user("lanhdao", province, Role.APPROVER, subtree=True)


@pytest.fixture
def acting() -> Callable[[User], Actor]:
    """The actor that a user is."""

    def act(user: User) -> Actor:
        actor = actor_of(user)
        assert actor is not None
        return actor

    return act


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A client as that user."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def programme(db: None) -> ProgrammeVersion:
    return keep_programme("ct-06-tu")


@pytest.fixture
def open_round(programme: ProgrammeVersion, province: Body) -> Round:
    return Round.objects.create(
        name="Sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU",
        programme=programme,
        body=province,
        period_start=dt.date(2026, 1, 1),
        period_end=dt.date(2026, 12, 31),
        state=Round.State.OPEN,
        due=TODAY + dt.timedelta(days=2),
        request_symbol="2147/UBND-NC",
        request_date=dt.date(2026, 10, 5),
    )


@pytest.fixture
def submission(open_round: Round, commune: Body, province: Body) -> Submission:
    return Submission.objects.create(round=open_round, body=commune, reports_to=province, due=open_round.due, asked=34)


@pytest.fixture
def fill(clerk, submission: Submission, acting: Callable[..., Actor]) -> Fill:
    """Type values by indicator: ``fill(**{'QT-01': '12'})``; each against the version that stands."""

    def typed(**values: str) -> list[Saved]:
        versions = dict(Value.objects.filter(submission=submission).values_list("indicator", "version"))
        cells = [Typed(ValuePlace(code, "", "area"), text, versions.get(code, 0)) for code, text in values.items()]
        return save_values(acting(clerk), submission, cells)

    return typed


@pytest.fixture
def sent(clerk, submission: Submission, acting, fill) -> Submission:
    """A commune's report that was sent."""
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "21"})
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    return submission
