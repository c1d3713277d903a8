"""The exported graphs give what the network in PyTorch gives."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kg.errors import ReaderError
from kg.reader.chains import LONGEST_MENTION
from kg.reader.distances import DISTANCES, distance_classes
from kg.reader.graphs import Graph
from kg.reader.pairs import find_pairs, group_features
from tests.reader.untrained import LABELS

torch = pytest.importorskip("torch", reason="needs PyTorch to compare with")

if TYPE_CHECKING:
    from kg.training.network.heads import Network

SIZE = 23


@pytest.fixture(scope="module")
def graphs(network: Network) -> dict[str, Graph]:
    from kg.training.network.graphs import encoder_graph, head_graphs

    written = head_graphs(network, LABELS["deps"]) | {"encoder.onnx": encoder_graph(network.encoder)}
    return {name: Graph(name, content) for name, content in written.items()}


@pytest.fixture(scope="module")
def words() -> np.ndarray:
    return np.random.default_rng(5).normal(size=(SIZE, 384)).astype(np.float32)


def same(found: np.ndarray, expected: object) -> bool:
    return np.allclose(found, expected.detach().numpy(), atol=2e-4)  # type: ignore[attr-defined]


def test_the_encoder(network: Network, graphs: dict[str, Graph]) -> None:
    random = np.random.default_rng(2)
    for size in (3, 30, 256):
        ids, cases = random.integers(0, 120, (1, size)), random.integers(0, 6, (1, size))
        expected = network.encoder(torch.from_numpy(ids), torch.from_numpy(cases))
        assert same(graphs["encoder.onnx"](ids=ids, cases=cases)[0], expected)


def test_word_by_word_layers(network: Network, graphs: dict[str, Graph], words: np.ndarray) -> None:
    given = torch.from_numpy(words)
    *best, lemmas, starts = graphs["words.onnx"](words=words)[:5]
    for found, layer in zip(best, ("pos", "tags", "morphs"), strict=True):
        assert found.tolist() == network.tags[layer](given).argmax(-1).tolist()
    assert same(starts, network.tags["starts"](given)[:, 0])
    assert same(lemmas, network.tags["lemmas"](given))
    assert same(graphs["names.onnx"](words=words)[0], network.names(given))
    assert same(graphs["triggers.onnx"](words=words)[0], network.triggers(given).softmax(-1))


def test_heads_and_relations(network: Network, graphs: dict[str, Graph], words: np.ndarray) -> None:
    arcs, labels = network.syntax(torch.from_numpy(words)[None])
    dependents, heads, left, right = graphs["words.onnx"](words=words)[5:]
    assert same(graphs["arcs.onnx"](dependents=dependents, heads=heads)[0], arcs[0])
    chosen = np.random.default_rng(3).integers(0, SIZE + 1, SIZE)
    heads, which = np.unique(chosen, return_inverse=True)
    above, roots = right[np.maximum(heads - 1, 0)], (heads == 0)[:, None]
    found = graphs["relations.onnx"](left=left, right=above, roots=roots, heads=which)[0]
    scores = labels[0, torch.arange(SIZE), torch.from_numpy(chosen)].detach().numpy()
    scores[:, LABELS["deps"].index("ROOT")] = -np.inf
    assert found.tolist() == scores.argmax(1).tolist()


def test_roles(network: Network, graphs: dict[str, Graph], words: np.ndarray) -> None:
    given = torch.from_numpy(words)
    sure, sums, products = graphs["cues.onnx"](words=words)
    assert same(sure, network.cues(given).softmax(-1))
    distances = distance_classes(np.array([4]), SIZE)
    assert distances.max() < DISTANCES
    cue = words[4:6].mean(0)
    found = graphs["roles.onnx"](sums=sums, products=products, cue=cue, distances=distances[0])[0]
    expected = network.roles(given, torch.from_numpy(cue)[None], torch.from_numpy(distances))
    assert same(found, expected[0].sigmoid())


def test_spans(network: Network, graphs: dict[str, Graph]) -> None:
    words = np.random.default_rng(5).normal(size=(90, 384)).astype(np.float32)
    first, last = graphs["edges.onnx"](words=words)
    found = graphs["spans.onnx"](first=first, last=last)[0]
    places = np.arange(90)
    far = places[None, :] - places[:, None]
    allowed = (far >= 0) & (far < LONGEST_MENTION)
    expected = network.spans(torch.from_numpy(words)[None]).detach().numpy()[0]
    assert np.allclose(found[allowed], expected[allowed], atol=2e-4)
    assert found[~allowed].max() < -1e8


def test_mentions_and_pairs(network: Network, graphs: dict[str, Graph], words: np.ndarray) -> None:
    texts = ["The", "minister", "he", "Iran", "the", "war"] * 3
    spans = [(place, place + 1) for place in range(18)]
    pairs = find_pairs(texts, spans, [place // 4 for place in range(18)])
    mentions = np.concatenate([words[:18], words[1:19], words[2:20]], 1)
    arguments = (mentions, pairs.later, pairs.earlier, pairs.features)
    types, scores = network.antecedents(*(torch.from_numpy(one) for one in arguments))
    best, *parts = graphs["mentions.onnx"](mentions=mentions)
    assert best.tolist() == types.argmax(-1).tolist()
    names = ("later_sum", "later_product", "earlier_sum", "earlier_product")
    of = {"later": pairs.later, "earlier": pairs.earlier, "features": group_features(pairs.features)}
    assert same(graphs["pairs.onnx"](**of, **dict(zip(names, parts, strict=True)))[0], scores)


def test_a_graph_travels_between_processes(graphs: dict[str, Graph], words: np.ndarray) -> None:
    copy = pickle.loads(pickle.dumps(graphs["triggers.onnx"]))
    assert np.array_equal(copy(words=words)[0], graphs["triggers.onnx"](words=words)[0])


def test_bytes_that_are_no_graph_are_refused() -> None:
    with pytest.raises(ReaderError, match=r"x\.onnx cannot be run"):
        Graph("x.onnx", b"nothing")()


def uneven(network: Network) -> Network:
    """The same network with one channel of each normalized vector fifty times as large, taken back after."""
    other = copy.deepcopy(network)
    with torch.no_grad():
        for layer in other.encoder.layers:
            layer.mixed_norm.weight[7] *= 50
            layer.up.weight[:, 7] /= 50
    return other


def test_scales_change_nothing_in_fp32_and_save_digits_in_int8(network: Network) -> None:
    from kg.training.network.export import quantized
    from kg.training.network.graphs import encoder_graph
    from kg.training.network.one_window import find_scales

    encoder = uneven(network).encoder
    random = np.random.default_rng(2)
    ids, cases = random.integers(0, 120, (1, 60)), random.integers(0, 6, (1, 60))
    scales = find_scales(encoder, [(torch.from_numpy(ids), torch.from_numpy(cases))])
    expected = encoder(torch.from_numpy(ids), torch.from_numpy(cases)).detach().numpy()

    def off(content: bytes) -> float:
        return float(np.abs(Graph("encoder.onnx", content)(ids=ids, cases=cases)[0] - expected).mean())

    plain, scaled = encoder_graph(encoder), encoder_graph(encoder, scales)
    assert off(scaled) < 1e-4
    assert off(quantized(scaled)) < off(quantized(plain)) / 2
