"""FollowTheMoney: entities as JSON lines for Aleph, OpenAleph and the tools of OpenSanctions.

People, organizations, places (Address), events and articles are things. Facts are the links that the model
has for them (Membership, Directorship, Employment, Family, Associate, Occupancy, else UnknownLink), each with
its sentences as description and its articles as proof. Claims are notes on their speaker and subjects.

The lines follow the published schema. The followthemoney library itself is no requirement, as it needs a
compiler and ICU to install; where it is there, the tests check every line with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from kg.export.content import Content
from kg.export.ftm_links import links
from kg.export.ftm_proxy import Identifiers, Proxy
from kg.export.ftm_things import things

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write one entity a line: things first, then what links them."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for proxy in _proxies(content):
            stream.write(json.dumps(proxy.as_json(), ensure_ascii=False) + "\n")


def _proxies(content: Content) -> Iterator[Proxy]:
    known: dict[str, str] = {}
    identifiers = Identifiers(content.base)
    for proxy in chain(things(content.records, identifiers), links(content.records, identifiers, known)):
        known[proxy.id] = proxy.schema
        yield proxy
