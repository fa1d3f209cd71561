"""Carrying entries from one workbook into a fresh one: out of a damaged file, or into a new version."""
