"""Stories that are tests and pages."""
