"""Clock and ids, handed in everywhere so that tests and the sample's builder repeat exactly."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Identity:
    """Where times (milliseconds since 1970, UTC) and random bytes come from."""

    now: Callable[[], int] = _milliseconds
    random: Callable[[int], bytes] = os.urandom

    def new_id(self) -> str:
        """A lower-case UUIDv7 (RFC 9562, section 5.7)."""
        raw = bytearray(self.now().to_bytes(6, "big") + self.random(10))
        raw[6] = raw[6] & 0x0F | 0x70
        raw[8] = raw[8] & 0x3F | 0x80
        digits = raw.hex()
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def timestamp(milliseconds: int) -> str:
    """UTC in the spelling of the export: `2026-11-21T09:30:00.123Z`."""
    moment = datetime.fromtimestamp(milliseconds // 1000, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{milliseconds % 1000:03d}Z"
