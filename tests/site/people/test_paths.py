"""The order in which bodies stand: that of their registration, below their own superior."""

from importlib import import_module

from django.apps import apps

from site_makers import make_body
from tongket.site.people.models import Body


def test_the_tenth_body_stands_after_the_ninth(province) -> None:
    made = [make_body(f"xa-{number}", f"UBND xã {number}", province) for number in range(12)]
    below = make_body("doan-xa-1", "Đoàn Thanh niên xã 1", made[1])

    assert list(Body.objects.order_by("path")) == [province, *made[:2], below, *made[2:]]


def test_paths_of_before_are_widened(province, commune) -> None:
    Body.objects.filter(pk=commune.pk).update(path=f"/{province.pk}/{commune.pk}/")

    import_module("tongket.site.people.migrations.0005_paths_in_order").widen(apps, None)

    commune.refresh_from_db()
    assert commune.path == f"{province.path}{commune.pk:07}/"
