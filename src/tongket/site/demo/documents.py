"""The documents of the demonstration: the directive, the province's plan, and the plans of most communes."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping

from tongket.site.demo.province import COMMUNES, NAME
from tongket.site.documents.services.registering import Fields, register, relate
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor

DIRECTIVE = dt.date(2021, 9, 7)  # as the programme says
PLAN = dt.date(2021, 10, 25)
WITHOUT = 0.2  # of the communes


def build_documents(actor: Actor, bodies: Mapping[str, Body]) -> None:
    """Register them as the consolidator of the province does; ``bodies`` are the communes by name."""
    chance = random.Random(NAME)  # noqa: S311 - the same at each start
    issuer, subject = f"Ban Thường vụ Tỉnh ủy {NAME}", "về tập hợp quần chúng vào các đoàn thể chính trị - xã hội"
    directive = register(actor, Fields("Chỉ thị", "06-CT/TU", DIRECTIVE.isoformat(), issuer, subject))
    about = "thực hiện Chỉ thị số 06-CT/TU"
    fields = Fields("Kế hoạch", "318/KH-UBND", PLAN.isoformat(), actor.body.name, about, actor.body)
    plan = register(actor, fields)
    relate(actor, plan, "implements", directive)
    for _kind, name in COMMUNES:
        if chance.random() < WITHOUT:
            continue
        day, body = PLAN + dt.timedelta(days=chance.randint(9, 70)), bodies[name]
        symbol = f"{chance.randint(12, 96)}/KH-UBND"
        own = register(actor, Fields("Kế hoạch", symbol, day.isoformat(), body.name, about, body))
        relate(actor, own, "implements", plan)
