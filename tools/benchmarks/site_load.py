"""The load on the site, from a process of its own: bodies that fill in and send, beside readers. Python alone.

    python -m benchmarks.site_load PLAN.json OUT.json

Bodies come at a fixed rate, however long the site takes (an open loop). Each opens its form, saves its values in
batches as the page does, sends, and looks at what was sent; with ``signs_in`` it signs in before, without ``pages`` it
only saves and sends; with no ``batches`` its values go with the sending, in one request. What gets no answer is tried
again, as the page does.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from collections.abc import Awaitable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.site_office import PASSWORD

AGAIN = 0.3  # seconds before a request without answer is tried again
PATIENCE = 30.0  # seconds that an answer may take
TOKEN = "t" * 32  # cookie and header agree: that is all that the guard against forged forms asks of a program


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: ``rate`` bodies a second for ``seconds``, beside ``readers`` with a page each ``think`` seconds."""

    port: int
    rate: float
    seconds: float
    bodies: list[dict[str, Any]]
    provinces: list[dict[str, Any]]
    codes: list[str]
    batches: int = 8  # 0: with the sending
    readers: int = 50
    think: float = 5.0
    signs_in: bool = False
    pages: bool = True
    exports: bool = False


@dataclass(slots=True)
class Told:
    """What happened: seconds of each answered request by kind, submissions acknowledged, cells said to be saved."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    sent: list[int] = field(default_factory=list)
    saved: dict[int, int] = field(default_factory=dict)  # submission: cells, the first of its form
    again: int = 0  # requests without an answer
    wrong: list[str] = field(default_factory=list)
    exports: int = 0
    cpu: float = 0.0
    clock: float = 0.0


def value(submission: int, cell: int) -> int:
    """What a body types into a cell of its form."""
    return (submission * 7_919 + cell * 104_729) % 10_007


class Browser:
    """One connection with the cookies of one user."""

    def __init__(self, port: int, session: str, told: Told, until: float) -> None:
        self.port, self.told, self.until = port, told, until
        self.session = session
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    @property
    def head(self) -> str:
        """The fields of every request."""
        cookies = f"sessionid={self.session}; csrftoken={TOKEN}" if self.session else f"csrftoken={TOKEN}"
        return f"Host: 127.0.0.1\r\nCookie: {cookies}\r\nX-CSRFToken: {TOKEN}\r\n"

    async def sign_in(self, user: str, password: str) -> int:
        """Sign in as a person does: the page, then the password; the session is kept."""
        self.session = ""
        await self.get("sign-in page", SIGN_IN)
        body = f"login={user}&password={password}".encode()
        return (await self.post("sign-in", SIGN_IN, body, FORM))[0]

    async def get(self, kind: str, path: str) -> tuple[int, bytes]:
        """Status and content of a page."""
        return await self._try(kind, f"GET {path} HTTP/1.1\r\n{self.head}\r\n".encode())

    async def post(self, kind: str, path: str, body: bytes, media: str = "application/json") -> tuple[int, bytes]:
        """Status and content of the answer."""
        head = f"POST {path} HTTP/1.1\r\n{self.head}Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
        return await self._try(kind, head.encode() + body)

    async def _try(self, kind: str, request: bytes) -> tuple[int, bytes]:
        """The answer, asked for until there is one; (0, b"") when time is over."""
        while time.monotonic() < self.until:
            start = time.perf_counter()
            try:
                answer = await asyncio.wait_for(self._ask(request), PATIENCE)
            except (OSError, EOFError, ValueError, TimeoutError):
                self.close()
                self.told.again += 1
                await asyncio.sleep(AGAIN)
                continue
            self.told.seconds.setdefault(kind, []).append(time.perf_counter() - start)
            return answer
        return 0, b""

    async def _ask(self, request: bytes) -> tuple[int, bytes]:
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 22)
        reader, writer = self.streams
        writer.write(request)
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        fields = head.lower()
        if found := SESSION.search(head):
            self.session = found[1].decode()
        if b"content-length:" in fields:
            length = int(fields.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
            body = await reader.readexactly(length)
        elif b"transfer-encoding: chunked" in fields:
            body = await _chunks(reader)
        else:
            body = b""
        if b"connection: close" in fields:
            self.close()
        return int(head.split(b" ", 2)[1]), body

    def close(self) -> None:
        """End the connection; the next request makes another."""
        if self.streams:
            self.streams[1].close()
        self.streams = None


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size + 2))
    await reader.readline()
    return b"".join(part[:-2] for part in parts)


async def answer(plan: Plan, told: Told, body: dict[str, Any], until: float) -> None:
    """One body: its form, its values in batches, sending."""
    browser, key = Browser(plan.port, body["session"], told, until), body["submission"]
    status = 200
    if plan.signs_in:
        entered = await browser.sign_in(body["user"], PASSWORD)
        status = 200 if entered == 302 else entered and 403  # 0: time is over
    if plan.pages and status == 200:
        status, _ = await browser.get("form", f"/submissions/{key}/")
    size = -(-len(plan.codes) // plan.batches) if plan.batches else len(plan.codes)
    for start in range(0, len(plan.codes) if plan.batches else 0, size):
        if status != 200:
            break
        status = await _save(browser, key, plan.codes, range(start, min(start + size, len(plan.codes))))
    if status == 200:
        status = await _send(browser, plan, key)
        if status in (409, 422):  # sent by a try whose answer was lost: the page says so
            status, page = await browser.get("sent", f"/submissions/{key}/sent")
            status = 302 if b'class="dl"' in page else status and 422  # 0: time is over, and nobody knows
        if status == 302:
            told.sent.append(key)
            if plan.pages:
                status, _ = await browser.get("sent", f"/submissions/{key}/sent")
    if status not in (0, 200) and not (status == 302 and key in told.sent[-100:]):
        told.wrong.append(f"submission {key}: {status}")
    browser.close()


SESSION = re.compile(rb"set-cookie:\s*sessionid=(\w+)", re.IGNORECASE)
SIGN_IN = "/accounts/login/"
FORM = "application/x-www-form-urlencoded"


def _typed(key: int, codes: list[str], cells: range) -> list[dict[str, Any]]:
    return [{"place": f"value:{codes[i]}/@area", "text": str(value(key, i)), "version": 0} for i in cells]


async def _send(browser: Browser, plan: Plan, key: int) -> int:
    """302 where it was sent, as a page answers to its form."""
    path = f"/submissions/{key}/send"
    if plan.batches:
        return (await browser.post("send", path, b"edition=1", FORM))[0]
    cells = _typed(key, plan.codes, range(len(plan.codes)))
    status, _ = await browser.post("send", path, json.dumps({"edition": 1, "cells": cells}).encode())
    return 302 if status == 200 else status


async def _save(browser: Browser, key: int, codes: list[str], cells: range) -> int:
    typed = _typed(key, codes, cells)
    status, told = await browser.post("save", f"/submissions/{key}/values", json.dumps({"cells": typed}).encode())
    if status == 200:
        if told.count(b'"state": "saved"') != len(typed):
            states = {one["state"] for one in json.loads(told)["cells"]}
            browser.told.wrong.append(f"submission {key}: cells {states}")
            return 409
        browser.told.saved[key] = cells.stop
    return status


async def read(plan: Plan, told: Told, number: int, until: float) -> None:
    """One reader: of a commune, its work and its form; of a province, its work, coverage and totals."""
    chance = random.Random(number)
    is_desk = number % 5 == 0
    who = chance.choice(plan.provinces if is_desk else plan.bodies)
    browser = Browser(plan.port, who["session"], told, until)
    pages = (
        [("work", "/"), ("coverage", "/rounds/coverage"), ("totals", f"/rollups/{who['round']}/")]
        if is_desk
        else [("work", "/"), ("form", f"/submissions/{who['submission']}/")]
    )
    await asyncio.sleep(chance.random() * plan.think)
    while time.monotonic() < until:
        kind, path = chance.choice(pages)
        status, _ = await browser.get(kind, path)
        if status not in (0, 200):
            told.wrong.append(f"{path}: {status}")
        if is_desk and plan.exports and chance.random() < 0.3:
            status, _ = await browser.post("export", f"/rollups/{who['round']}/export", b"", FORM)
            told.exports += status == 302
        await asyncio.sleep(chance.expovariate(1 / plan.think))
    browser.close()


async def run(plan: Plan) -> Told:
    """Let the bodies come and the readers read; what is under way at the end is finished, within a minute."""
    told, begin, used = Told(), time.monotonic(), time.process_time()
    end = begin + plan.seconds
    readers = [asyncio.create_task(read(plan, told, number, end)) for number in range(plan.readers)]
    tasks: list[Awaitable[None]] = []
    for number, body in enumerate(plan.bodies):
        at = begin + number / plan.rate
        if at >= end:
            break
        await asyncio.sleep(max(0.0, at - time.monotonic()))
        tasks.append(asyncio.create_task(answer(plan, told, body, end + 60)))
    await asyncio.gather(*tasks)
    told.clock = time.monotonic() - begin
    await asyncio.sleep(max(0.0, end - time.monotonic()))
    await asyncio.gather(*readers)
    told.cpu = time.process_time() - used
    return told


def main() -> None:
    plan = Plan(**json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    Path(sys.argv[2]).write_text(json.dumps(asdict(asyncio.run(run(plan)))), encoding="utf-8")


if __name__ == "__main__":
    main()
