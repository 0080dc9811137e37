"""Web addresses from outside, made fit for every platform or left out."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

LONGEST = 500
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_KEPT = "/?#%:@!$&'()*+,;=~[]"


def web_address(text: str) -> str:
    """The address in plain letters, "" where it is no http or https address that any platform would open."""
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
        rest = quote(urlunsplit(("", "", parts.path, parts.query, parts.fragment)), _KEPT)
    except ValueError:
        return ""
    address = f"{parts.scheme}://{host}{port}{rest}"
    opens = parts.scheme in ("http", "https") and _HOST.fullmatch(host) and "@" not in parts.netloc
    return address if opens and len(address) <= LONGEST else ""
