"""The reader that the page shares with the other exports, under the name that the page's modules know."""

from kg.export.reader import GraphReader

__all__ = ["GraphReader"]
