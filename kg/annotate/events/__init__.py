"""What happened, to whom, where, when, and whether it did."""
