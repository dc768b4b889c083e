"""What schemathesis makes of the API's own description: odd and apt calls of every route, as anybody might send them.

No answer is a fault of the server, and each is of a status, kind and shape that the description names.
"""

from __future__ import annotations

import warnings

import pytest
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings

from tongket.site.people.services.tokens import make_token

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed: make .venv/api")
# a well-formed call may still be refused: no reason given, a cell that is not asked for
MAY_BE_REFUSED = pytest.importorskip("schemathesis.specs.openapi.checks").positive_data_acceptance
pytestmark = pytest.mark.slow
CALLS = 15  # of each operation and each way of making them


@pytest.fixture
def described(consolidator, clerk, acting, sent):
    """The description with the keys of one who oversees and one who fills in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    return schema, [make_token(acting(user), "thử", "write", 30)[1] for user in (consolidator, clerk)]


@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_every_answer_is_as_described(described, mode: str) -> None:
    schema, keys = described
    generation = schemathesis.GenerationMode(mode)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 10
    called = 0
    for operation in operations:
        calls = settings(
            max_examples=CALLS,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )

        @calls
        @given(case=operation.as_strategy(generation_mode=generation))
        def ask(case) -> None:
            nonlocal called
            for key in keys:
                case.call_and_validate(headers={"Authorization": f"Bearer {key}"}, excluded_checks=[MAY_BE_REFUSED])
                called += 1

        ask()
    assert called >= len(operations) * len(keys)
