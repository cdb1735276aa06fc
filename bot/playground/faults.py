"""Trouble on demand: errors, delays and lost connections, armed for the next calls of a method."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.playground.errors import ApiError

ANY = "*"


class ConnectionDropped(Exception):
    """The call is to end without an answer."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Bot API, as it came in."""

    method: str
    params: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """What is to go wrong.

    Attributes:
        method: of the Bot API; `*` for any but `getUpdates`.
        code: status to answer with; None answers as usual.
        description: text of that answer.
        retry_after: seconds, for a 429.
        times: for so many calls.
        before: seconds to wait before the call takes effect.
        after: seconds to wait between the effect and the answer.
        effect: an answer with `code` comes although the call took effect.
        drop: the connection ends without an answer, after the effect.
    """

    method: str = ANY
    code: int | None = None
    description: str = "Internal Server Error"
    retry_after: int | None = None
    times: int = 1
    before: float = 0.0
    after: float = 0.0
    effect: bool = False
    drop: bool = False

    def error(self) -> ApiError | None:
        """The answer, if it is not the usual one."""
        if self.code is None:
            return None
        if self.retry_after is None:
            return ApiError(self.code, self.description)
        text = f"Too Many Requests: retry after {self.retry_after}"
        return ApiError(self.code, text, retry_after=self.retry_after)


class Faults:
    """Armed faults, used up oldest first."""

    def __init__(self) -> None:
        self._armed: deque[Fault] = deque()

    def arm(self, fault: Fault) -> None:
        """Adds a fault behind those that are armed."""
        self._armed.append(fault)

    def clear(self) -> None:
        """Nothing goes wrong from here on."""
        self._armed.clear()

    def take(self, method: str) -> Fault:
        """The fault for this call, one use of it spent; an empty one where none is armed."""
        for place, fault in enumerate(self._armed):
            if fault.method == method or (fault.method == ANY and method != "getUpdates"):
                self._spend(place, fault)
                return fault
        return Fault()

    def _spend(self, place: int, fault: Fault) -> None:
        if fault.times > 1:
            self._armed[place] = replace(fault, times=fault.times - 1)
        else:
            del self._armed[place]
