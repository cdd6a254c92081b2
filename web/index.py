"""Streamlit's index page, made ours: in Norwegian, with our script and style sheet, none inline.

What the script needs to know of the server and of words stands in the attributes of its element;
what changes from run to run is in the mark of the run (dashboard.markup.run_mark).
"""

import json
import re
from html import escape
from pathlib import Path

from streamlit import file_util

from dashboard import assets, texts, theme

_NOT_OURS = re.compile(
    r"<script>.*?</script>"  # the policy allows none
    r"|<noscript>.*?</noscript>"
    r'|<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>'
    r'|<link\s+rel="service-desc"[^>]*>'
    r"|<!--.*?-->",
    re.DOTALL,
)


def index_page(base: str) -> str:
    """The page for a server whose address ends with a path ("/" or "/path/")."""
    page = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    page = _NOT_OURS.sub("", page).strip()
    page = page.replace('<html lang="en">', '<html lang="nb">')
    page = page.replace("<title>Streamlit</title>", f"<title>{texts.BRAND}</title>")
    # First of the scripts that wait for the page: Streamlit's own reads what it sets.
    page = page.replace("<head>", f"<head>{_script(base)}", 1)
    # After Streamlit's styles, which end up last in the head.
    return page.replace("<body>", f"<body>{_before_anything()}", 1)


def _script(base: str) -> str:
    told = {
        "base": base,
        "program": assets.program(),
        "words": json.dumps(texts.STREAMLIT_WORDS, ensure_ascii=False),
        "notices": json.dumps(texts.NOTICES, ensure_ascii=False),
    }
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    return f'<script defer src="./{assets.name("js")}"{attributes}></script>'


def _before_anything() -> str:
    return (
        f'<link rel="stylesheet" href="./{assets.name("css")}">{theme.textures()}'
        f"<noscript><p>{texts.NEEDS_JAVASCRIPT}</p></noscript>"
    )
