"""A result as a table on a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.query.run import Result

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["render_table", "shown"]

# C0 and C1 controls and what turns the direction of text: an article must not steer a terminal
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def render_table(result: Result) -> Table:
    """A rich table; cells are plain text, so that nothing in an article becomes markup or a control code."""
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, header_style="bold", row_styles=("", "dim"))
    for column in result.columns:
        table.add_column(Text(shown(column)), overflow="fold")
    for row in result.rows:
        table.add_row(*(Text(shown(value)) for value in row))
    return table


def shown(value: object) -> str:
    r"""A value on one line, without control characters; unbound as "".

    >>> shown("a\x1b[31m\nb")
    'a [31m b'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _CONTROL.sub(" ", str(value))
