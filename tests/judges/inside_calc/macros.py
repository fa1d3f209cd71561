"""Open an Excel add-in in LibreOffice and run procedures of its VBA."""

from pathlib import Path
from typing import Any

from com.sun.star.beans import PropertyValue

ALWAYS_RUN = 4  # MacroExecMode.ALWAYS_EXECUTE_NO_WARN
LIBRARY = "VBAProject"


def run(context: Any, path: str, calls: list[list[Any]]) -> dict[str, Any]:
    """Return the modules of an add-in, and what each call ``[module.procedure, …]`` returns."""
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    given = (
        _property("FilterName", "Calc MS Excel 2007 VBA XML"),
        _property("Hidden", True),
        _property("MacroExecutionMode", ALWAYS_RUN),
    )
    addin = desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, given)
    try:
        library = addin.BasicLibraries.getByName(LIBRARY)
        texts = {name: library.getByName(name) for name in library.ElementNames}
        scripts = addin.getScriptProvider()
        return {"texts": texts, "answers": [_answer(scripts, *call) for call in calls]}
    finally:
        addin.close(True)


def _answer(scripts: Any, procedure: str, *arguments: Any) -> Any:
    address = f"vnd.sun.star.script:{LIBRARY}.{procedure}?language=Basic&location=document"
    return scripts.getScript(address).invoke(arguments, (), ())[0]


def _property(name: str, value: Any) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made
