"""Opens every page once, one after the other, before the port is opened."""

import asyncio
import logging

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionClient

from dashboard.navigation import PATHS

_PATIENCE = 30
_LOG = logging.getLogger(__name__)


class _Visitor(SessionClient):
    """Somebody who waits until the page is drawn."""

    def __init__(self) -> None:
        self.finished = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        if msg.WhichOneof("type") == "script_finished":
            self.finished.set()


async def visit_every_page(runtime: Runtime) -> None:
    """Open every page as a browser does, so that no visitor is the first to run anything."""
    for path in PATHS.values():
        visitor = _Visitor()
        session = runtime.connect_session(visitor, {})
        try:
            asked = BackMsg()
            asked.rerun_script.page_name = path
            runtime.handle_backmsg(session, asked, client=visitor)
            await asyncio.wait_for(visitor.finished.wait(), _PATIENCE)
        except TimeoutError:
            _LOG.warning("the page /%s was not drawn in %d seconds", path, _PATIENCE)
        finally:
            runtime.close_session(session)
