"""Making a trained pipeline small: one folder of the parts, with only the strings they need."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

__all__ = ["ship", "size_in_bytes"]


_META = {
    "name": "newskg_provisional",
    "version": "0.1.0",
    "description": "The provisional reader of newskg: English news; see MODEL_CARD.md",
    "author": "The newskg founders",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<4.0.0",
}


def ship(syntax: Path, names: Path, output: Path) -> None:
    """Put the trained parts together and write the pipeline that is shipped.

    The store of strings, which keeps every word of the training data, is cut down to the labels
    and the tokenizer's exceptions.

    Args:
        syntax: A pipeline as ``spacy train`` wrote it, with tags, features and dependencies.
        names: Another one, with names.
        output: The folder to write; what it held is replaced.
    """
    nlp = spacy.load(syntax)
    named = spacy.load(names)
    nlp.vocab.vectors = named.vocab.vectors
    nlp.add_pipe("ner", source=named)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # they name this machine's folders
    nlp.meta.update(_META)
    nlp.meta["performance"] = {}
    partial = output.with_name(output.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    nlp.to_disk(partial)
    strings = sorted(set(_needed_strings(nlp)))
    (partial / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")
    shutil.rmtree(output, ignore_errors=True)
    partial.rename(output)


def _needed_strings(nlp: Language) -> Iterator[str]:
    yield from spacy.blank("en").vocab.strings
    for name in nlp.pipe_names:
        pipe: Any = nlp.get_pipe(name)
        for label in getattr(pipe, "labels", ()):
            if isinstance(label, str):  # the lemmatizer's are numbers of edit trees
                yield label
                for part in label.split("|"):
                    yield from (part, *part.split("="))
        if hasattr(pipe, "trees"):
            for number in range(len(pipe.trees)):
                tree = pipe.trees[number]
                yield from (nlp.vocab.strings[tree[key]] for key in ("orig", "subst") if key in tree)


def size_in_bytes(folder: Path) -> int:
    """Add up the sizes of all files in a folder and its folders."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
