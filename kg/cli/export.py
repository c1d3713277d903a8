"""``kg export``: a graph in the formats of other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import shown_progress
from kg.errors import SettingsError
from kg.export.registry import FORMATS, Format

__all__ = ["export_command"]

_ALL = "all"
_LIST = "\n".join(f"  {form.name:9} {form.about}" for form in FORMATS.values())


@click.command(
    "export",
    short_help="Write a graph for other tools: stores, Neo4j, Gephi, SQL, Aleph.",
    epilog=f"\b\nFormats:\n{_LIST}\n  {_ALL:9} each of them",
)
@click.argument("graph", metavar="DIR_OR_FILE", type=options.FILE)
@click.option(
    "--to",
    "names",
    type=click.Choice([*FORMATS, _ALL]),
    metavar="FORMAT",
    multiple=True,
    required=True,
    help="One of the formats below; may be repeated.",
)
@click.option(
    "-o",
    "--output",
    type=options.FILE,
    metavar="PATH",
    help="The file, or with several formats the folder. By default DIR/export/graph.EXT.",
)
def export_command(graph: Path, names: tuple[str, ...], output: Path | None) -> None:
    """Write a graph (a file, or the folder of a build) in the formats of other tools.

    Everything is made from the RDF graph, and equal graphs give equal files. What each format is for, how to
    open it, and what is lost in it: docs/export.md.
    """
    from kg.export import export
    from kg.export.content import Content
    from kg.store import graph_file, load_store

    forms = _chosen(names)
    folder, stem = _place(graph_file(graph), output, several=len(forms) > 1)
    content = Content(load_store(graph))
    with shown_progress() as tell:
        for done, form in enumerate(forms):
            if tell:
                tell(f"writing {form.name}", done, len(forms))
            target = folder / (stem or form.file_name(graph_file(graph).stem))
            export(content, form.name, target)
            click.echo(str(target))


def _chosen(names: tuple[str, ...]) -> list[Format]:
    """The formats asked for, each once; of all, those that can be written here.

    Raises:
        SettingsError: a library is missing for one that is asked for by name.
    """
    if missing := [FORMATS[name].missing for name in names if name != _ALL and FORMATS[name].missing]:
        raise SettingsError("; ".join(missing))
    if _ALL not in names:
        return [FORMATS[name] for name in dict.fromkeys(names)]
    for form in FORMATS.values():
        if form.missing:
            click.echo(f"left out: {form.missing}", err=True)
    return [form for form in FORMATS.values() if not form.missing]


def _place(graph: Path, output: Path | None, *, several: bool) -> tuple[Path, str]:
    """The folder to write into, and the name there; "" for the usual one."""
    if output is None:
        return graph.parent / "export", ""
    if several or output.is_dir():
        return output, ""
    return output.parent, output.name
