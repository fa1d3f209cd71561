"""Definitions: the ones that ship, what loading refuses, and what the check says."""
