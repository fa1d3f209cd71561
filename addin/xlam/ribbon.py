"""The ribbon of Excel: the menu as customUI, in the namespaces of Office 2007 and of 2010 on.

Labels and tips come from callbacks, because only the running Excel knows its own language.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from addin.menu import Button, Group, Menu

OFFICE_2007 = "http://schemas.microsoft.com/office/2006/01/customui"
OFFICE_2010 = "http://schemas.microsoft.com/office/2009/07/customui"
TAB = "tabIKU"


def group_id(group: Group) -> str:
    """Return the control's identifier in the ribbon."""
    return f"grp_{group.code}"


def button_id(button: Button) -> str:
    """Return the control's identifier in the ribbon; identifiers hold no hyphen.

    >>> from addin.menu import menu
    >>> button_id(menu().buttons[1])
    'btn_hapus_penanda'
    """
    return f"btn_{button.action.replace('-', '_')}"


def ribbon_xml(menu: Menu, namespace: str) -> bytes:
    """Return the ribbon in one of the two namespaces; an Office reads the newest it knows."""
    root = Element("customUI", xmlns=namespace, onLoad="IKU_Muat")
    tabs = SubElement(SubElement(root, "ribbon"), "tabs")
    # Behind all of Office's own tabs: none of theirs changes its place.
    tab = SubElement(tabs, "tab", id=TAB, getLabel="IKU_Label", keytip=menu.keytip)
    for group in menu.groups:
        parent = SubElement(tab, "group", id=group_id(group), getLabel="IKU_Label")
        for button in group.buttons:
            SubElement(parent, "button", _attributes(button))
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _attributes(button: Button) -> dict[str, str]:
    return {
        "id": button_id(button),
        "tag": button.action,
        "size": "large" if button.large else "normal",
        "imageMso": button.icon,
        "keytip": button.keytip,
        "getLabel": "IKU_Label",
        "getScreentip": "IKU_Tip",
        "getSupertip": "IKU_Penjelasan",
        "getEnabled": "IKU_Aktif",
        "onAction": "IKU_Tekan",
    }
