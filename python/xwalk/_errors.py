"""Why a question has no answer."""

from __future__ import annotations

from typing import Any


class Error(Exception):
    """Why there is no answer; its text is what the program prints."""


class DataError(Error):
    """The data is wrong.

    `faults` holds everything that is wrong, warnings included, each as a dictionary with rule, severity, file, line, column,
    message and help. `rule`, `file`, `line` and `column` are those of the first error.
    """

    def __init__(self, text: str, faults: list[dict[str, Any]]) -> None:
        super().__init__(text, faults)
        self.faults = faults
        first: dict[str, Any] = next((fault for fault in faults if fault["severity"] == "error"), {})
        self.rule: str | None = first.get("rule")
        self.file: str | None = first.get("file")
        self.line: int | None = first.get("line")
        self.column: int | None = first.get("column")

    def __str__(self) -> str:
        return str(self.args[0])


class RefusedError(Error, ValueError):
    """The question has no answer here, or cannot be asked like this; `help` says what is possible, if that can be said."""

    def __init__(self, text: str, help: str | None) -> None:
        super().__init__(text, help)
        self.help = help

    def __str__(self) -> str:
        return str(self.args[0])


class FileError(Error):
    """A file or folder that cannot be read: `filename` says which one, and `errno` what the system calls it."""

    def __init__(self, text: str, filename: str, errno: int | None) -> None:
        super().__init__(text, filename, errno)
        self.filename = filename
        self.errno = errno

    def __str__(self) -> str:
        return str(self.args[0])
