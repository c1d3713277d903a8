"""What a run may be told; one frozen value, passed in, never global."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import SettingsError
from kg.vocabulary import DEFAULT_BASE

__all__ = ["Settings"]


_BASE_IRI = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/")


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of a build.

    Args:
        base_iri: start of all IRIs of the data, http or https, ending in a slash.
        model: name or folder of a spaCy pipeline; "" is the one that ships with newskg.
        workers: processes that read articles; the result does not depend on it.
        context: write the paragraph around each evidence sentence.
        mentions: write every mention as a phrase.
        all_sentences: write every sentence, not only those that are evidence.

    Raises:
        SettingsError: a value makes no sense.
    """

    base_iri: str = DEFAULT_BASE
    model: str = ""
    workers: int = 1
    context: bool = True
    mentions: bool = False
    all_sentences: bool = False

    def __post_init__(self) -> None:
        if not _BASE_IRI.fullmatch(self.base_iri):
            raise SettingsError(
                f"--base-iri must be an http(s) address that ends in '/', plain ASCII, got {self.base_iri!r}"
            )
        if self.workers < 1:
            raise SettingsError(f"--workers must be at least 1, got {self.workers}")
