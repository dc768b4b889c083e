"""A programme comes in as a workbook or a folder, or is read from a request letter and corrected in a table."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from site_makers import make_body, make_user
from tongket.programmes.load import PACKS, load_programme
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Role
from tongket.site.rounds import programmes
from tongket.site.rounds.correcting import corrected
from tongket.site.rounds.models import ProgrammeDraft, ProgrammeVersion, Round, Submission
from tongket.site.rounds.programmes import keep_programme, programme_of
from tongket.site.rounds.sheets import asked_cells
from tongket.writing.blank_letter import write_letter


@pytest.fixture
def client(consolidator, signed_in):
    return signed_in(consolidator)


@pytest.fixture
def letter(tmp_path: Path) -> bytes:
    """The request letter of a programme of ours, as a Word file with its outline and forms."""
    path = tmp_path / "de-cuong.docx"
    write_letter(load_programme("ct-06-tu"), path)
    return path.read_bytes()


@pytest.fixture
def draft(client, letter) -> ProgrammeDraft:
    client.post("/rounds/programmes/draft", {"letter": SimpleUploadedFile("de-cuong.docx", letter)})
    run(Job.objects.get(kind="programme-draft"), WORK)
    return ProgrammeDraft.objects.get()


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/") + ".yaml", data)
    return held.getvalue()


def test_a_folder_as_zip_is_kept(client) -> None:
    files = {f"ct__{file.stem}": file.read_bytes() for file in (PACKS / "kl-62-tw").glob("*.yaml")}
    answer = client.post("/rounds/programmes/upload", {"package": SimpleUploadedFile("ct.zip", zipped(**files))})

    kept = ProgrammeVersion.objects.get()
    assert answer["Location"] == f"/rounds/programmes/{kept.pk}/"
    assert "<table" in client.get(answer["Location"]).content.decode()


def broken() -> bytes:
    """An archive whose first file was damaged after it was packed."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("programme.yaml", b"code: x\n" * 40)
    data = bytearray(held.getvalue())
    data[44:48] = b"\xff" * 4
    return bytes(data)


@pytest.mark.parametrize("data", [b"not a zip", zipped(other=b"code: x"), zipped(programme=b"code: x\n"), broken()])
def test_what_is_no_programme_is_refused_with_a_sentence(client, data) -> None:
    answer = client.post("/rounds/programmes/upload", {"package": SimpleUploadedFile("ct.zip", data)})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not ProgrammeVersion.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("biểu của tôi.xlsx", b"text", "biểu của tôi.xlsx: "),
        ("ct.zip", zipped(programme=b"code: [a\n"), "programme.yaml:"),
    ],
)
def test_a_mistake_of_a_programme_is_named_by_the_file_that_was_uploaded(client, settings, name, data, said) -> None:
    page = client.post("/rounds/programmes/upload", {"package": SimpleUploadedFile(name, data)}).content.decode()

    assert said in page
    assert str(settings.DATA.home) not in page


def test_no_path_of_an_archive_leads_out_of_the_folder(client, settings) -> None:
    data = zipped(**{"..__..__..__programme": b"code: x\n", "..__escaped": b"a: b\n"})
    client.post("/rounds/programmes/upload", {"package": SimpleUploadedFile("ct.zip", data)})

    assert not list(settings.DATA.home.rglob("escaped.yaml"))


def test_a_letter_becomes_a_table_to_correct(client, draft) -> None:
    text = client.get(f"/rounds/drafts/{draft.pk}/").content.decode()

    assert text.count('name="code"') > 20
    assert draft.decisions


def test_the_page_waits_while_the_letter_is_read(client, letter) -> None:
    client.post("/rounds/programmes/draft", {"letter": SimpleUploadedFile("de-cuong.docx", letter)})
    one = ProgrammeDraft.objects.get()

    assert 'hx-trigger="every 1s"' in client.get(f"/rounds/drafts/{one.pk}/").content.decode()


def test_a_corrected_draft_makes_a_round_that_asks(client, draft, commune, province) -> None:
    programme = load_programme(Path(draft_folder(draft)))
    first, dropped = programme.indicators[0], programme.indicators[1]
    form = {"edition": draft.edition, "title": "Chương trình thử", "code": []}
    for one in programme.indicators:
        form["code"].append(one.code)
        form |= {f"name-{one.code}": one.name, f"unit-{one.code}": one.unit_word, f"kind-{one.code}": one.kind}
        if one != dropped:
            form[f"keep-{one.code}"] = "on"
    form[f"name-{first.code}"] = "Số hội nghị quán triệt"
    answer = client.post(f"/rounds/drafts/{draft.pk}/", form)

    kept = ProgrammeVersion.objects.get()
    assert answer["Location"] == f"/rounds/new?programme={kept.pk}"
    made = programme_of(kept)
    assert made.title == "Chương trình thử"
    assert made.indicator(first.code).name == "Số hội nghị quán triệt"
    assert made.indicator(dropped.code) is None
    form = {
        "name": "Đợt thử", "programme": f"version:{kept.pk}", "period_start": "2026-01-01",
        "period_end": "2026-12-31", "groups": "commune/ubnd", "due-commune": "2026-11-27",
    }  # fmt: skip
    client.post("/rounds/new", form)
    asked = Round.objects.get()
    client.post(f"/rounds/{asked.pk}/open", {"edition": 1})
    assert Submission.objects.get(body=commune).asked == asked_cells(made, "commune")


def test_the_letter_goes_with_the_round_that_is_made_of_it(client, draft, commune) -> None:
    form = {"edition": draft.edition, "title": "Thử", "code": []}
    for one in load_programme(Path(draft_folder(draft))).indicators:
        form["code"].append(one.code)
        form |= {f"keep-{one.code}": "on", f"name-{one.code}": one.name, f"kind-{one.code}": one.kind}
        form[f"unit-{one.code}"] = one.unit_word
    way = client.post(f"/rounds/drafts/{draft.pk}/", form)["Location"]
    page = client.get(way).content.decode()
    chosen = f"version:{ProgrammeVersion.objects.get().pk}"
    assert f'name="letter" value="{chosen}" checked' in page
    assert "de-cuong.docx" in page

    wanted = {
        "name": "Đợt thử", "programme": chosen, "period_start": "2026-01-01", "period_end": "2026-12-31",
        "groups": "commune/ubnd", "due-commune": "2026-11-27", "letter": chosen,
    }  # fmt: skip
    client.post("/rounds/new", wanted)
    asked = Round.objects.get()
    assert [one.name for one in asked.files.all()] == ["de-cuong.docx"]
    client.post(f"/rounds/{asked.pk}/delete", {"edition": asked.edition})
    assert not Round.objects.exists(), "the draft of the programme keeps its own"
    client.post("/rounds/new", {name: value for name, value in wanted.items() if name != "letter"})
    assert not Round.objects.get().files.exists()


def test_a_corrected_name_stands_in_the_form_as_well(client, draft) -> None:
    """Those who fill it in read the rows and the heads of the form alone."""
    programme = load_programme(Path(draft_folder(draft)))
    column = next(one for form in programme.forms for one in form.columns if one.indicator)
    row = next(one for form in programme.forms for one in form.rows if len(one.indicators) == 1)
    first, second = programme.indicator(column.indicator), programme.indicator(row.indicators[0])
    form = {"edition": draft.edition, "title": "Thử", "code": [one.code for one in programme.indicators]}
    for one in programme.indicators:
        form |= {f"keep-{one.code}": "on", f"name-{one.code}": one.name, f"unit-{one.code}": one.unit_word}
        form[f"kind-{one.code}"] = one.kind
    form |= {f"name-{first.code}": "Số người mới", f"unit-{first.code}": "lượt", f"name-{second.code}": "Số buổi mới"}
    client.post(f"/rounds/drafts/{draft.pk}/", form)

    made = programme_of(ProgrammeVersion.objects.get())
    titles = [one.title for form in made.forms for one in form.columns if one.indicator == first.code]
    labels = [one.label for form in made.forms for one in form.rows if one.indicators == (second.code,)]
    assert titles == ["Số người mới (lượt)"]
    assert [label.lstrip("- ") for label in labels] == ["Số buổi mới"]


def test_the_page_asks_in_words_where_files_have_codes(client, draft) -> None:
    page = client.get(f"/rounds/drafts/{draft.pk}/").content.decode()
    aside = page[page.index('class="line questions"') :].partition("</ul>")[0]

    assert not re.findall(r"\((?:sum|latest|own|area|indicator)\b|commune=|province \(", aside)
    assert '<option value=""></option>' not in aside


def test_a_day_is_answered_as_people_write_it(client, draft) -> None:
    one = next(one for one in draft.decisions if one["question"] == "closing")
    client.post(f"/rounds/drafts/{draft.pk}/", {"edition": 1, "answers": "1", f"answer-{one['key']}": "31/12/2026"})
    run(Job.objects.latest("pk"), WORK)

    draft.refresh_from_db()
    assert next(row for row in draft.decisions if row["key"] == one["key"])["answer"] == "2026-12-31"
    assert load_programme(draft_folder(draft)).period_end == "2026-12-31"


def test_an_answer_reads_the_letter_again(client, draft) -> None:
    one = next(one for one in draft.decisions if one["question"] == "over_time")
    other = next(choice for choice in one["choices"] if choice != one["default"])
    client.post(f"/rounds/drafts/{draft.pk}/", {"edition": 1, "answers": "1", f"answer-{one['key']}": other})
    run(Job.objects.latest("pk"), WORK)

    draft.refresh_from_db()
    code = one["key"].partition(".")[0]
    assert load_programme(draft_folder(draft)).indicator(code).over_time == other
    assert draft.edition == 2


def draft_folder(draft: ProgrammeDraft) -> Path:
    from django.conf import settings

    return settings.DATA.made / draft.folder


@pytest.mark.parametrize("code", ["ct-06-tu", "kl-62-tw"])
def test_any_indicator_can_be_left_out_and_the_rest_still_holds(code, tmp_path) -> None:
    from tongket.programmes.yaml_writing import write_programme

    programme = load_programme(code)
    own = [one for one in programme.indicators if not one.module]
    for number, one in enumerate(own[:: max(1, len(own) // 8)]):
        less = corrected(programme, {one.code: {"keep": False}})
        folder = tmp_path / str(number)
        write_programme(less, folder)
        assert load_programme(folder).indicator(one.code) is None


def test_a_damaged_letter_is_refused_at_once(client) -> None:
    answer = client.post("/rounds/programmes/draft", {"letter": SimpleUploadedFile("hong.docx", b"PK\x03\x04 broken")})

    assert answer.status_code == 422
    assert not ProgrammeDraft.objects.exists()


def test_another_body_finds_no_draft(draft, signed_in) -> None:
    other = make_body("ubnd-tinh-khac", "UBND tỉnh khác", level="province")

    assert signed_in(make_user("khac", other, Role.CONSOLIDATOR)).get(f"/rounds/drafts/{draft.pk}/").status_code == 404


@pytest.fixture
def unpacked(db, settings, monkeypatch):
    """The folder of a programme that this process has not unpacked yet; and what to do at each of its files."""
    kept = keep_programme("ct-06-tu")
    folder = settings.DATA.programmes / kept.hash
    shutil.rmtree(folder, ignore_errors=True)
    programmes._loaded.cache_clear()
    write = programmes._write

    def unpack(at_each_file) -> None:
        def watched(path: Path, text: str) -> None:
            write(path, text)
            at_each_file(folder)

        monkeypatch.setattr(programmes, "_write", watched)
        assert programme_of(kept).code == "ct-06-tu"

    yield unpack
    programmes._loaded.cache_clear()


def test_a_programme_is_seen_beside_this_process_only_with_all_its_files(unpacked) -> None:
    seen = []

    unpacked(lambda folder: seen.append(folder.exists()))

    assert seen
    assert not any(seen)


def test_two_processes_may_unpack_one_programme_at_once(unpacked) -> None:
    def faster(folder: Path) -> None:
        shutil.copytree(PACKS / "ct-06-tu", folder, dirs_exist_ok=True)

    unpacked(faster)
