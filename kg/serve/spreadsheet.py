"""Tables as CSV for a spreadsheet: no cell of an article's words can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from kg.export.csv_files import guarded
from kg.serve.rows import ClaimRow, FigureRow

__all__ = ["claims_csv", "figures_csv", "harmless"]

_CLAIM_COLUMNS = (
    *("speaker", "cue", "text", "negated", "certainty", "about"),
    *("article", "source", "published", "said", "claim"),
)
_FIGURE_COLUMNS = (
    "measure",
    "modifier",
    "value",
    "at least",
    "at most",
    "figure",
    "scope",
    "contradicted by",
)


def claims_csv(rows: Iterable[ClaimRow], address: str) -> bytes:
    """Claims, one a line, UTF-8 with a mark so that spreadsheets know it.

    Args:
        rows: the claims.
        address: start of links to this server.
    """
    return _csv(_CLAIM_COLUMNS, (_claim(row, address) for row in rows))


def figures_csv(rows: Iterable[FigureRow], address: str) -> bytes:
    """Figures with their claims, one a line; arguments as for :func:`claims_csv`."""
    return _csv(
        _FIGURE_COLUMNS + _CLAIM_COLUMNS,
        (
            (
                row.measure,
                row.modifier,
                row.value,
                row.low,
                row.high,
                row.figure.text,
                row.scope,
                str(row.contradicted),
                *_claim(row.claim, address),
            )
            for row in rows
        ),
    )


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay as they are.

    >>> harmless("=1+1"), harmless("-12.5"), harmless("said")
    ("'=1+1", '-12.5', 'said')
    """
    return cell if _is_number(cell) else guarded(cell)


def _is_number(cell: str) -> bool:
    return cell[:1] == "-" and cell[1:].replace(".", "", 1).isdigit()


def _claim(row: ClaimRow, address: str) -> tuple[str, ...]:
    return (
        row.speaker.text,
        row.cue,
        row.text,
        "yes" if row.negated else "no",
        row.hedged or "certain",
        "; ".join(value.text for value in row.about),
        row.article.text,
        "; ".join(value.text for value in row.source),
        row.published,
        row.said,
        address + row.claim.href,
    )


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return output.getvalue().encode("utf-8-sig")
