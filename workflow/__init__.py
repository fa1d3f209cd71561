"""Use cases: each verb of the product as one library call."""
