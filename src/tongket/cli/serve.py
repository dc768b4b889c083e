"""``tongket serve``: the site, on an embedded database in one data folder or on PostgreSQL (DATABASE_URL)."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
from importlib.util import find_spec
from pathlib import Path

import click

from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import Count, SpokenCommand, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, language, say, use_language

NEEDED = ("django", "argon2", "allauth", "granian", "whitenoise", "django_tasks_db", "axes", "csp", "segno")
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - compared with, not listened at


class ServeError(TongketError):
    """The site cannot be started."""


@click.command(cls=SpokenCommand, help=N_("Run the site: rounds, forms, submissions and approvals in the browser."))
@click.option(
    "--data",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("The folder that keeps everything (default: tongket-data below your own folder)."),
)
@click.option(
    "--host",
    cls=SpokenOption,
    default="127.0.0.1",
    help=N_("Where it listens: 127.0.0.1 for this computer alone (default), 0.0.0.0 for the network."),
)
@click.option(
    "--port",
    cls=SpokenOption,
    type=Count(1, 65535),
    default=8000,
    help=N_("The port of its address (default: 8000)."),
)
@click.option(
    "--demo",
    cls=SpokenOption,
    is_flag=True,
    help=N_(
        "Show a made-up province with two years of rounds, in a folder of its own that is made anew at each start."
    ),
)
@lang_option
def serve(data: Path | None, host: str, port: int, demo: bool) -> None:
    """Prepare the data folder, then serve until Ctrl-C."""
    try:
        check_installed()
        check_free(host, port)
        if demo:
            prepare_demo(data)
        else:
            prepare(data)
    except TongketError as error:
        fail(error)
    from tongket.site.begin import begin_code
    from tongket.site.processes import run_server

    address = f"http://{'localhost' if host in EVERYWHERE else host}:{port}/"
    code, lang = begin_code(), language()

    def ready() -> None:
        use_language(lang)  # it is called in a thread, which begins with the language of nobody
        if code:
            words = N_("There is no user yet. Open {address} and type this code: {code}")
            click.echo(say(words, address=address, code=code))
        click.echo(say(N_("The site runs at {address}; Ctrl-C ends it."), address=address))

    try:
        run_server(host, port, workers=processes(), ready=ready)
    except TongketError as error:
        fail(error)


def processes() -> int:
    """How many processes serve: one a core, at most four. The embedded database writes one transaction at a time
    whatever their number, which is a fifth of the work of a saving; an office's Windows computer has other work to do.
    """
    return 1 if os.name == "nt" else min(os.cpu_count() or 1, 4)


def check_installed() -> None:
    """Raises ServeError where the packages of the site are not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise ServeError(
            N_("The packages of the site are not installed (missing: {names})."),
            N_("Install them with: {command}"),
            names=", ".join(missing),
            command='pip install "tongket[site]"',
        )


def check_free(host: str, port: int) -> None:
    """Raises ServeError where another program listens at the address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ServeError(
                N_("The address {host}:{port} cannot be used: another program uses it, or it is not this computer's."),
                N_("Choose another port with --port, or another address with --host."),
                host=host,
                port=port,
            ) from error


def prepare(data: Path | None) -> None:
    """Open the data folder, bring the database to this version, collect the static files."""
    from tongket.site.data_folder import ENVIRONMENT, open_data_folder

    folder = open_data_folder(data or "")
    os.environ[ENVIRONMENT] = str(folder.home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    os.environ["TONGKET_COLLECTED"] = "1"
    from tongket.site.upgrade import collect_static, set_up, upgrade

    set_up()
    copy = upgrade()
    if copy:
        click.echo(say(N_("The database was brought to this version; a copy of before: {path}"), path=copy), err=True)
    collect_static()


def prepare_demo(data: Path | None) -> None:
    """Make the folder of a demonstration anew, below ``data`` or the temporary folder, and fill it."""
    from tongket.site.demo.folder import fresh_folder

    folder = fresh_folder(data)
    if data is None:
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["TONGKET_DEMO"] = "1"
    click.echo(say(N_("The demonstration is being made: some 20 seconds.")), err=True)
    prepare(folder)
    from django.db import connection

    from tongket.site.demo.build import build

    build()
    connection.close()
