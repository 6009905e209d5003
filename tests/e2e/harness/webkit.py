#!/usr/bin/python3
"""WebKitGTK with a profile, for a driver: windows, and a folder in which everything lies.

WebKit's own small browser forgets everything as soon as a driver leads it, so nothing could show
what a loss of power does. This one keeps what it stores. It knows nothing of the app.

Usage: webkit.py <folder>, or webkit.py --version
"""

import os
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2

# The name of a link in the folder that leads to the process, as Chromium's does.
LOCK = "SingletonLock"


def main(folder: Path) -> None:
    """Shows windows for as long as the driver leads them."""
    # A group of its own, so that all of its processes can be killed at once.
    os.setpgid(0, 0)
    lock = folder / LOCK
    lock.unlink(missing_ok=True)
    lock.symlink_to(f"{os.uname().nodename}-{os.getpid()}")

    data = WebKit2.WebsiteDataManager(
        base_data_directory=str(folder / "data"),
        base_cache_directory=str(folder / "cache"),
    )
    context = WebKit2.WebContext(website_data_manager=data)
    context.set_automation_allowed(True)
    context.connect("automation-started", started, context)
    Gtk.main()


def started(_context, session, context) -> None:
    """Lets the driver open windows."""
    session.connect("create-web-view", lambda _session: open_window(context))


def open_window(context) -> WebKit2.WebView:
    """Opens a window and returns the page in it."""
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    window = Gtk.Window()
    window.add(view)
    view.connect("close", lambda _view: window.destroy())
    window.show_all()
    return view


def version() -> str:
    """Returns which WebKitGTK this is."""
    numbers = (WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    return "WebKitGTK " + ".".join(map(str, numbers))


if __name__ == "__main__":
    if sys.argv[1] == "--version":
        print(version())
    else:
        main(Path(sys.argv[1]))
