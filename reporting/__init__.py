"""Findings and figures for people: terminal text and files to keep."""
