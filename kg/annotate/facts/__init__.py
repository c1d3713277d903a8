"""Relations that a sentence states: positions, memberships and their kin."""
