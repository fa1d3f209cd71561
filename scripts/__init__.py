"""Scripts that developers run: references, pictures, digests."""
