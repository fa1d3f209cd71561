"""The product under test, from its outside."""
