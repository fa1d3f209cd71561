"""Official papers of the performance year, as plain data: what stands in them, not how it looks."""
