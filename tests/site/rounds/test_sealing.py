"""The key of an installation signs; those of others are trusted by a person, and by nobody else."""

import stat

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.records.models import Link
from tongket.site.rounds import sealing
from tongket.site.rounds.models import TrustedKey


@pytest.fixture
def other() -> str:
    """The public key of another installation."""
    return sealing._text(Ed25519PrivateKey.generate().public_key())


def test_the_key_is_made_once_and_readable_by_the_owner_only(tmp_path) -> None:
    key = sealing.public_key()

    assert key == sealing.public_key()
    assert key.startswith("tongket-key:")
    assert stat.S_IMODE(settings.DATA.sealing_key.stat().st_mode) == 0o600
    assert not list(settings.DATA.home.glob("sealing.key.*"))


def test_a_signature_holds_for_its_bytes_and_key_alone(other) -> None:
    signature, key = sealing.sign(b"values"), sealing.public_key()

    assert sealing.is_signed(b"values", signature, key)
    assert not sealing.is_signed(b"values ", signature, key)
    assert not sealing.is_signed(b"values", signature, other)
    assert not sealing.is_signed(b"values", "không", key)
    assert not sealing.is_signed(b"values", signature, "tongket-key:AAAA")


def test_a_key_is_trusted_and_no_longer(consolidator, signed_in, programme, other) -> None:
    client = signed_in(consolidator)
    client.post(f"/rounds/programmes/{programme.pk}/trust", {"key_name": "Tỉnh ủy", "key": f" {other}\n"})
    one = TrustedKey.objects.get()

    page = client.get(f"/rounds/programmes/{programme.pk}/").content.decode()
    assert sealing.public_key() in page
    assert sealing.fingerprint(other) in page
    assert one.post.endswith("UBND tỉnh Mẫu Sơn")
    client.post(f"/rounds/keys/{one.pk}/distrust", {"programme": programme.pk})
    assert sealing.fingerprint(other) not in client.get(f"/rounds/programmes/{programme.pk}/").content.decode()
    assert list(Link.objects.filter(action__startswith="key-").values_list("action", flat=True)) == [
        "key-trusted",
        "key-distrusted",
    ]


@pytest.mark.parametrize(
    ("name", "key", "field"), [("A", "khoa", "key"), ("A", "own", "key"), ("", "other", "key_name")]
)
def test_what_is_no_key_of_another_is_refused_at_its_field(
    consolidator, signed_in, programme, other, name, key, field
) -> None:
    typed = {"own": sealing.public_key(), "other": other}.get(key, key)
    answer = signed_in(consolidator).post(f"/rounds/programmes/{programme.pk}/trust", {"key_name": name, "key": typed})

    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.content.decode()
    assert not TrustedKey.objects.exists()


def test_another_body_changes_no_key(consolidator, commune, signed_in, programme, other) -> None:
    signed_in(consolidator).post(f"/rounds/programmes/{programme.pk}/trust", {"key_name": "A", "key": other})
    one = TrustedKey.objects.get()
    stranger = signed_in(make_user("tonghop.xa", commune, Role.CONSOLIDATOR))

    assert stranger.post(f"/rounds/keys/{one.pk}/distrust").status_code == 404
    assert TrustedKey.objects.filter(removed=None).exists()
