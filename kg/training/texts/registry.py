"""All corpora that the reader can learn from, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.training.texts.ewt import read_ewt
from kg.training.texts.gum import read_gum
from kg.training.texts.litbank import read_litbank
from kg.training.texts.meantime import read_meantime
from kg.training.texts.news_names import read_gmb_texts, read_politics_texts, read_wikigold_texts
from kg.training.texts.polnear import read_polnear
from kg.training.texts.re3d import read_re3d
from kg.training.texts.redocred import read_redocred_texts
from kg.training.texts.silver import read_silver
from kg.training.texts.text import Text

__all__ = ["TEXT_CORPORA", "TextCorpus"]


@dataclass(frozen=True, slots=True)
class TextCorpus:
    """One corpus.

    Attributes:
        name: Its name, which its texts bear too.
        licence: What its texts and annotations are under.
        read: From the folder of all corpora to its texts, the same ones in the same order each time.
        needs: Folders under the folder of all corpora without which it cannot be read.
    """

    name: str
    licence: str
    read: Callable[[Path], Iterator[Text]]
    needs: tuple[str, ...]


_ALL = (
    TextCorpus(
        name="ud_ewt",
        licence="CC BY-SA 4.0 (UD English-EWT; names: UNER English-EWT, CC BY-SA 4.0)",
        read=read_ewt,
        needs=("ud_ewt",),
    ),
    TextCorpus(
        name="gum",
        licence="CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 by genre",
        read=read_gum,
        needs=("gum",),
    ),
    TextCorpus(
        name="polnear",
        licence="none stated; newspaper texts, nothing of them is passed on",
        read=read_polnear,
        needs=("polnear",),
    ),
    TextCorpus(
        name="attribution_silver",
        licence="texts in the public domain, machine-made annotation of our own",
        read=read_silver,
        needs=("attribution_silver",),
    ),
    TextCorpus(name="litbank", licence="CC BY 4.0", read=read_litbank, needs=("litbank",)),
    TextCorpus(name="meantime", licence="CC BY 4.0", read=read_meantime, needs=("meantime",)),
    TextCorpus(
        name="gmb",
        licence="texts in the public domain, annotation freely available",
        read=read_gmb_texts,
        needs=("gmb",),
    ),
    TextCorpus(name="wikigold", licence="CC BY 4.0", read=read_wikigold_texts, needs=("wikigold",)),
    TextCorpus(
        name="crossner_politics",
        licence="MIT (texts of Wikipedia, CC BY-SA)",
        read=read_politics_texts,
        needs=("crossner_politics",),
    ),
    TextCorpus(
        name="redocred",
        licence="MIT (texts of Wikipedia, CC BY-SA)",
        read=read_redocred_texts,
        needs=("redocred",),
    ),
    TextCorpus(
        name="re3d",
        licence="public domain, OGL v3.0, CC BY 3.0, CC BY-SA 3.0 by source",
        read=read_re3d,
        needs=("re3d",),
    ),
)

TEXT_CORPORA: dict[str, TextCorpus] = {corpus.name: corpus for corpus in _ALL}
"""All corpora by name, in fixed order."""
