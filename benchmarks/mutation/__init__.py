"""Mutation testing of iku/: a sample of small faults, and whether the tests see them."""
