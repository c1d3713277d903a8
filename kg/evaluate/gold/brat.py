r"""The standoff of brat: names, and attributions as PolNeAR marks them.

Format: https://brat.nlplab.org/standoff.html. ``T`` lines are spans (``T1\tPerson 0 9;12 15\tthe words``).
Spans of the types Source, Cue and Content make a claim when an ``E`` line (``E1\tAttribution:T4 Content:T3
Cue:T2 Source:T1``) or ``R`` lines (``R1\tSource Arg1:T2 Arg2:T1``) tie them together. Other lines are passed
over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import GoldError
from kg.evaluate.gold.labels import TYPE_OF, scored_types, unknown_labels
from kg.evaluate.gold.source import Gold, broken, numbered_lines, read_text

__all__ = ["read_brat"]

_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_IS_SPAN = re.compile(r"T\d+\t")
_IS_TIE = re.compile(r"[ER]\d+\t")
_ARGUMENT = re.compile(r"\S+?:([A-Z]\d+)")
_ROLE_OF = {"source": "speaker", "cue": "cue", "content": "content"}
_TRIGGERS = frozenset(("attribution", "attribution-no-source", "discard", "discuss"))
"""Marks of PolNeAR that are no role: the trigger of an E line, and notes of the annotators."""

Spans = list[list[int]]


@dataclass
class _Annotation:
    """spans: type and spans of each T line. ties: the T lines that an E or R line names. events: E lines."""

    spans: dict[str, tuple[str, Spans]] = field(default_factory=dict)
    events: list[list[str]] = field(default_factory=list)
    relations: list[list[str]] = field(default_factory=list)


def read_brat(path: Path) -> Gold:
    """Read a file of annotations, or all below a folder, each with its text.

    The text of ``name.ann`` is ``name.txt`` beside it or elsewhere below the folder; else the longest name
    that begins it up to an underscore (``name_annotator.ann``). Of several annotators of a text the first
    counts.

    Raises:
        GoldError: a line is broken, a text is missing, or there is nothing that we score.
    """
    annotations: dict[str, _Annotation] = {}
    files: dict[str, Path] = {}
    for annotation, text in _pairs(path):
        if text.stem in annotations and files[text.stem] == text:
            continue
        name = text.stem if text.stem not in files else f"{text.parent.name}/{text.stem}"
        files[name] = text
        annotations[name] = _read(annotation, len(read_text(text)))
    labels = {label for item in annotations.values() for label, _ in item.spans.values()}
    names = labels - {label for label in labels if label.lower() in {*_ROLE_OF, *_TRIGGERS}}
    types, claims = scored_types(names), any(label.lower() in _ROLE_OF for label in labels)
    if not types and not claims:
        known = ", ".join(sorted(labels)) or "none"
        raise GoldError(
            f"{path}: no label that is known as a type of name or of attribution (found: {known})"
        )
    layers = tuple(layer for layer, there in (("entities", types), ("claims", claims)) if there)
    rows = [
        {
            "id": name,
            "score_types": types,
            "same_types": {} if "Group" in types else {"Group": "Nationality"},
            "entities": _names(item),
            "claims": list(_claims(item)),
        }
        for name, item in annotations.items()
    ]
    return Gold("brat", layers, tuple(rows), files, unknown_labels(names))


def _pairs(path: Path) -> Iterator[tuple[Path, Path]]:
    """Each file of annotations with its text."""
    folder = path if path.is_dir() else path.parent
    annotations = sorted(folder.rglob("*.ann")) if path.is_dir() else [path]
    texts = sorted(folder.rglob("*.txt")) or sorted(folder.parent.rglob("*.txt"))
    by_name: dict[str, list[Path]] = {}
    for text in texts:
        by_name.setdefault(text.stem, []).append(text)
    for annotation in annotations:
        beside = annotation.with_suffix(".txt")
        found = [beside] if beside.is_file() else _named(annotation.stem, by_name)
        if not found:
            raise GoldError(f"{annotation}: its text {annotation.stem}.txt is missing")
        yield annotation, found[0]


def _named(name: str, by_name: Mapping[str, list[Path]]) -> list[Path]:
    while name not in by_name:
        name, cut, _ = name.rpartition("_")
        if not cut:
            return []
    return by_name[name]


def _read(path: Path, size: int) -> _Annotation:
    found = _Annotation()
    for number, line in numbered_lines(path):
        if _IS_SPAN.match(line):
            match = _SPAN.match(line)
            if match is None:
                raise broken(path, number, f"is no span: {line[:60]!r}")
            spans = [[int(offset) for offset in part.split()] for part in match[3].split(";")]
            if any(not 0 <= start < end <= size for start, end in spans):
                raise broken(path, number, f"the text has no characters {match[3]}")
            found.spans[match[1]] = (match[2], spans)
        elif _IS_TIE.match(line):
            ties = _ARGUMENT.findall(line.partition("\t")[2])
            (found.events if line.startswith("E") else found.relations).append(ties)
    return found


def _names(item: _Annotation) -> list[dict[str, Any]]:
    """Names; one of several stretches is taken from its first character to its last."""
    names = [
        {
            "start": min(start for start, _ in spans),
            "end": max(end for _, end in spans),
            "type": TYPE_OF[label],
            "kind": "name",
        }
        for label, spans in item.spans.values()
        if label in TYPE_OF
    ]
    return sorted(names, key=lambda name: (name["start"], name["end"], name["type"]))


def _claims(item: _Annotation) -> Iterator[dict[str, Spans]]:
    """The claims that have a content: those of E lines, then those that R lines tie together."""
    for ties in [*item.events, *_tied(item.relations)]:
        claim: dict[str, Spans] = {"speaker": [], "cue": [], "content": []}
        for tie in ties:
            label, spans = item.spans.get(tie, ("", []))
            if role := _ROLE_OF.get(label.lower()):
                claim[role] += spans
        if claim["content"]:
            yield claim


def _tied(relations: Sequence[Sequence[str]]) -> list[list[str]]:
    """Spans that relations connect, directly or over others.

    >>> _tied([["T1", "T2"], ["T3", "T4"], ["T2", "T5"]])
    [['T1', 'T2', 'T5'], ['T3', 'T4']]
    """
    groups: list[list[str]] = []
    for ties in relations:
        touched = [group for group in groups if any(tie in group for tie in ties)]
        joined = list(dict.fromkeys([tie for group in touched for tie in group] + list(ties)))
        position = groups.index(touched[0]) if touched else len(groups)
        groups = [group for group in groups if group not in touched]
        groups.insert(position, joined)
    return groups
