"""How much a definition may hold: bounds far above any real one, named where they are exceeded.

They are set so that no definition takes more than 5 s or 500 MB to read, and no workbook made from
one, or said to be, more than that to check.
"""

FILE_BYTES = 500_000
DEPTH = 40  # of YAML; ours has nine levels
TEXT = 4_000  # characters; several of them stand together in one cell, which holds 32,767
NUMBER = 25  # characters; Rp 999.999.999.999.999,99 has 18 digits
YEARS = (1900, 2199)
DECIMALS = 10
INDIKATOR = 200
KOMPONEN = 800  # of all indicators together
DATA_BERSAMA = 200
TARGETS = 40  # periods and years of one indicator
PROGRAM = 200
BUKTI = 100  # pieces of evidence of one indicator
