"""The socket of a page, in the test's hand."""

from playwright.sync_api import Page, WebSocketRoute


class Line:
    """Can be cut, and kept cut while `down`. `joined`: how often the page got through."""

    def __init__(self, page: Page, *, down: bool = False) -> None:
        self.down, self.joined = down, 0
        self._open: WebSocketRoute | None = None
        page.route_web_socket("**/live/room/**", self._opened)

    def _opened(self, socket: WebSocketRoute) -> None:
        if self.down:
            return socket.close(code=1011, reason="cut by the test")
        self.joined += 1
        self._open = socket
        socket.connect_to_server()

    def cut(self) -> None:
        """Break the line and keep it broken until `down` is false again."""
        self.down = True
        assert self._open is not None
        self._open.close(code=1011, reason="cut by the test")
