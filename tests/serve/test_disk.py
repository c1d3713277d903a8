"""The store on disk: made once for each state of the graph, whole or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.serve.disk import FOLDER, prepare_store

TURTLE = "<http://a> <http://b> <http://c%d> ."


def write(folder: Path, number: int) -> None:
    (folder / "graph.ttl").write_text(TURTLE % number)


def stores(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).iterdir() if path.is_dir())


def test_it_is_made_once_and_again_when_the_graph_changed(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with prepare_store(tmp_path) as first:
        assert first.built
        assert len(ox.Store.read_only(str(first.folder))) == 1
    with prepare_store(tmp_path) as again:
        assert (again.built, again.folder) == (False, first.folder)
    write(tmp_path, 2)
    with prepare_store(tmp_path) as second:
        assert second.built
        assert stores(tmp_path) == [second.digest]


def test_a_store_in_use_is_kept(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with prepare_store(tmp_path) as first:
        write(tmp_path, 2)
        with prepare_store(tmp_path) as second:
            assert stores(tmp_path) == sorted([first.digest, second.digest])
            assert len(ox.Store.read_only(str(first.folder))) == 1


def test_two_at_once_agree(tmp_path: Path) -> None:
    write(tmp_path, 1)

    def one(_: int) -> int:
        with prepare_store(tmp_path) as store:
            return len(ox.Store.read_only(str(store.folder)))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(8))) == [1] * 8
    assert len(stores(tmp_path)) == 1


def test_a_broken_graph_leaves_no_store(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://a> <http://b> <http://c> .\nnonsense")
    with pytest.raises(GraphError, match=r"graph\.ttl, line 2"), prepare_store(tmp_path):
        pass
    assert stores(tmp_path) == []


def test_a_missing_graph_and_an_unknown_kind_are_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="has `kg build"), prepare_store(tmp_path):
        pass
    (tmp_path / "graph.doc").write_text("x")
    with pytest.raises(GraphError, match="ending"), prepare_store(tmp_path / "graph.doc"):
        pass
