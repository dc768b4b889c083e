"""The key with which this installation signs sealed files, and the public keys of other installations that are trusted.

Ed25519. The private key is made once and lies in the data folder; the public one is a line of text that offices give
each other on paper, by telephone or by mail, and compare by its fingerprint. Nothing here needs a network.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from tongket.messages import N_
from tongket.site.interface.clock import now
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, may
from tongket.site.records.services import record
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.models import TrustedKey

MARK = "tongket-key:"
MOST_NAME = 120


def public_key() -> str:
    """The public key of this installation as offices give it to each other: 'tongket-key:' and 44 letters."""
    return _text(_private().public_key())


def sign(data: bytes) -> str:
    """The signature of ``data`` with the key of this installation, in base64."""
    return base64.b64encode(_private().sign(data)).decode()


def is_signed(data: bytes, signature: str, key: str) -> bool:
    """Whether ``signature`` is that of ``data`` by the owner of ``key``; False also where either cannot be one."""
    public = _public(key)
    if public is None:
        return False
    try:
        public.verify(base64.b64decode(signature, validate=True), data)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def fingerprint(key: str) -> str:
    """What people compare of a key: the first 32 letters of its SHA-256 in fours."""
    digest = hashlib.sha256(key.encode()).hexdigest()
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))


def trusted_by(body: Body) -> QuerySet[TrustedKey]:
    """The keys of other installations from which ``body`` takes sealed files as theirs."""
    return TrustedKey.objects.filter(body=body, removed=None).order_by("name", "pk")


@transaction.atomic
def trust(actor: Actor, name: str, key: str) -> TrustedKey:
    """Trust the key of another installation.

    Raises:
        RoundError: it is no key, is trusted already, is one's own, or has no name.
    """
    if not may(actor, "round.write"):
        raise PermissionDenied
    wanted, called = "".join(key.split())[:200], " ".join(name.split())[:MOST_NAME]
    if _public(wanted) is None:
        raise RoundError(
            N_("“{text}” is not the public key of an installation."),
            N_("Copy the whole line that begins with tongket-key: from the page of the other installation."),
            field="key",
            text=wanted[:60],
        )
    if wanted == public_key():
        raise RoundError(
            N_("This is the key of this installation."), N_("Ask the other office for theirs."), field="key"
        )
    if not called:
        raise RoundError(N_("The key has no name."), N_("Write whose installation it is."), field="key_name")
    if trusted_by(actor.body).filter(key=wanted).exists():
        raise RoundError(N_("This key is trusted already."), N_("It stands in the list."), field="key")
    made = TrustedKey.objects.create(body=actor.body, name=called, key=wanted, post=actor.post)
    record(f"body:{actor.body.pk}", "key-trusted", actor, {"name": called, "key": wanted})
    return made


@transaction.atomic
def distrust(actor: Actor, one: TrustedKey) -> None:
    """Trust a key no longer; what was taken with it stays."""
    if not may(actor, "round.write", one.body):
        raise PermissionDenied
    if TrustedKey.objects.filter(pk=one.pk, removed=None).update(removed=now()):
        record(f"body:{one.body_id}", "key-distrusted", actor, {"name": one.name, "key": one.key})


def _public(key: str) -> Ed25519PublicKey | None:
    try:
        raw = base64.b64decode(key.removeprefix(MARK), validate=True)
        return Ed25519PublicKey.from_public_bytes(raw) if key.startswith(MARK) else None
    except (binascii.Error, ValueError):
        return None


def _text(key: Ed25519PublicKey) -> str:
    return MARK + base64.b64encode(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def _private() -> Ed25519PrivateKey:
    path = settings.DATA.sealing_key
    if not path.exists():
        _make(path)
    loaded = load_pem_private_key(path.read_bytes(), password=None)
    assert isinstance(loaded, Ed25519PrivateKey)
    return loaded


def _make(path: Path) -> None:
    """Write a new key, readable by the owner only; of two that do so at once one wins."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(pem)
    try:
        os.link(unfinished, path)
    except FileExistsError:
        pass
    except OSError:  # a disk without hard links
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
