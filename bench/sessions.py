"""A server of the pages, and real sessions on it: what a browser sends, without a browser.

`served` starts a server on a warehouse folder and stops it. `opened` is a viewer's connection to
it: Streamlit's own messages over the websocket, so that a page is run, drawn and sent as it is
for a person. The viewer keeps nothing from one run to the next, and is sent every page whole.
"""

import asyncio
import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from pipeline.paths import ROOT

SERVER = ROOT / "serve.py"
START_SECONDS, STOP_SECONDS = 60, 10

Limits = Mapping[int, tuple[int, int]]
"""What a server may use: resource.RLIMIT_… to (soft, hard)."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers: its port and its process, and what that has used (Linux)."""

    port: int
    process: subprocess.Popen

    @property
    def address(self) -> str:
        """What a browser is told to open."""
        return f"http://localhost:{self.port}"

    @property
    def cpu_seconds(self) -> float:
        """What the process has computed since it started, its own time and the system's."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @property
    def memory_mb(self) -> int:
        """What the process holds in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) // 1024


@contextmanager
def served(
    warehouse: Path,
    script: Path = SERVER,
    *,
    port: int | None = None,
    env: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    log: Path | None = None,
) -> Iterator[Server]:
    """Serve a Streamlit script on a warehouse folder; gives the server, and stops it afterwards.

    `env` comes on top of this process's own; without `port` any free one is taken. What the server
    writes is added to `log`, or thrown away. Raises RuntimeError if it ends instead of answering,
    TimeoutError if it does neither.
    """
    port = port or _free_port()

    def limit() -> None:
        for what, (soft, hard) in (limits or {}).items():
            resource.setrlimit(what, (soft, hard))

    with (log or Path(os.devnull)).open("ab") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, **(env or {}), "UTBREDELSE_WAREHOUSE": str(warehouse)},
            stdout=written,
            stderr=written,
            preexec_fn=limit if limits else None,
        )
    try:
        server = Server(port, process)
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"the server ended with {server.process.returncode}")
        try:
            with urlopen(f"{server.address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{server.address} has not answered for {START_SECONDS} s")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one run of a page sent, from asking for it until the script had finished."""

    elements: list[Element]
    """All that the page is drawn from, as Streamlit sends it: html, download_button, …"""
    succeeded: bool
    """The script ran to its end; it does too when it stops at an exception."""
    not_found: bool
    """There is no page of that name; the front page was sent."""
    seconds: float
    received: int
    """Bytes, as unpacked."""

    @property
    def html(self) -> str:
        """What st.html has drawn, in order, headline and names among it."""
        return "\n".join(e.html.body for e in self.elements if e.WhichOneof("type") == "html")

    @property
    def exceptions(self) -> list[str]:
        """What Streamlit's own error boxes say."""
        shown = (e for e in self.elements if e.WhichOneof("type") == "exception")
        return [f"{e.exception.type}: {e.exception.message}" for e in shown]


class Session:
    """A viewer with the pages open, who asks for one thing at a time; made by `opened`."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._page: str | None = None
        self._page_hash = ""

    async def ask(self, page: str, query: str = "", *, timeout: float = 60) -> Answer:
        """Open a page by its path ("" for the front page), or change the query of the open one.

        Raises TimeoutError, and websockets.ConnectionClosed when the server has gone away.
        """
        asked = BackMsg()
        asked.rerun_script.query_string = query
        if page == self._page:
            asked.rerun_script.page_script_hash = self._page_hash
        else:
            asked.rerun_script.page_name = page
        async with asyncio.timeout(timeout):
            started = time.perf_counter()
            await self._connection.send(asked.SerializeToString())
            answer = await self._answer(started)
        self._page = page
        return answer

    async def _answer(self, started: float) -> Answer:
        elements: list[Element] = []
        not_found, received = False, 0
        while True:
            sent = await self._connection.recv()
            received += len(sent)
            message = ForwardMsg.FromString(sent)
            match message.WhichOneof("type"):
                case "new_session":
                    elements.clear()
                    self._page_hash = message.new_session.page_script_hash
                case "navigation":
                    self._page_hash = message.navigation.page_script_hash
                case "page_not_found":
                    not_found = True
                case "delta" if message.delta.HasField("new_element"):
                    elements.append(message.delta.new_element)
                case "script_finished" if (
                    message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
                ):
                    succeeded = message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                    seconds = time.perf_counter() - started
                    return Answer(elements, succeeded, not_found, seconds, received)


@asynccontextmanager
async def opened(port: int, *, timeout: float = 30) -> AsyncIterator[Session]:
    """A viewer's session on the server at a port; left when the block ends.

    Raises OSError, TimeoutError or websockets.InvalidHandshake when the server lets nobody in.
    """
    address = f"localhost:{port}"
    async with connect(
        f"ws://{address}/_stcore/stream",
        origin=f"http://{address}",
        subprotocols=["streamlit"],
        max_size=None,
        open_timeout=timeout,
        ping_interval=None,
    ) as connection:
        yield Session(connection)
