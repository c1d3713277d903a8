"""Renders the pages. Templates escape everything; nothing of a graph is ever marked as safe."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from kg.serve.answer import Answer
from kg.serve.rows import plain

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["STATIC", "page", "with_parameters"]

STATIC = Path(__file__).parent / "static"
_TEMPLATES = Path(__file__).parent / "templates"
HTML_MEDIA = "text/html; charset=utf-8"


def page(template: str, *, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> Answer:
    """A page as an answer.

    Args:
        template: name without its ending.
        status: HTTP status.
        headers: further headers.
        values: what the template shows.
    """
    text = _environment().get_template(f"{template}.html.j2").render(**values)
    return Answer(status, HTML_MEDIA, text.encode(), headers or {})


def with_parameters(parameters: dict[str, str], **changed: str) -> str:
    """The query of an address with some parameters changed; empty ones are left out.

    >>> with_parameters({"sort": "text", "page": "3"}, page="", words="a b")
    '?sort=text&words=a+b'
    """
    kept = {name: value for name, value in (parameters | changed).items() if value}
    return f"?{urlencode(kept)}" if kept else "?"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["with_parameters"] = with_parameters
    environment.filters["plain"] = plain
    return environment
