"""Benchmarks: what the product costs, beside what others need for the same, in one run."""
