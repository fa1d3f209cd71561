"""The formula engine."""
