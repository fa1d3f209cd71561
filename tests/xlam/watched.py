"""Run ``-m addin`` as the launcher does, and write down what it loads, opens and starts.

``python -I watched.py REPORT ARGUMENT …``; nothing here is imported by tests. Python's own audit
events see every file that is opened and every process that is started.
"""

import json
import runpy
import sys
from pathlib import Path

STARTS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile")
seen: dict[str, list[str]] = {"opened": [], "started": [], "loaded": []}


def note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        seen["opened"].append(str(arguments[0]))
    elif event in STARTS or (event == "ctypes.dlopen" and arguments[0]):
        seen["started"].append(f"{event} {arguments}")


if __name__ == "__main__":
    report = Path(sys.argv[1])
    del sys.argv[1]
    sys.addaudithook(note)
    try:
        runpy.run_module("addin", run_name="__main__", alter_sys=True)
    finally:
        files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
        seen["loaded"] = sorted({str(file) for file in files if file})
        report.write_text(json.dumps(seen), encoding="utf-8")
