"""Asks an ASGI application without a server."""

import asyncio

from starlette.types import ASGIApp, Message


def ask(app: ASGIApp, path: str) -> tuple[int, dict[str, str], str]:
    """Status, headers (names in small letters) and text of the answer to a GET."""
    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], headers, body.decode()
