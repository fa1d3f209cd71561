"""How much a definition may hold: bounds far above any real one, named where they are exceeded.

They are set so that no definition takes more than 5 s or 500 MB to read, and no workbook made from
one, or said to be, more than that to check. Amounts can be set (`iku.bounds`); what one value may
be cannot, since a workbook is read by many computers.
"""

from iku.bounds import bound

FILE_BYTES = bound("ukuran_definisi")
DEPTH = 40  # of YAML; ours has nine levels
TEXT = 4_000  # characters; several of them stand together in one cell, which holds 32,767
NUMBER = 25  # characters; Rp 999.999.999.999.999,99 has 18 digits
YEARS = (1900, 2199)
DECIMALS = 10
INDIKATOR = bound("indikator")
KOMPONEN = bound("komponen")  # of all indicators together
DATA_BERSAMA = bound("data_bersama")
TARGETS = bound("target")  # periods and years of one indicator
PROGRAM = bound("program")
BUKTI = bound("bukti")  # pieces of evidence of one indicator
