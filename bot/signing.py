"""What a key under a message carries: an action, the chat it is about, and a short signature. Pure.

`chat@action~signature`, in at most 64 bytes; the chat is left out where it is the one that the message stands in. A
client can send any data for any message, so nothing is done that was not signed for the chat the message is in.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from hashlib import sha256

MOST_BYTES = 64
_NUMBER = re.compile(r"-?\d{1,20}", re.ASCII)
_SIGN = 8  # characters of six bits: one guess in 281 million million


def signed(key: bytes, action: str, where: int, about: int) -> str:
    """The data of a key in the chat `where` that acts on the chat `about`. An action begins with a letter."""
    data = action if about == where else f"{about}@{action}"
    return f"{data}~{_signature(key, where, data)}"


def read(key: bytes, data: str, where: int) -> tuple[str, int] | None:
    """The action and the chat it is about; None where the data was not signed for this chat."""
    body, mark, signature = data.rpartition("~")
    if not mark or not hmac.compare_digest(_bytes(signature), _signature(key, where, body).encode()):
        return None
    about, mark, action = body.partition("@")
    return (action, int(about)) if mark and _NUMBER.fullmatch(about) else (body, where)


def key_of(token: str) -> bytes:
    """The key of a bot, which a new token changes."""
    return sha256(f"keys:{token}".encode()).digest()


def _signature(key: bytes, where: int, data: str) -> str:
    digest = hmac.new(key, _bytes(f"{where}:{data}"), sha256).digest()
    return urlsafe_b64encode(digest)[:_SIGN].decode()


def _bytes(text: str) -> bytes:
    """What a client sent may hold half a letter."""
    return text.encode("utf-8", "surrogatepass")
