"""The Content-Security-Policy that every answer carries."""

CONTENT_SECURITY_POLICY: str | None = None
