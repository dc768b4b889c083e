"""A small world in which every page has something to show, and the list of visits: who looks at which route, and where.

A route that a GET can show must stand in ``VISITS``; one that shows no page of its own, in ``NO_PAGE`` with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from submissions.test_reading import BODY, HEAD
from submissions.test_ways_workbook import cell_of, opened, saved

from site_makers import make_body, make_user
from tongket.programmes.load import load_programme
from tongket.site.documents.models import Document
from tongket.site.documents.services.registering import Fields, register, relate
from tongket.site.people.models import Body, Role, User
from tongket.site.people.rights import Actor, actor_of
from tongket.site.records.models import Link
from tongket.site.rollups.models import ReportDraft
from tongket.site.rounds.coverage_export import start_export
from tongket.site.rounds.models import ProgrammeDraft, Round, Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Upload, Value
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.reviewing import Returned, comment, return_places
from tongket.site.submissions.services.sealed import seal
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.workbook import workbook_of
from tongket.writing.blank_letter import write_letter

LONG = "Ủy ban nhân dân xã Nà Pheo Thượng Khuổi Lùng Đông Nghiêng"
REASON = "Lời văn ghi 21 hội nghị, biểu ghi 20. Đề nghị xã rà soát, đối chiếu với sổ theo dõi rồi sửa lại."
ROLES = {
    "clerk": Role.CLERK,
    "records": Role.RECORDS,
    "consolidator": Role.CONSOLIDATOR,
    "approver": Role.APPROVER,
    "inspector": Role.INSPECTOR,
    "administrator": Role.ADMINISTRATOR,
}


@dataclass
class World:
    """Users by role, and the numbers of what the addresses name."""

    users: dict[str, User] = field(default_factory=dict)
    ids: dict[str, object] = field(default_factory=dict)

    def actor(self, role: str) -> Actor:
        """The actor that a role is."""
        actor = actor_of(self.users[role])
        assert actor is not None
        return actor

    def client(self, role: str) -> Client:
        """A client signed in as that role."""
        client = Client()
        client.force_login(self.users[role], backend="django.contrib.auth.backends.ModelBackend")
        return client


def build_world(province: Body, commune: Body, open_round: Round, tmp_path: object) -> World:
    """The province, one commune whose report came back, one that is typing, one with a long name that has sent."""
    world = World()
    far = make_body("ubnd-xa-na-pheo", LONG, province, unit="ms-02")
    typing = make_body("ubnd-xa-keo-luong", "UBND xã Keo Lượng", province)
    for role, code in ROLES.items():
        below = role in ("clerk", "records")
        world.users[role] = make_user(f"{role}.user", commune if below else province, code, subtree=not below)
    for name, body in (("far", far), ("typing", typing)):
        world.users[name] = make_user(name, body, Role.CLERK)
    world.users["nobody"] = make_user("chua-co-quyen", province)
    rows = {
        name: Submission.objects.create(round=open_round, body=body, reports_to=province, due=open_round.due, asked=84)
        for name, body in (("returned", commune), ("sent", far), ("open", typing))
    }
    world.ids |= {"round": open_round.pk, "body": commune.pk, "day": 0}
    world.ids |= {name: row.pk for name, row in rows.items()}
    _answer(world, rows)
    _ask(world, open_round, tmp_path)
    _register(world)
    _people(world)
    return world


def _answer(world: World, rows: dict[str, Submission]) -> None:
    """Reports read and sent, one cell returned, a workbook that waits, a sealed file brought back."""
    for name, role, place in (("returned", "clerk", "LŨNG ẲNG"), ("sent", "far", "NÀ LẦU")):
        text = (HEAD + BODY).replace("LŨNG ẲNG", place).replace("Lũng Ẳng", place.title())
        report = SimpleUploadedFile("Báo cáo của xã.txt", text.encode())
        world.client(role).post(f"/submissions/{rows[name].pk}/report", {"file": report})
        Value.objects.filter(submission=rows[name]).update(confirmed="Cán bộ tổng hợp")
        _type(world, role, rows[name], **{"QT-05": "3", "QT-06": "12.500.000.000"})
        rows[name].refresh_from_db()
        send(world.actor(role), rows[name], rows[name].edition)
        rows[name].refresh_from_db()
    back = [Returned("value:QT-03/@area", REASON)]
    comment(world.actor("approver"), rows["returned"], "value:QT-04/@area", "Số này lấy từ đâu?")
    return_places(world.actor("approver"), rows["returned"], rows["returned"].edition, back, rows["returned"].due)
    _type(world, "typing", rows["open"], **{"QT-01": "12", "QT-04": "khoảng 560", "QT-02": "không phát sinh"})
    book = opened(workbook_of(rows["open"]))
    cell_of(book, "QT-01").value, cell_of(book, "QT-04").value = 15, "không rõ bao nhiêu"
    file = SimpleUploadedFile("biểu.xlsx", saved(book))
    world.client("typing").post(f"/submissions/{rows['open'].pk}/workbook", {"file": file})
    world.ids["workbook"] = Upload.objects.get(kind="workbook").pk
    file = SimpleUploadedFile("xa.tongket", seal(rows["sent"]))
    world.client("consolidator").post(f"/submissions/rounds/{rows['sent'].round_id}/sealed", {"file": file})
    world.ids["sealed"] = Upload.objects.get(kind="sealed").pk


def _type(world: World, role: str, row: Submission, **values: str) -> None:
    save_values(world.actor(role), row, [Typed(ValuePlace(code, "", "area"), text) for code, text in values.items()])


def _ask(world: World, open_round: Round, folder: object) -> None:
    """A round that is a draft, a programme read from a letter, a report written, a workbook exported."""
    client = world.client("consolidator")
    draft = Round.objects.get(pk=open_round.pk)
    draft.pk, draft.state, draft.plan = (
        None,
        Round.State.DRAFT,
        {"groups": ["commune/ubnd"], "dues": {"commune": "2026-11-20"}},
    )
    draft.save()
    world.ids["draft-round"] = draft.pk
    world.ids["programme"] = open_round.programme_id
    path = folder / "de-cuong.docx"  # type: ignore[operator]
    write_letter(load_programme("ct-06-tu"), path)
    letter = SimpleUploadedFile("de-cuong.docx", path.read_bytes())
    client.post("/rounds/programmes/draft", {"letter": letter})
    world.ids["draft-programme"] = ProgrammeDraft.objects.get().pk
    client.post(f"/rollups/{open_round.pk}/report", {"view": "reported"})
    world.ids["report"] = ReportDraft.objects.get().pk
    answer = client.post(f"/rollups/{open_round.pk}/export", {"view": "reported"})
    world.ids["export"] = int(re.search(r"/export/(\d+)", answer["Location"])[1])
    asker = world.actor("consolidator")
    world.ids["coverage"] = start_export(asker, open_round.programme.code, asker.body).pk
    world.client("administrator").post("/rounds/calendar/enter", {"day": "19/11/2026", "reason": "Nghỉ do bão"})


def _register(world: World) -> None:
    actor = world.actor("consolidator")
    fields = {"issuer": "Ban Thường vụ Tỉnh ủy", "subject": "về đổi mới công tác dân vận trong tình hình mới"}
    directive = register(actor, Fields("Chỉ thị", "12-CT/TU", "2021-09-07", **fields))
    plan = register(actor, Fields("Kế hoạch", "318/KH-UBND", "2021-11-02", issuer_body=actor.body, **fields))
    relate(actor, plan, "implements", directive)
    Document.objects.create(body=actor.body, symbol="41/KH-UBND", type="Kế hoạch", date="2023-11")
    world.ids |= {"document": directive.pk, "link": Link.objects.filter(chain__startswith="submission").first().pk}


def _people(world: World) -> None:
    answer = world.client("administrator").post(f"/people/bodies/{world.ids['body']}/invite", {"role": "clerk"})
    world.ids["secret"] = re.search(r"/people/join/([\w-]+)", answer.content.decode())[1]
    world.client("clerk").post("/people/me/tokens", {"name": "Phần mềm kế toán", "scope": "read", "days": "30"})
    lent = {"grant": world.users["clerk"].grants.get().pk, "to": "records.user", "starts": "20/11/2026"}
    world.client("clerk").post("/people/me/lending", {**lent, "ends": "30/11/2026"})


@dataclass(frozen=True)
class Visit:
    """Who looks at a page, and its address: a route with the names of ``World.ids`` in braces."""

    route: str
    role: str
    address: str
    status: int = 200


def _of(role: str, *pairs: tuple[str, str]) -> tuple[Visit, ...]:
    return tuple(Visit(route, role, address) for route, address in pairs)


VISITS = (
    *_of(
        "",
        ("account_login", "/accounts/login/"),
        ("account_inactive", "/accounts/inactive/"),
        ("people:join", "/people/join/{secret}"),
        ("socialaccount_login_cancelled", "/accounts/office/tied/login/cancelled/"),
    ),
    *_of(
        "clerk",
        ("work:home", "/"),
        ("work:search", "/search?q=báo"),
        ("work:search", "/search?q=zzz"),
        ("work:notices", "/notices"),
        ("work:help", "/help"),
        ("people:me", "/people/me"),
        ("people:sessions", "/people/me/sessions"),
        ("people:lending", "/people/me/lending"),
        ("people:tokens", "/people/me/tokens"),
        ("account_change_password", "/accounts/password/change/"),
        ("account_reauthenticate", "/accounts/reauthenticate/"),
        ("account_logout", "/accounts/logout/"),
        ("mfa_index", "/accounts/2fa/"),
        ("mfa_list_webauthn", "/accounts/2fa/webauthn/"),
        ("socialaccount_connections", "/accounts/office/tied/"),
        ("submissions:form", "/submissions/{returned}/"),
        ("submissions:sent", "/submissions/{returned}/sent"),
        ("submissions:paper", "/submissions/{returned}/paper"),
        ("submissions:paper", "/submissions/{returned}/paper?blank=1"),
        ("submissions:ways", "/submissions/{returned}/ways"),
        ("submissions:narrative", "/submissions/{returned}/narrative"),
        ("submissions:offers", "/submissions/{returned}/elsewhere"),
        ("submissions:review", "/submissions/{returned}/review"),
        ("rounds:list", "/rounds/"),
        ("rounds:show", "/rounds/{round}/"),
        ("rounds:form", "/rounds/{round}/form"),
        ("documents:add", "/documents/add"),
    ),
    *_of(
        "typing",
        ("work:home", "/"),
        ("submissions:form", "/submissions/{open}/"),
        ("submissions:narrative", "/submissions/{open}/narrative"),
        ("submissions:workbook-preview", "/submissions/{open}/workbook/{workbook}"),
    ),
    *_of("far", ("submissions:form", "/submissions/{sent}/"), ("submissions:ways", "/submissions/{sent}/ways")),
    *_of("records", ("submissions:ways", "/submissions/{returned}/ways")),
    *_of(
        "consolidator",
        ("work:home", "/"),
        ("rounds:list", "/rounds/"),
        ("rounds:new", "/rounds/new"),
        ("rounds:show", "/rounds/{round}/"),
        ("rounds:show", "/rounds/{draft-round}/"),
        ("rounds:edit", "/rounds/{draft-round}/edit"),
        ("rounds:remind", "/rounds/{round}/remind?who=all"),
        ("rounds:dues", "/rounds/{round}/dues"),
        ("rounds:coverage", "/rounds/coverage"),
        ("rounds:coverage-file", "/rounds/coverage/files/{coverage}"),
        ("rounds:calendar", "/rounds/calendar?month=2026-11"),
        ("rounds:programmes", "/rounds/programmes"),
        ("rounds:programme", "/rounds/programmes/{programme}/"),
        ("rounds:draft", "/rounds/drafts/{draft-programme}/"),
        ("submissions:received", "/submissions/rounds/{round}/received"),
        ("submissions:sealed-preview", "/submissions/rounds/{round}/sealed/{sealed}"),
        ("submissions:review", "/submissions/{sent}/review"),
        ("rollups:list", "/rollups/"),
        ("rollups:show", "/rollups/{round}/"),
        ("rollups:show", "/rollups/{round}/?by=units"),
        ("rollups:number", "/rollups/{round}/number?indicator=QT-01"),
        ("rollups:exported", "/rollups/{round}/export/{export}"),
        ("rollups:report", "/rollups/reports/{report}/"),
        ("documents:list", "/documents/"),
        ("documents:show", "/documents/{document}/"),
        ("documents:edit", "/documents/{document}/edit"),
        ("documents:cascade", "/documents/{document}/cascade"),
        ("documents:cascade", "/documents/{document}/cascade?view=list"),
    ),
    *_of("approver", ("work:home", "/"), ("submissions:review", "/submissions/{sent}/review")),
    *_of("inspector", ("work:record", "/record/"), ("work:link", "/record/{link}"), ("work:home", "/")),
    *_of(
        "administrator",
        ("people:bodies", "/people/bodies"),
        ("people:body", "/people/bodies/{body}"),
        ("people:add-body", "/people/bodies/{body}/add"),
        ("people:import", "/people/bodies/import"),
        ("people:invite-many", "/people/bodies/invite"),
        ("work:record", "/record/?chain=nothing:1"),
    ),
    Visit("socialaccount_login_error", "", "/accounts/office/tied/login/error/", 401),
    Visit("", "clerk", "/no/such/page", 404),
    Visit("", "clerk", "/submissions/{returned}/workbook/{workbook}", 404),
    Visit("", "administrator", "/rounds/{round}/dues", 403),
    Visit("", "nobody", "/", 403),
)
"""Every page, by who may see it: the account's pages by their owner, the others in the states that they have."""

NO_PAGE = {
    "interface:language": "goes back to where the reader was",
    "people:begin": "a site without users: a test of its own",
    "people:units": "a list that a field fetches",
    "people:import-template": "a workbook",
    "people:import-refused": "a workbook, where a sheet waits",
    "people:import-links": "a workbook, where links were made",
    "rounds:coverage-workbook": "a workbook",
    "documents:cascade-workbook": "a workbook",
    "rounds:file": "a file",
    "rounds:begin-draft": "goes on to the draft",
    "rollups:charts": "a part that the page fetches",
    "rollups:figure": "a part that the page fetches",
    "rollups:report-file": "a file",
    "submissions:cell": "a part that the form fetches",
    "submissions:event": "a part that the page fetches",
    "submissions:reading": "a part that the form fetches",
    "submissions:attached": "a part that the page fetches",
    "submissions:offered": "a part that the form fetches",
    "submissions:signing": "a part that the page fetches",
    "submissions:received-progress": "a part that the page fetches",
    "submissions:file": "a file",
    "submissions:sealed": "a file",
    "submissions:workbook": "a workbook",
    "submissions:workbook-refused": "a workbook",
    "submissions:reply-refused": "a workbook, where a reply has cells that cannot be taken",
    "mfa_activate_totp": "with a second factor: a test of its own",
    "mfa_add_webauthn": "with a passkey: a test of its own",
    "mfa_authenticate": "the second step of signing in: a test of its own",
    "mfa_deactivate_totp": "with a second factor: a test of its own",
    "mfa_view_recovery_codes": "with a second factor: a test of its own",
    "mfa_generate_recovery_codes": "with a second factor: a test of its own",
    "mfa_download_recovery_codes": "a file",
    "mfa_remove_webauthn": "with a passkey: a test of its own",
    "mfa_reauthenticate": "with a second factor: a test of its own",
    "mfa_reauthenticate_webauthn": "with a passkey: a test of its own",
    "mfa_login_webauthn": "what a passkey is to sign",
    "openid_connect_login": "leads to the office's own server",
    "openid_connect_callback": "is called by the office's own server",
    "socialaccount_signup": "only on the way back from the office's own server",
}
"""Routes that a GET may reach and that show no page of their own here, and why."""
