"""A simulated regency: files as they come in over a year, and the truth about them.

The truth is worked out here, from the numbers that were typed, with fractions and nothing of the
product: no calculation, no consolidation. Workbooks are made by the product's build and fill.
"""
