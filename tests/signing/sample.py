"""A regency of three kecamatan that signs its forms, and what people send it."""

from pathlib import Path

from iku.cells import Value
from iku.consolidation import RegencyReport
from iku.definition.load import load_definition
from iku.definition.model import Definition
from iku.reading import stored_manifest_digest
from iku.terbitan import Terbitan, issue
from tests.consolidation.sample import ratio
from tests.history.sample import UNITS, write_definition
from tests.signing.keys import key, write_public
from tests.workbooks import read_back
from workflow.build import workbook_bytes
from workflow.consolidate import consolidated
from workflow.fill import filled
from workflow.repetition import Asked
from workflow.signing import Signer, unsigned

OURS, THEIRS, NEW = key("kabupaten"), key("orang lain"), key("kabupaten, kunci kedua")
FIRST, SECOND, THIRD = UNITS


class Regency:
    """A folder with a definition, an inbox, a history and the regency's public key."""

    def __init__(self, folder: Path) -> None:
        self.definition_path = write_definition(folder)
        self.inbox, self.history = folder / "kiriman", folder / "h.sqlite"
        self.public = write_public(OURS, folder / "kunci.pub")
        self.folder = folder
        self.inbox.mkdir()

    @property
    def definition(self) -> Definition:
        return load_definition(self.definition_path)

    def form(self, unit: str, versi: str = "") -> Terbitan:
        """What a kecamatan is issued; of another version of the definition, where one is named."""
        known = self.definition
        changed = known.model_copy(update={"versi": versi or known.versi})
        return issue(changed, next(one for one in known.unit if one.kode == unit))

    def send(self, form: Terbitan, sign: Signer = unsigned) -> Path:
        """A kecamatan fills a form in and sends it."""
        blank, _ = workbook_bytes(form, sign=sign)
        values: dict[str, Value] = ratio(3.0, 12.0)
        named = {name: value for name, value in values.items() if value is not None}
        path = self.inbox / f"{form.unit.kode}.xlsx"
        path.write_bytes(filled(blank, read_back(blank), named))
        return path

    def asked(self, *, history: bool = True, trust: tuple[Path, ...] = ()) -> Asked:
        """What ``iku consolidate`` is asked."""
        kept = self.history if history else None
        recap = self.folder / "rekap.xlsx"
        return Asked((self.inbox,), recap, self.definition_path, kept, trust=trust)

    def report(self, *, history: bool = True, trust: tuple[Path, ...] = ()) -> RegencyReport:
        """What consolidation says."""
        asked = self.asked(history=history, trust=trust)
        return consolidated(asked, asked.digest()).report


def signed_for(form: Terbitan) -> Signer:
    """A signature that the regency made over a form, put on whatever is made next."""
    blank, _ = workbook_bytes(form)
    digest = stored_manifest_digest(read_back(blank).snapshot)
    return lambda _sidik, _manifest: OURS.signature(form.sidik, digest)
