"""Money beside performance: programmes, what they spent, and what that says."""
