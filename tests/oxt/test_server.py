"""The process behind the menu, spoken to as LibreOffice's extension speaks to it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from addin.version import installed_version

NO_BOOK = {"path": None, "book": "", "read_only": False}


@contextmanager
def server() -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-m", "addin.uno_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield process


def exchange(process: "subprocess.Popen[str]", said: dict[str, Any]) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(said) + "\n")
    process.stdin.flush()
    heard: dict[str, Any] = json.loads(process.stdout.readline())
    return heard


def test_a_press_is_answered_by_calls_and_by_an_end() -> None:
    pressed = {**NO_BOOK, "action": "bantuan", "version": installed_version()}
    with server() as process:
        heard = exchange(process, pressed)
        calls = []
        while "call" in heard:
            calls.append((heard["call"], *heard["arguments"][:1]))
            answer = {"fault": "no sheet"} if heard["call"] == "select" else {"answer": None}
            heard = exchange(process, answer)

    assert heard == {"done": ""}
    assert calls == [
        ("progress", "Membuka petunjuk…"),
        ("select", "Petunjuk"),
        ("progress", None),
        ("alert", "Bantuan"),
    ]


def test_an_extension_of_another_version_is_left_to_say_so() -> None:
    with server() as process:
        assert exchange(process, {**NO_BOOK, "action": "validasi", "version": "0"}) == {
            "done": "versi"
        }


def test_it_ends_with_libreoffice() -> None:
    with server() as process:
        pressed = {**NO_BOOK, "action": "validasi", "version": installed_version()}
        assert exchange(process, pressed)["call"] == "progress"
        process.communicate(timeout=60)

    assert process.returncode == 0


def test_until_a_button_is_pressed_nothing_slow_is_loaded() -> None:
    code = (
        "import sys, addin.uno_server; print({'scipy', 'openpyxl', 'xlwings'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True)

    assert loaded.stdout.strip() == b"set()"
