"""``tongket history``: values of past years from a table into the site, with their source and the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongket.cli.office import OfficeError, data_option, open_site
from tongket.cli.options import fail, lang_option
from tongket.cli.spoken import SpokenCommand, SpokenOption
from tongket.errors import TongketError
from tongket.messages import N_, say

if TYPE_CHECKING:
    from tongket.site.people.rights import Actor
    from tongket.site.rounds.models import ProgrammeVersion
    from tongket.site.submissions.services.history import Taken


@click.command(
    cls=SpokenCommand,
    help=N_("Take the values of past years from a table into the site, with their source and the record."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-p", "--programme", cls=SpokenOption, required=True, help=N_("Code of a programme of the site."))
@click.option("--user", cls=SpokenOption, required=True, help=N_("In whose name: a consolidator of the body."))
@click.option("--body", cls=SpokenOption, help=N_("Code of the body that the user acts as, where there are several."))
@click.option(
    "--refused",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    help=N_("Where the rows that are refused are written with their reasons."),
)
@data_option
@lang_option
def history(file: Path, programme: str, user: str, body: str | None, refused: Path | None, data: Path | None) -> None:
    """Exit 2 when nothing can be taken in; what is left out is said with its reason."""
    try:
        open_site(data)
        from tongket.site.submissions.services.history import take_history

        actor, version = _actor(user, body), _version(programme)
        taken = take_history(actor, version, file, refused=refused)
    except TongketError as error:
        fail(error)
    _tell(taken)


def _actor(name: str, body: str | None) -> Actor:
    from tongket.site.people.models import Body, User
    from tongket.site.people.rights import actor_of

    user = User.objects.filter(username=name, is_active=True).first()
    chosen = Body.objects.filter(code=body).first() if body else None
    actor = actor_of(user, chosen.pk if chosen else None) if user else None
    if actor is None or (body and actor.body != chosen):
        raise OfficeError(
            N_("The user {name} has no post at that body."), N_("Name a consolidator of the body."), name=name
        )
    return actor


def _version(code: str) -> ProgrammeVersion:
    from tongket.site.rounds.models import ProgrammeVersion

    version: ProgrammeVersion | None = ProgrammeVersion.objects.filter(code=code).order_by("-version", "-pk").first()
    if version is None:
        raise OfficeError(
            N_("The site has no programme {code}."), N_("Upload it on the page of programmes first."), code=code
        )
    return version


def _tell(taken: Taken) -> None:
    for one in taken.left_out:
        click.echo(f"- {one.values}: {say(one.why, **one.facts)}", err=True)
    for refusal, rows in taken.imported.reasons:
        click.echo(f"- {rows}: {say(refusal.what, **refusal.facts)}", err=True)
    words = N_("{values} values taken in, in {revisions} reports; {same} reports were there already.")
    click.echo(say(words, values=taken.values, revisions=taken.revisions, same=taken.same))
