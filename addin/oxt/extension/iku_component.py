"""The menu IKU inside LibreOffice: each entry asks the installed program, and does its bidding.

LibreOffice's own Python runs this, and it may be old (3.8) and without any library: here is only
what must be here, the calls into LibreOffice. Checking and consolidating happen in a process of
the installed environment, which asks for those calls one by one.
"""

from __future__ import annotations

import json
import threading
from typing import Any, Callable

import iku_office
import iku_program
import iku_words
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.frame import (
    DispatchResultEvent,
    FeatureStateEvent,
    XDispatchProvider,
    XNotifyingDispatch,
)
from com.sun.star.frame.DispatchResultState import SUCCESS
from com.sun.star.lang import XInitialization, XServiceInfo

NAME = "id.iku.kecamatan.Menu"
SERVICES = ("com.sun.star.frame.ProtocolHandler",)
PROTOCOL = "iku:"


class Menu(unohelper.Base, XDispatchProvider, XNotifyingDispatch, XServiceInfo, XInitialization):
    """Answers to addresses such as ``iku:validasi`` in one window."""

    def __init__(self, context: Any) -> None:
        self._context = context
        self._frame: Any = None

    def initialize(self, arguments: Any) -> None:
        """Take the frame for which LibreOffice made this object."""
        if arguments:
            self._frame = arguments[0]

    def queryDispatch(self, url: Any, _target: str, _flags: int) -> Any:
        """Return this object for an address of ours."""
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests: Any) -> Any:
        """Return the same for many addresses."""
        return tuple(
            self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags) for one in requests
        )

    def dispatch(self, url: Any, arguments: Any) -> None:
        """Do what the entry of the menu says."""
        self.dispatchWithNotification(url, arguments, None)

    def dispatchWithNotification(self, url: Any, arguments: Any, listener: Any) -> None:
        """Do it, and tell the listener what was shown to the user.

        ``SynchronMode`` does it before returning, as LibreOffice's dispatch helper asks for.
        ``Silent`` shows no dialogue; ``Folder`` answers the question for a folder.
        """
        given = {one.Name: one.Value for one in arguments}
        office = iku_office.Office(self._context, self._frame, given)

        def work(here: Callable[[Callable[[], Any]], Any]) -> None:
            iku_program.press(url.Path, office, here)
            if listener is not None:
                event = DispatchResultEvent(self, SUCCESS, json.dumps(office.shown))
                here(lambda: listener.dispatchFinished(event))

        if given.get("SynchronMode"):
            work(lambda call: call())
        else:
            in_turn = MainThread(self._context)
            threading.Thread(target=work, args=(in_turn.call,), daemon=True).start()

    def addStatusListener(self, listener: Any, url: Any) -> None:
        """Say once and for all that the entry can be used."""
        state = FeatureStateEvent()
        state.Source, state.FeatureURL, state.IsEnabled = self, url, True
        listener.statusChanged(state)

    def removeStatusListener(self, _listener: Any, _url: Any) -> None:
        """Forget nothing, for nothing was kept."""

    def getImplementationName(self) -> str:
        """Return the name under which LibreOffice knows this class."""
        return NAME

    def supportsService(self, name: str) -> bool:
        """Tell whether this is such a service."""
        return name in SERVICES

    def getSupportedServiceNames(self) -> Any:
        """Return what this is."""
        return SERVICES


class MainThread(unohelper.Base, XCallback):
    """Has calls done by LibreOffice's main thread, where dialogues belong, one after the other."""

    def __init__(self, context: Any) -> None:
        create = context.ServiceManager.createInstanceWithContext
        self._queue = create("com.sun.star.awt.AsyncCallback", context)

    def call(self, work: Callable[[], Any]) -> Any:
        """Return what ``work`` returns, once the main thread has come to it."""
        self._work, self._done = work, threading.Event()
        self._queue.addCallback(self, None)
        self._done.wait()
        return self._result

    def notify(self, _data: Any) -> None:
        """Do the work; called by LibreOffice."""
        try:
            self._result = self._work()
        finally:
            self._done.set()


iku_words.load(__file__)
g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Menu, NAME, SERVICES)
