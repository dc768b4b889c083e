"""The addresses of the API, each marked with the right that it asks for (docs/rights.md)."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path

from tongket.site.api.routes import api
from tongket.site.interface.programs import told
from tongket.site.interface.public import public

app_name = "api"
RIGHTS_OF: dict[str, dict[str, str]] = {
    "bodies": {"GET": "work.see"},
    "rounds": {"GET": "round.see"},
    "round": {"GET": "round.see"},
    "totals": {"GET": "rollup.see"},
    "submissions": {"GET": "submission.see"},
    "submission": {"GET": "submission.see"},
    "values": {"GET": "submission.see", "PUT": "submission.fill"},
    "send": {"POST": "submission.send"},
    "return": {"POST": "submission.return"},
    "approve": {"POST": "submission.approve"},
    "documents": {"GET": "document.see"},
    "document": {"GET": "document.see"},
}


@public("what the API looks like, without anything that is in it")
def openapi(request: HttpRequest) -> HttpResponse:
    """The description of the API (OpenAPI 3.1)."""
    return JsonResponse(api.get_openapi_schema(path_prefix="/api/v1/"))


def _marked(pattern: URLPattern) -> URLPattern:
    answers: Any = pattern.callback

    @wraps(answers)
    def view(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        answer: HttpResponse = answers(request, *given, **named)
        return _methods_told(answer) if answer.status_code == 405 else answer

    view.right = RIGHTS_OF[pattern.name or ""]  # type: ignore[attr-defined]
    pattern.callback = view
    return pattern


def _methods_told(answer: HttpResponse) -> HttpResponse:
    """A method that the address does not have, refused like everything else: with a code, and those it has."""
    said = told(405)
    said["Allow"] = answer["Allow"]
    return said


patterns, _namespace, name = api.urls
routes: list[Any] = [path("openapi.json", openapi, name="openapi")]
routes += [_marked(one) for one in patterns if one.name != "api-root"]
urlpatterns = [path("v1/", (routes, "ninja", name))]
