"""A result as a table in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kg.query.table import shown

if TYPE_CHECKING:
    from kg.query.run import Result

__all__ = ["MOST_ROWS", "html_table"]

MOST_ROWS = 200
"""A notebook keeps what it shows; further rows are counted."""


def html_table(result: Result) -> str:
    """The first rows as an HTML table; every cell is escaped: nothing of an article becomes markup."""
    head = "".join(f"<th>{escape(shown(column))}</th>" for column in result.columns)
    rows = "".join(_row(row) for row in result.rows[:MOST_ROWS])
    more = len(result.rows) - MOST_ROWS
    rest = f"<p>{more:,} more rows</p>" if more > 0 else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{rest}"


def _row(values: tuple[object, ...]) -> str:
    cells = "".join(f'<td style="text-align:left" dir="auto">{escape(shown(value))}</td>' for value in values)
    return f"<tr>{cells}</tr>"
