"""The Content-Security-Policy that every answer carries: nothing from elsewhere, no inline scripts.

Streamlit writes its styles into the page as it goes, so styles may be inline; scripts may not, nor
may text become a program. Pictures and a font of Streamlit's come as data: and blob:.
"""

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
