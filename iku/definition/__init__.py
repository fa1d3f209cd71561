"""Definitions: what a regency measures in a year, read once into frozen typed values."""
