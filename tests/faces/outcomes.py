"""An outcome over three files, one of them with texts that try to be something else."""

from dataclasses import replace

from iku.checks import Progress
from iku.finding import Finding, Severity
from iku.messages import Language, entry, explain
from reporting.outcome import FileOutcome, Outcome

HOSTILE = '=HYPERLINK("http://jahat")<script>alert(1)</script>\t*tebal*'
CELLS = ("Isian!E11", "Isian!E12")


def findings(
    path: str, language: Language = "id", written: str = "85 keluhan"
) -> tuple[Finding, ...]:
    facts = {"isian": "Keluhan yang diterima", "tertulis": written, "dibaca": "85"}
    found = (
        Finding("ANG-001", dict(facts), path=path, sheet="Isian", cells=CELLS),
        Finding("STR-005", {"lembar": written}, path=path, sheet=written),
        Finding("IDN-003", path=path, sheet="Beranda", cells=("Beranda!C13",)),
    )
    return tuple(explain(one, language) for one in found)


def outcome(language: Language = "id") -> Outcome:
    """A file to mend, one that cannot be read, and one in which all is well."""
    broken = (explain(Finding("BRK-002", path="kiriman/kosong.xlsx"), language),)
    return Outcome(
        (
            FileOutcome(
                "kiriman/=1+1.xlsx",
                findings("kiriman/=1+1.xlsx", language, HOSTILE),
                kode="99.03.01",
                nama="+Uji Utara",
                period="Tahun 2025",
                status="error",
                progress=Progress(before=40, settled=12, new=2),
            ),
            FileOutcome("kiriman/kosong.xlsx", broken, status="unreadable"),
            FileOutcome("kiriman/baik.xlsx", (), kode="99.03.02", nama="Uji Selatan"),
        ),
        language,
    )


def many(number: int, code: str = "ANG-001") -> Outcome:
    """A file with many findings of one kind."""
    severity = Severity(entry(code)["severity"])
    one = replace(findings("a.xlsx")[0], code=code, severity=severity)
    return Outcome((FileOutcome("a.xlsx", (one,) * number, nama="Uji", status="error"),))


def severities() -> set[Severity]:
    return {one.severity for file in outcome().files for one in file.findings if one.severity}
