"""What Office accepts as customUI, as far as our ribbon uses it, and that its callbacks exist.

The rules were written down from Microsoft's page "[MS-CUSTOMUI]"; Office shows no ribbon at all, and
says nothing, where one of them is broken.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, fromstring

_LABELLED = {"id", "label", "getLabel", "keytip", "getKeytip", "tag"}
_TIPS = {"screentip", "getScreentip", "supertip", "getSupertip"}
_STATE = {"enabled", "getEnabled", "visible", "getVisible"}
_SIZED = {"size", "imageMso", "onAction"}
ALLOWED = {
    "customUI": {"onLoad"},
    "ribbon": {"startFromScratch"},
    "tabs": set[str](),
    "tab": _LABELLED | {"insertBeforeMso", "insertAfterMso", "visible", "getVisible"},
    "group": _LABELLED | _TIPS | {"imageMso", "visible", "getVisible"},
    "button": _LABELLED | _TIPS | _STATE | _SIZED,
}
CHILDREN = {
    "customUI": {"ribbon"},
    "ribbon": {"tabs"},
    "tabs": {"tab"},
    "tab": {"group"},
    "group": {"button"},
    "button": set[str](),
}
CONTROL = "control As IRibbonControl"
SIGNATURES = {
    "onLoad": "ribbon As IRibbonUI",
    "onAction": CONTROL,
    **{
        f"get{what}": f"{CONTROL}, ByRef hasil As Variant"
        for what in ("Label", "Screentip", "Supertip", "Enabled", "Visible", "Keytip")
    },
}
NAMESPACES = (
    "http://schemas.microsoft.com/office/2006/01/customui",
    "http://schemas.microsoft.com/office/2009/07/customui",
)
LONGEST_TIP = 1024


def faults(xml: bytes, modules: Mapping[str, str]) -> list[str]:
    """Everything in a ribbon that Office would refuse, or call in vain in these modules."""
    root = fromstring(xml)  # noqa: S314  our own file
    namespace, _, _ = root.tag[1:].partition("}")
    found = [] if namespace in NAMESPACES else [f"unknown namespace {namespace}"]
    elements = list(root.iter())
    for element in elements:
        found += _element_faults(element)
        found += _callback_faults(element, modules)
    found += _repeated("id", (element.get("id") for element in elements))
    found += _repeated("keytip", (e.get("keytip") for e in elements if _name(e) == "button"))
    return found


def _element_faults(element: Element) -> Iterator[str]:
    name = _name(element)
    for attribute, value in element.attrib.items():
        if attribute not in ALLOWED.get(name, set()):
            yield f"{name} has no attribute {attribute}"
        if attribute == "keytip" and not re.fullmatch(r"[A-Z0-9]{1,3}", value):
            yield f"keytip {value}"
        if attribute == "id" and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value):
            yield f"id {value}"
        if attribute == "size" and value not in {"normal", "large"}:
            yield f"size {value}"
    for attribute in set(ALLOWED.get(name, ())) & {"id"} - set(element.attrib):
        yield f"{name} without {attribute}"
    for child in element:
        if _name(child) not in CHILDREN.get(name, set()):
            yield f"{name} holds no {_name(child)}"


def _callback_faults(element: Element, modules: Mapping[str, str]) -> Iterator[str]:
    for attribute, called in element.attrib.items():
        if attribute not in SIGNATURES:
            if attribute.startswith(("get", "on")):
                yield f"no signature is known for {attribute}"
            continue
        declared = f"Public Sub {called}({SIGNATURES[attribute]})"
        places = [name for name, text in modules.items() if declared in text.splitlines()]
        if len(places) != 1:
            yield f"{attribute}: {declared} stands in {places}"


def _repeated(what: str, values: Iterator[str | None]) -> list[str]:
    counts = Counter(value for value in values if value is not None)
    return [f"{what} {value} twice" for value, count in counts.items() if count > 1]


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
