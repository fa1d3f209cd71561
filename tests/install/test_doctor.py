"""Doctor on a simulated Windows: every hindrance is seen, a sound machine has none."""

import json

import pytest

from addin.doctor import advise, all_codes, as_json, diagnose, report
from addin.install import Hive, find_source, install
from addin.install.program import run
from addin.places import XLAM
from tests.install.conftest import Bundles
from tests.install.hindrances import OFFICE, POLICY, SEEN, start_folder
from tests.install.windows import Windows

ALWAYS = {"protected_view"}
"""Protected View is on by default, and doctor says how to live with it."""


@pytest.fixture
def office(installed: Windows) -> Windows:
    """A sound machine: IKU installed, one Excel."""
    root = r"SOFTWARE\Microsoft\Office\16.0\Excel\InstallRoot"
    installed.registry.put(Hive.MACHINE, root, "Path", "C:\\Program Files\\Office16\\")
    return installed


def codes(machine: Windows) -> set[str]:
    return {seen.code for seen in diagnose(machine)}


def test_a_sound_machine_has_nothing_that_blocks(office: Windows) -> None:
    assert codes(office) == ALWAYS
    assert run(["doctor"], office) == 0


@pytest.mark.parametrize("situation", SEEN)
def test_each_hindrance_is_seen_and_nothing_else(office: Windows, situation: str) -> None:
    expected, arrange = SEEN[situation]
    arrange(office)

    assert codes(office) == {expected} | ALWAYS


@pytest.mark.parametrize("key", [POLICY, OFFICE])
def test_blocked_macros_weigh_more_where_no_place_is_trusted(office: Windows, key: str) -> None:
    office.registry.put(
        Hive.USER, rf"{key}\Excel\Security\Trusted Locations", "AllLocationsDisabled", 1
    )
    office.registry.put(Hive.USER, rf"{key}\Excel\Security", "VBAWarnings", 4)

    own = "" if key == POLICY else "_own"
    assert f"macros_blocked_everywhere{own}" in codes(office)


def test_before_anything_is_installed_doctor_says_so(windows: Windows) -> None:
    assert codes(windows) == {"not_installed", "excel_missing"} | ALWAYS
    assert run(["doctor"], windows) == 1


def test_a_button_of_another_version_is_seen(office: Windows, bundle: Bundles) -> None:
    xlam = start_folder(office) / XLAM
    xlam.write_bytes((bundle("2.0") / XLAM).read_bytes())

    assert codes(office) == {"add_in_changed", "versions_differ"} | ALWAYS


def test_a_policy_speaks_before_the_users_own_choice(office: Windows) -> None:
    office.registry.put(Hive.USER, rf"{OFFICE}\Excel\Security", "RequireAddinSig", 1)
    office.registry.put(Hive.USER, rf"{POLICY}\Excel\Security", "RequireAddinSig", 0)

    assert codes(office) == ALWAYS


def test_switched_off_protected_view_is_not_advised_upon(office: Windows) -> None:
    for name in ("Internet Files", "Attachments", "Unsafe Locations"):
        value = f"Disable{name.replace(' ', '')}InPV"
        office.registry.put(Hive.USER, rf"{OFFICE}\Excel\Security\ProtectedView", value, 1)

    assert codes(office) == set()


def test_doctor_changes_nothing(office: Windows) -> None:
    for _, arrange in SEEN.values():
        if arrange is not SEEN["an old extension"][1]:
            arrange(office)
    was = office.tree()
    diagnose(office)

    assert office.tree() == was


@pytest.mark.parametrize("situation", SEEN)
@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_told_names_the_place_and_leaves_no_gap(
    office: Windows, situation: str, language: str
) -> None:
    SEEN[situation][1](office)
    told = "\n".join(report(diagnose(office), "id" if language == "id" else "en"))

    assert "{" not in told
    assert "Periksa IKU.cmd" in told.splitlines()[-1]
    assert "Cek Kesiapan" in told.splitlines()[-1]


def test_every_code_can_be_seen() -> None:
    seen = {code for code, _ in SEEN.values()} | ALWAYS
    seen |= {"not_installed", "excel_missing"}
    seen |= {"macros_blocked_everywhere", "macros_blocked_everywhere_own"}

    assert seen == set(all_codes())


def test_menus_of_an_indonesian_excel_are_named_where_menus_are(office: Windows) -> None:
    without = "\n".join(report(diagnose(office), "id"))
    SEEN["signed add-ins only, by the user"][1](office)
    told = "\n".join(report(diagnose(office), "id"))

    assert "Pusat Kepercayaan" in told
    assert "Pusat Kepercayaan" not in without


def test_what_blocks_comes_first(office: Windows) -> None:
    SEEN["two Pythons"][1](office)
    SEEN["no VBA at all"][1](office)

    assert next(iter(report(diagnose(office), "id"))).startswith("1. Menghambat:")


def test_as_json_each_finding_has_its_four_parts(office: Windows) -> None:
    SEEN["no VBA at all"][1](office)
    tree = json.loads(json.dumps(as_json(diagnose(office), "en")))

    assert tree["blocked"] is True
    assert set(tree["findings"][0]) == {
        *("code", "severity", "title", "seen", "meaning", "remedy", "ask"),
    }


def test_a_policy_is_explained_with_the_very_value_that_was_read(office: Windows) -> None:
    SEEN["signed add-ins only"][1](office)
    [seen] = [one for one in diagnose(office) if one.code == "addins_signed"]
    advice = advise(seen, "id")

    where = rf"HKCU\{POLICY}\Excel\Security\requireaddinsig = 1"
    assert where.casefold() in advice.seen.casefold()
    assert where.casefold() in advice.ask.casefold()


def test_what_was_put_right_by_installing_again_is_no_longer_seen(
    office: Windows, bundle: Bundles
) -> None:
    for situation in ("somebody changed the add-in", "the note names another Python"):
        SEEN[situation][1](office)
    install(office, find_source(bundle("1.2")))

    assert codes(office) == ALWAYS
