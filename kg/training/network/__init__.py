"""The network behind the reader, in PyTorch: needed to train it, never to run it."""
