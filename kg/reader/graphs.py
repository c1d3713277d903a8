"""ONNX graphs that open when they first run, so that a pipeline loads fast, forks and pickles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import ReaderError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["Graph"]


class Graph:
    """A function of arrays, kept as the bytes of an ONNX file.

    One thread and one order of all additions: the same arrays give the same bytes whenever they are run.
    """

    def __init__(self, name: str, content: bytes) -> None:
        """Keep the bytes; nothing is read yet."""
        self.name = name
        self.content = content
        self._session: InferenceSession | None = None

    def __call__(self, **inputs: Any) -> list[Any]:
        """Run on the named arrays and give all outputs.

        Raises:
            ReaderError: The graph is no ONNX file, or not of this kind.
        """
        if self._session is None:
            self._session = _open(self.name, self.content)
        found: list[Any] = self._session.run(None, inputs)
        return found

    def __getstate__(self) -> tuple[str, bytes]:
        return self.name, self.content

    def __setstate__(self, state: tuple[str, bytes]) -> None:
        self.name, self.content = state
        self._session = None


def _open(name: str, content: bytes) -> InferenceSession:
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.enable_mem_pattern = False  # every length would leave a plan of its own behind
    options.log_severity_level = 3
    try:
        return ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own, without a shared parent
        raise ReaderError(f"the reader's {name} cannot be run: {error}") from error
