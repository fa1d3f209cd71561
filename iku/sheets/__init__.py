"""Sheets: each one drawn as plain cells, asking the Layout where everything stands."""
