"""Store the digests of the present layout version, in both languages; run it after raising TATA_LETAK.

Without raising it only where a definition in `tests/data` itself was changed: then the digests of
that one may differ, and no other.
"""

import json

from iku.terbitan import TATA_LETAK
from tests.languages import test_forms
from tests.test_layout_version import STORED, digests

if __name__ == "__main__":
    text = json.dumps({"tata_letak": TATA_LETAK, "sidik": digests()}, indent=2)
    STORED.write_text(text + "\n", encoding="utf-8")
    told = json.dumps({"tata_letak": TATA_LETAK, "en": test_forms.digests()}, indent=2)
    test_forms.STORED.write_text(told + "\n", encoding="utf-8")
    print(f"{STORED.name}: tata_letak {TATA_LETAK}")
