"""IKU.xlam, read and run by others than those who built it."""
