"""The web server: Streamlit's own, with what a public page needs on top.

- Every page module is loaded, and every page opened once, before anybody is let in.
- It answers to the names it is known by, what can be asked for is listed, and nothing can be sent
  in. Every answer carries the same security headers.
- It takes as many connections as the process may have, says so when it is full, and closes those
  that only hang.
- The page is declared Norwegian before any script has run, for screen readers and spelling; what
  goes wrong is told in Norwegian.
- Streamlit's scripts go out compressed (9 MB become 3 MB on a first visit), and geometry with its
  content hash in its name may be kept by the browser for good.
- A direct link finds the server without asking at two wrong addresses first.
- A page that lies open can ask which build is in force, and say that there are newer figures.
- Pages are routed by app.py alone: the folder pages/ beside it would otherwise make Streamlit run
  the first request of a server process as an old-style multi-page app, around app.py.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime import get_instance
from streamlit.runtime.pages_manager import PagesManager

from dashboard import texts
from dashboard.frame import show_failed
from dashboard.loading import load_pages
from pipeline.errors import UserError
from web.addresses import Addresses
from web.connections import Connections, raise_file_limit
from web.files import Files
from web.headers import Headers
from web.hosts import Hosts, allowed_hosts
from web.ready import Ready
from web.warming import visit_every_page

PagesManager.uses_pages_directory = False
load_pages()
try:
    hosts = allowed_hosts()
except UserError as error:
    sys.exit(str(error))


@asynccontextmanager
async def before_the_port_opens(_app: st.App) -> AsyncIterator[None]:
    """Warm every page, and stand at the door."""
    Connections(raise_file_limit()).guard(asyncio.get_running_loop())
    await visit_every_page(get_instance())
    print(texts.ANSWERS_TO.format(hosts=", ".join(hosts)), flush=True)
    yield


app = st.App(
    Path(__file__).parent / "app.py",
    lifespan=before_the_port_opens,
    middleware=[
        Middleware(Headers),
        Middleware(Hosts, allowed=hosts),
        Middleware(Addresses),
        Middleware(Ready),
        Middleware(Files),
    ],
    on_script_error=show_failed,
)
