"""Public gold in its own formats, as rows: one module a format."""
