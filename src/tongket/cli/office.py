"""``tongket audit``, ``backup``, ``restore``, ``purge``: the care of a data folder, also while the site runs."""

from __future__ import annotations

import os
from pathlib import Path

import click

from tongket.cli.options import fail, lang_option
from tongket.cli.serve import check_installed
from tongket.cli.spoken import Count, SpokenCommand, SpokenGroup, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say

data_option = click.option(
    "--data",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("The data folder of the site (default: tongket-data below your own folder)."),
)


class OfficeError(TongketError):
    """The data folder cannot be cared for."""


def open_site(data: Path | None, *, is_new: bool = False, is_any_version: bool = False) -> None:
    """Make Django ready on a data folder that is there and of this version, or may be new, or older.

    Raises:
        TongketError: the packages of the site are missing, the folder is none, or is of another version.
    """
    check_installed()
    from tongket.site.data_folder import ENVIRONMENT, open_data_folder

    home = Path(data or os.environ.get(ENVIRONMENT) or Path.home() / "tongket-data")
    if not is_new and not (home / "layout").exists():
        raise OfficeError(
            N_("This is no data folder of the site."), N_("Name the folder with --data."), where=str(home)
        )
    folder = open_data_folder(home)
    os.environ[ENVIRONMENT] = str(folder.home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    from tongket.site.upgrade import check_version, set_up

    set_up()
    if not (is_new or is_any_version):
        check_version()


@click.group(cls=SpokenGroup, help=N_("Look after the record of the site: every change, in chains linked by hash."))
@lang_option
def audit() -> None:
    """Hold the commands on the record."""


@audit.command(help=N_("Make every hash of the record again, and say where it does not hold."))
@data_option
@lang_option
def verify(data: Path | None) -> None:
    """Exit 1 where the record is broken."""
    try:
        open_site(data)
    except TongketError as error:
        fail(error)
    from tongket.site.records import verifying

    found = verifying.verify()
    for one in found.breaks:
        click.echo(one.words)
    told = {"links": found.links, "chains": found.chains, "seals": found.seals, "erased": found.erased}
    if found.breaks:
        click.echo(say(N_("The record is broken in {count} places."), count=len(found.breaks)), err=True)
        raise SystemExit(1)
    click.echo(
        say(
            N_("The record holds: {links} links in {chains} chains, {seals} seals; content erased by law: {erased}."),
            **told,
        )
    )


@click.command(cls=SpokenCommand, help=N_("Copy the site's data into one archive, also while it runs."))
@data_option
@click.option(
    "--to",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("The archive to write, or a folder for it (default: backups in the data folder)."),
)
@lang_option
def backup(data: Path | None, to: Path | None) -> None:
    """Print where the archive lies."""
    try:
        open_site(data, is_any_version=True)
        from tongket.site.backups import back_up

        click.echo(back_up(to))
    except TongketError as error:
        fail(error)
    if os.environ.get("DATABASE_URL"):
        click.echo(say(N_("The database itself is on PostgreSQL and not in it: copy it with pg_dump.")), err=True)


@click.command(cls=SpokenCommand, help=N_("Put a backup back; what was there before is copied first."))
@click.argument("file", type=click.Path(path_type=Path))
@data_option
@lang_option
def restore(file: Path, data: Path | None) -> None:
    """Say where the copy of before lies."""
    try:
        if not file.is_file():
            raise OfficeError(
                N_("There is no such file."), N_("Name a file that `tongket backup` wrote."), where=str(file)
            )
        open_site(data, is_new=True)
        from tongket.site import backups, upgrade

        upgrade.upgrade()
        before = backups.restore(file)
    except TongketError as error:
        fail(error)
    if before:
        click.echo(say(N_("Restored. The database as it was before: {path}"), path=before))
    else:
        click.echo(say(N_("The files are restored; the database itself is restored with pg_restore.")))


@click.command(cls=SpokenCommand, help=N_("Erase the content of one submission, as a law demands; the record says so."))
@click.argument("submission", type=Count(1))
@data_option
@click.option("--reason", cls=SpokenOption, required=True, help=N_("The law or the decision that demands it."))
@lang_option
def purge(submission: int, data: Path | None, reason: str) -> None:
    """Say what was erased."""
    try:
        open_site(data)
        from tongket.site.work.purging import purge as erase

        done = erase(submission, reason)
    except TongketError as error:
        fail(error)
    click.echo(
        say(
            N_(
                "Erased: {values} values, {observations} sent values, {files} files, the content of {links} links, "
                "its values in {snapshots} frozen sets of figures."
            ),
            **done.counts,
        )
    )
    for title in done.reports:
        click.echo(say(N_("Composed anew without it: {title}"), title=title))
    if done.unwritten:
        click.echo(say(N_("Free pages of these tables still hold it. The owner of the database runs:")), err=True)
        click.echo(f"  {done.command}", err=True)
    if done.backups:
        click.echo(say(N_("These still hold it. Make a new one with 'tongket backup', then delete them:")), err=True)
    for path in done.backups:
        click.echo(f"  {path}", err=True)
    click.echo(
        say(N_("Copies that were taken elsewhere, printed or downloaded are known to nobody here: look for them.")),
        err=True,
    )
