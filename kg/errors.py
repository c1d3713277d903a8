"""What can go wrong, as a tree.

::

    NewskgError
    ├── SourceError     a file cannot be read as an article
    ├── GoldError       a file cannot be read as gold annotations
    ├── ReaderError     a spaCy pipeline cannot be loaded or lacks a layer
    ├── GraphError      a graph cannot be read, or lacks what is asked for
    ├── QueryError      a query cannot be parsed, or lacks a parameter
    └── SettingsError   an option or its value makes no sense

The command line turns each into one line; a traceback is shown only with ``--debug``.
"""

__all__ = [
    "GoldError",
    "GraphError",
    "NewskgError",
    "QueryError",
    "ReaderError",
    "SettingsError",
    "SourceError",
]


class NewskgError(Exception):
    """Base of all errors that newskg raises on purpose. The message says what to do next."""


class SourceError(NewskgError):
    """A file cannot be read as an article."""


class GoldError(NewskgError):
    """A file cannot be read as gold annotations; the message names file and line."""


class ReaderError(NewskgError):
    """A spaCy pipeline cannot be loaded or lacks a layer that is needed."""


class GraphError(NewskgError):
    """A graph cannot be read, or lacks what is asked for."""


class QueryError(NewskgError):
    """A query cannot be parsed, or a parameter is missing or unknown."""


class SettingsError(NewskgError):
    """An option or its value makes no sense."""
