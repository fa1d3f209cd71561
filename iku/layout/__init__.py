"""Layout: the one place that knows in which row and column anything stands."""
