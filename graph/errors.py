"""Every error that a user sees, in one tree, each named for what happened.

    LineageError                     exit 3 unless said otherwise
    ├── UsageError                   exit 2: bad options, a REF that fits several, a refused query
    │   ├── AmbiguousReference
    │   ├── RefusedQuery
    │   ├── NotAcceptable            no format that the client accepts (HTTP only, `api/sparql.py`)
    │   ├── UnknownMediaType         a POST that is neither a form nor a query (likewise)
    │   ├── RequestTooLarge          (likewise)
    │   └── NotAllowed               a judgement without the token (HTTP only, `api/edits.py`)
    ├── NothingFound                 exit 1: unknown REF or BODY, or no rows
    ├── UnreadableDocument           a file that cannot be read: empty, binary, undecodable, missing
    ├── WorkspaceError               workspace of another version, damaged, missing
    │   └── WorkspaceInUse           another process holds it
    ├── StoreError                   store missing, server away, password wrong, disk full
    │   └── DanglingEdge
    ├── QueryStopped                 a query that reached its time or memory limit
    └── ServeError                   port in use

Each message is one sentence in two languages: what is wrong, where, and what to do.
`message(lang)` gives one of them; `str(error)` gives both, Vietnamese first.
"""

from __future__ import annotations

from typing import ClassVar


class LineageError(Exception):
    """An error with a sentence for the user.

    >>> error = UnreadableDocument("tệp rỗng", "the file is empty")
    >>> error.message("en")
    'the file is empty'
    >>> error.exit_code
    3
    """

    exit_code: ClassVar[int] = 3
    status: ClassVar[int] = 500
    code: ClassVar[str] = "error"

    def __init__(self, vi: str, en: str, detail: object = None) -> None:
        super().__init__(vi, en)
        self.vi = vi
        self.en = en
        self.detail = detail

    def message(self, lang: str) -> str:
        """The sentence in `lang` ("vi" or "en")."""
        return self.en if lang == "en" else self.vi

    def __str__(self) -> str:
        return f"{self.vi} / {self.en}"


class UsageError(LineageError):
    """The command or request is not well formed."""

    exit_code = 2
    status = 400
    code = "usage"


class AmbiguousReference(UsageError):
    """A REF fits several directives; `detail` lists them as rows."""

    status = 409
    code = "ambiguous"


class RefusedQuery(UsageError):
    """A Cypher or SPARQL text outside the read-only subset."""

    status = 400
    code = "refused"


class NothingFound(LineageError):
    """No such directive, body or document, or no rows."""

    exit_code = 1
    status = 404
    code = "not-found"


class UnreadableDocument(LineageError):
    """A file that yields no text."""

    status = 422
    code = "unreadable"


class WorkspaceError(LineageError):
    """The workspace cannot be used as it is."""

    code = "workspace"


class WorkspaceInUse(WorkspaceError):
    """Another process has held the workspace for too long; asking again later may do."""

    status = 503
    code = "in-use"


class StoreError(LineageError):
    """A store cannot be opened, read or written."""

    status = 503
    code = "store"


class DanglingEdge(StoreError):
    """An edge names a node that is neither stored nor given."""

    code = "dangling-edge"


class QueryStopped(LineageError):
    """A query reached its limit of time, rows or memory."""

    status = 503
    code = "stopped"


class ServeError(LineageError):
    """The server cannot start."""

    code = "serve"
