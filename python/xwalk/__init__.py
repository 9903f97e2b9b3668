"""Coverage and gap analysis across management-system standards.

    >>> import xwalk
    >>> rows = xwalk.gap("assessment.yaml", "iso-iec-20000-1:2011")
    >>> rows[0]["clause"], rows[0]["level"], rows[0]["action"]

Rows are those that the program writes as JSON: a dictionary for each, with strings, numbers, booleans and None. `arrow=True` gives
a `pyarrow.Table` instead. What goes wrong is an `xwalk.Error`.

Functions ask the bundled standards. To add your own, or to change how is inferred and counted, pass a folder, or make
`Standards` once and ask them as often as you like.
"""

from __future__ import annotations

import csv
import functools
import io
import json
from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast, overload

from . import _arrow, _native
from ._errors import DataError, Error, FileError, RefusedError

if TYPE_CHECKING:
    import pyarrow

__all__ = [
    "DataError",
    "Error",
    "FileError",
    "RefusedError",
    "Standards",
    "ask",
    "check",
    "coverage",
    "crosswalk",
    "document",
    "gap",
    "list_editions",
    "show",
]

Path: TypeAlias = "str | PathLike[str]"
Row: TypeAlias = "dict[str, Any]"
Words: TypeAlias = "str | Iterable[str]"


def _several(words: Words) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _options(**options: object) -> list[str]:
    """Options of the command line: each by its name, as often as it has values, and not at all where it is None."""
    words: list[str] = []
    for name, value in options.items():
        if value is None:
            continue
        values = _several(cast(Words, value)) if isinstance(value, Iterable) else [str(value)]
        for one in values:
            words.append(f"--{name.rstrip('_').replace('_', '-')}={one}")
    return words


class Standards:
    """Standards that are known: what is bundled, with packs, files and folders of yours. They are read once.

    max_hops, partial_weight, min_confidence, without_table and where are options of the program: how far to infer, how to count,
    what to leave out. intersect_as says how exports of CISO Assistant are read: "partial" or "related".
    """

    def __init__(
        self,
        *paths: Path,
        intersect_as: Literal["partial", "related"] | None = None,
        max_hops: int | None = None,
        partial_weight: float | None = None,
        min_confidence: Literal["low", "medium", "high"] | None = None,
        without_table: Words = (),
        where: Words = (),
    ) -> None:
        settings = _options(
            max_hops=max_hops,
            partial_weight=partial_weight,
            min_confidence=min_confidence,
            without_table=without_table,
            where=where,
        )
        self._native = _native.Standards(paths, intersect_as, settings)

    @property
    def warnings(self) -> list[Row]:
        """What is worth knowing about the files that were added, although they can be used."""
        return self._native.warnings()

    def ask(self, *words: str, assessment: Path | None = None) -> Row:
        """A question in the words of the command line without the assessment: the whole answer, as JSON has it.

        list, show, search, map, matrix, compare, density and integrate are about standards; coverage, gap, explain, plan, soa,
        evidence and report need an assessment; guide and graph take one or none. Other commands are not questions: check is the
        function of that name, and for the rest, such as portfolio, trend, diff, audit, suggest, agree and migrate, there is only
        the program.
        """
        return cast(Row, json.loads(self.document(*words, assessment=assessment, format="json")))

    def document(self, *words: str, assessment: Path | None = None, format: str = "html") -> bytes:
        """The same in a format of the program, such as html, xlsx, docx, csv or svg."""
        return self._native.ask(words, assessment, format)

    @overload
    def gap(
        self,
        assessment: Path,
        target: str | None = None,
        *,
        action: Words = (),
        level: Words = (),
        clause: Words = (),
        arrow: Literal[False] = False,
    ) -> list[Row]: ...
    @overload
    def gap(
        self,
        assessment: Path,
        target: str | None = None,
        *,
        action: Words = (),
        level: Words = (),
        clause: Words = (),
        arrow: Literal[True],
    ) -> pyarrow.Table: ...
    def gap(
        self,
        assessment: Path,
        target: str | None = None,
        *,
        action: Words = (),
        level: Words = (),
        clause: Words = (),
        arrow: bool = False,
    ) -> list[Row] | pyarrow.Table:
        """Shows what is covered, what has to be extended and how, and what is new: a row for each applicable requirement of the
        target. Without a target it is about those that the assessment names, one after the other."""
        options = _options(target=target, action=action, level=level, clause=clause)
        return self._rows("gap", *options, assessment=assessment, arrow=arrow)

    @overload
    def coverage(
        self, assessment: Path, target: str | None = None, *, by: str = "chapter", arrow: Literal[False] = False
    ) -> list[Row]: ...
    @overload
    def coverage(
        self, assessment: Path, target: str | None = None, *, by: str = "chapter", arrow: Literal[True]
    ) -> pyarrow.Table: ...
    def coverage(
        self, assessment: Path, target: str | None = None, *, by: str = "chapter", arrow: bool = False
    ) -> list[Row] | pyarrow.Table:
        """How much of a target is covered: a row for each chapter, or value of another attribute, and one for all of it. Without a
        target it is about those that the assessment names, one after the other."""
        return self._rows("coverage", *_options(target=target, by=by), assessment=assessment, arrow=arrow)

    @overload
    def crosswalk(
        self, from_: str, to: str, *, inferred: bool = False, arrow: Literal[False] = False
    ) -> list[Row]: ...
    @overload
    def crosswalk(self, from_: str, to: str, *, inferred: bool = False, arrow: Literal[True]) -> pyarrow.Table: ...
    def crosswalk(
        self, from_: str, to: str, *, inferred: bool = False, arrow: bool = False
    ) -> list[Row] | pyarrow.Table:
        """How one edition covers another one, row by row (`xwalk map`); inferred adds what follows over chains."""
        return self._rows("map", *(["--inferred"] if inferred else []), "--", from_, to, arrow=arrow)

    @overload
    def list_editions(self, *, arrow: Literal[False] = False) -> list[Row]: ...
    @overload
    def list_editions(self, *, arrow: Literal[True]) -> pyarrow.Table: ...
    def list_editions(self, *, arrow: bool = False) -> list[Row] | pyarrow.Table:
        """What is known, as `xwalk list` says it: a row for each edition, relation table and method; `kind` says which it is."""
        return self._rows("list", arrow=arrow)

    @overload
    def show(self, name: str, *, arrow: Literal[False] = False) -> list[Row]: ...
    @overload
    def show(self, name: str, *, arrow: Literal[True]) -> pyarrow.Table: ...
    def show(self, name: str, *, arrow: bool = False) -> list[Row] | pyarrow.Table:
        """What is known of an edition, a clause, a relation table or a method."""
        return self._rows("show", "--", name, arrow=arrow)

    @overload
    def check(
        self, *paths: Path, notes: bool = False, gates: Sequence[str] = (), arrow: Literal[False] = False
    ) -> list[Row]: ...
    @overload
    def check(
        self, *paths: Path, notes: bool = False, gates: Sequence[str] = (), arrow: Literal[True]
    ) -> pyarrow.Table: ...
    def check(
        self, *paths: Path, notes: bool = False, gates: Sequence[str] = (), arrow: bool = False
    ) -> list[Row] | pyarrow.Table:
        """What is wrong with files: a row for each finding. That something is wrong is no exception.

        notes adds what is worth knowing although nothing is wrong. gates are options of `xwalk check`, such as
        ["--min-coverage", "iso-iec-20000-1:2011=60"].
        """
        found = json.loads(self._native.check(paths, notes, gates, "json"))
        return _as_asked(found["answer"], arrow, lambda: self._native.check(paths, notes, gates, "csv"))

    def _rows(self, *words: str, arrow: bool, assessment: Path | None = None) -> list[Row] | pyarrow.Table:
        rows = self.ask(*words, assessment=assessment)["answer"]
        return _as_asked(rows, arrow, lambda: self.document(*words, assessment=assessment, format="csv"))


def _as_asked(rows: list[Row], arrow: bool, as_csv: Callable[[], bytes]) -> list[Row] | pyarrow.Table:
    if not arrow:
        return rows
    # Where there are no rows, only CSV says what they would have.
    keys = list(rows[0]) if rows else next(csv.reader(io.StringIO(as_csv().decode())))
    return _arrow.table(rows, keys)


@functools.cache
def _bundled() -> Standards:
    return Standards()


Known: TypeAlias = "Standards | Path | Iterable[Path] | None"


def _known(standards: Known) -> Standards:
    """Standards as they are passed: none for those that are bundled, paths for more."""
    if standards is None:
        return _bundled()
    if isinstance(standards, Standards):
        return standards
    if isinstance(standards, (str, PathLike)):
        return Standards(standards)
    return Standards(*standards)


@overload
def gap(
    assessment: Path,
    target: str | None = None,
    *,
    action: Words = (),
    level: Words = (),
    clause: Words = (),
    standards: Known = None,
    arrow: Literal[False] = False,
) -> list[Row]: ...
@overload
def gap(
    assessment: Path,
    target: str | None = None,
    *,
    action: Words = (),
    level: Words = (),
    clause: Words = (),
    standards: Known = None,
    arrow: Literal[True],
) -> pyarrow.Table: ...
def gap(
    assessment: Path, target: str | None = None, *, standards: Known = None, **options: Any
) -> list[Row] | pyarrow.Table:
    """Shows what is covered, what has to be extended and how, and what is new: a row for each applicable requirement of the target.
    Without a target it is about those that the assessment names, one after the other."""
    return _known(standards).gap(assessment, target, **options)


@overload
def coverage(
    assessment: Path,
    target: str | None = None,
    *,
    by: str = "chapter",
    standards: Known = None,
    arrow: Literal[False] = False,
) -> list[Row]: ...
@overload
def coverage(
    assessment: Path,
    target: str | None = None,
    *,
    by: str = "chapter",
    standards: Known = None,
    arrow: Literal[True],
) -> pyarrow.Table: ...
def coverage(
    assessment: Path, target: str | None = None, *, standards: Known = None, **options: Any
) -> list[Row] | pyarrow.Table:
    """How much of a target is covered: a row for each chapter, or value of another attribute, and one for all of it. Without a target
    it is about those that the assessment names, one after the other."""
    return _known(standards).coverage(assessment, target, **options)


@overload
def crosswalk(
    from_: str, to: str, *, inferred: bool = False, standards: Known = None, arrow: Literal[False] = False
) -> list[Row]: ...
@overload
def crosswalk(
    from_: str, to: str, *, inferred: bool = False, standards: Known = None, arrow: Literal[True]
) -> pyarrow.Table: ...
def crosswalk(from_: str, to: str, *, standards: Known = None, **options: Any) -> list[Row] | pyarrow.Table:
    """How one edition covers another one, row by row (`xwalk map`); inferred adds what follows over chains."""
    return _known(standards).crosswalk(from_, to, **options)


@overload
def list_editions(*, standards: Known = None, arrow: Literal[False] = False) -> list[Row]: ...
@overload
def list_editions(*, standards: Known = None, arrow: Literal[True]) -> pyarrow.Table: ...
def list_editions(*, standards: Known = None, **options: Any) -> list[Row] | pyarrow.Table:
    """What is known, as `xwalk list` says it: a row for each edition, relation table and method; `kind` says which it is."""
    return _known(standards).list_editions(**options)


@overload
def show(name: str, *, standards: Known = None, arrow: Literal[False] = False) -> list[Row]: ...
@overload
def show(name: str, *, standards: Known = None, arrow: Literal[True]) -> pyarrow.Table: ...
def show(name: str, *, standards: Known = None, **options: Any) -> list[Row] | pyarrow.Table:
    """What is known of an edition, a clause, a relation table or a method."""
    return _known(standards).show(name, **options)


@overload
def check(
    *paths: Path,
    notes: bool = False,
    gates: Sequence[str] = (),
    standards: Known = None,
    arrow: Literal[False] = False,
) -> list[Row]: ...
@overload
def check(
    *paths: Path,
    notes: bool = False,
    gates: Sequence[str] = (),
    standards: Known = None,
    arrow: Literal[True],
) -> pyarrow.Table: ...
def check(*paths: Path, standards: Known = None, **options: Any) -> list[Row] | pyarrow.Table:
    """What is wrong with files: a row for each finding. That something is wrong is no exception."""
    return _known(standards).check(*paths, **options)


def ask(*words: str, assessment: Path | None = None, standards: Known = None) -> Row:
    """A question in the words of the command line without the assessment: the whole answer, as JSON has it.

    `Standards.ask` says which commands are questions.
    """
    return _known(standards).ask(*words, assessment=assessment)


def document(
    *words: str, assessment: Path | None = None, format: str = "html", standards: Known = None
) -> bytes:
    """The same in a format of the program, such as html, xlsx, docx, csv or svg."""
    return _known(standards).document(*words, assessment=assessment, format=format)
