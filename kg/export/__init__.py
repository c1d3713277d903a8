"""The graph -> files. Every format reads only the RDF; one module a format."""
