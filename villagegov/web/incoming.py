"""A request whose half-received files are closed with it, so that a broken upload takes no room any longer."""

from typing import IO

from flask import Request


class IncomingRequest(Request):
    """Closes every stream a file was being received into (U13)."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        stream = super()._get_file_stream(total_content_length, content_type, filename, content_length)
        self.__dict__.setdefault("received_into", []).append(stream)
        return stream

    def close(self) -> None:
        """Called when the request is over, however it ended."""
        super().close()
        for stream in self.__dict__.get("received_into", []):
            stream.close()
