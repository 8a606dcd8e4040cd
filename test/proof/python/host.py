"""Runs programs that are handed over as text: one line in says which or with what, one line out says what became of it."""
import asyncio
import inspect
import json
import logging
import os
import sys
import threading
import time
from datetime import datetime, timedelta, timezone

LAB = os.environ["GRAPH_URL"]
GRAPH = "https://graph.microsoft.com/v1.0"


class Clock:
    """Nobody waits for long: what a program waits for passes at once, and is noted in milliseconds."""

    def __init__(self):
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        self.waits, self.skipped = [], 0

    def note(self, seconds):
        with self.lock:
            self.waits.append(seconds * 1000)
        # Those who wait for different times come back in their order.
        return min(seconds / 20, 0.05)

    def over(self, seconds):
        with self.lock:
            self.skipped += seconds * 1000

    def sleep(self, seconds):
        time.sleep(self.note(seconds))
        self.over(seconds)

    async def pause(self, seconds):
        await asyncio.sleep(self.note(seconds))
        self.over(seconds)

    def monotonic(self):
        return time.monotonic() + self.skipped / 1000

    def now(self):
        return datetime.now(timezone.utc) + timedelta(milliseconds=self.skipped)


class Recorder(logging.Handler):
    """Keeps what is logged: the message and its fields."""

    def __init__(self):
        super().__init__()
        self.all = []

    def emit(self, record):
        fields = record.args if isinstance(record.args, dict) else {}
        self.all.append([record.msg, fields])


clock, log = Clock(), Recorder()
loop = asyncio.new_event_loop()
out = threading.Lock()


def to_lab(send):
    """What is meant for Microsoft Graph goes to the lab."""

    def wrapped(self, method=None, url=None, *args, **more):
        return send(self, method, str(url).replace(GRAPH, LAB), *args, **more)

    return wrapped


def plain(value):
    """What a program hands out, as JSON: the body of an answer, the fields of a model, the id of a part of Cosmos DB."""
    if hasattr(value, "status_code") and hasattr(value, "json"):
        return value.json() if value.content else None
    if hasattr(value, "serialize"):
        from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter

        writer = JsonSerializationWriter()
        value.serialize(writer)
        return dict(writer.writer)
    if isinstance(value, dict):
        return {key: one for key, one in value.items()}
    return {"id": value.id} if hasattr(value, "id") else value


def status_of(error):
    own = getattr(error, "response_status_code", None) or getattr(error, "status_code", None)
    return own or (status_of(error.__cause__) if error.__cause__ else None)


def error_of(error):
    if error is None:
        return None
    told = {"name": type(error).__name__, "message": str(error), "status": status_of(error)}
    return {**told, "cause": error_of(error.__cause__)} if error.__cause__ else told


def tell(id, **what):
    with out:
        line = {"id": id, **what, "waits": clock.waits, "skipped": clock.skipped, "warnings": log.all}
        print(json.dumps(line, default=str), flush=True)


def answer(id, run, note):
    """Runs a program, one that is awaited in the one loop that its client lives in."""
    try:
        value = run(note)
        if inspect.iscoroutine(value):
            value = asyncio.run_coroutine_threadsafe(value, loop).result()
        status = getattr(value, "status_code", 0)
        if isinstance(status, int) and status >= 300:
            tell(id, error={"name": "Answer", "message": "", "status": status})
        else:
            tell(id, value=plain(value))
    except Exception as error:
        tell(id, error=error_of(error))


def main():
    import httpx
    import requests

    for client in (requests.Session, httpx.Client, httpx.AsyncClient):
        client.request = to_lab(client.request)
    logging.getLogger().addHandler(log)
    threading.Thread(target=loop.run_forever, daemon=True).start()
    run = None
    for line in sys.stdin:
        asked = json.loads(line)
        if "load" in asked:
            clock.reset()
            log.all.clear()
            program = {"__name__": "program", "clock": clock}
            try:
                exec(compile(asked["load"], "program.py", "exec"), program)
                run = program["run"]
                tell(asked["id"])
            except Exception as error:
                tell(asked["id"], error=error_of(error))
        else:
            threading.Thread(target=answer, args=(asked["id"], run, asked["run"]), daemon=True).start()


main()
