# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Offline means offline: no command and no window opens a network socket."""

from pathlib import Path

import pytest
from support.processes import child

WATCHED = """
import os, sys
opened = []

def watch(event, arguments):
    if event == "socket.__new__":
        family = int(arguments[1])
        import_free_unix = 1  # AF_UNIX
        if family not in (import_free_unix, -1):
            opened.append(f"socket of family {family}")
        elif family == -1:
            opened.append("socket of the default family")
    elif event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        if not isinstance(arguments[1], (str, bytes)):
            opened.append(f"{event} {arguments[1]}")
    elif event.startswith(("socket.get", "urllib.", "http.", "ftplib.", "smtplib.")):
        opened.append(event)

def internet_sockets():
    # What Qt or a library in C holds open does not pass Python's audit: the kernel's own list is asked too.
    held = set()
    for name in os.listdir("/proc/self/fd"):
        try:
            held.add(os.readlink(f"/proc/self/fd/{name}"))
        except OSError:
            pass
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        try:
            lines = open(f"/proc/self/net/{kind}").read().splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            inode = line.split()[9]
            if f"socket:[{inode}]" in held:
                yield f"{kind} socket held open"

sys.addaudithook(watch)
"""
MAIN = """
from asem_reader.cli.arguments import main
code = main(sys.argv[1:])
"""
PRINT = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from asem_reader import app, paths
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.printing.printwindow import PreviewWindow
from asem_reader.widgets.printing.printerdialog import PrinterDialog

os.environ["CUPS_SERVER"] = sys.argv[2] + "/cups.sock"  # no print system
application = QApplication([])
library = Library.open(Path(sys.argv[1]))
marks = Marks(Notebook(Path(sys.argv[2]) / "notebook.db"), str)
compositor = app.make_compositor(library, marks, paths.home(Path(sys.argv[2])))
settings = Settings(Path(sys.argv[2]) / "session.ini")
preview = PreviewWindow(compositor, compositor.topics[Slug("maritime-security")], settings)
code = 1

def reject():
    global code
    for dialog in preview.findChildren(PrinterDialog):
        code = 0
        dialog.reject()

timer = QTimer()
timer.timeout.connect(reject)
timer.start(200)
preview.print_button.click()
compositor.close()
"""
# Whoever wants something of the network through Typst comes by the proxy, which is this process itself.
LOAD = """
import os, socket, threading
from pathlib import Path
from asem_reader import paths
from asem_reader.core.errors import NotTypeset
from asem_reader.paper.typeset import Press

def answer():
    proxy.accept()[0].close()
    print("somebody called")

proxy = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=answer, daemon=True).start()
os.environ["https_proxy"] = "http://127.0.0.1:%s" % proxy.getsockname()[1]
try:
    Press(paths.resources() / "fonts").pdf('#import "@preview/x:1.0.0": *', "A sheet")
except NotTypeset as error:
    print(error.sentence)
"""
REPORT = """
if os.path.isdir("/proc/self/fd"):
    opened.extend(internet_sockets())
print(f"code {code}, opened {opened}", file=sys.stderr)
"""


def watched(script: str, *arguments: str) -> str:
    ran = child("-c", WATCHED + script + REPORT, *arguments)
    return ran.stderr.decode().splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["outline"],
        ["search", "piracy"],
        ["show", "POL-05", "--format", "html"],
        ["print", "POL-05", "-o", "{}/x.pdf"],
        ["marks", "add", "POL-05"],
        ["check"],
        ["--smoke"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_network_socket_is_opened(tmp_path: Path, library_file: Path, arguments: list[str]) -> None:
    given = [argument.format(tmp_path) for argument in arguments]
    said = watched(MAIN, "--library", str(library_file), "--home", str(tmp_path), *given)
    assert said == "code 0, opened []"


@pytest.mark.parametrize(
    ("script", "seen"),
    [
        ("import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\n", "socket of family 2"),
        ("import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\n", "tcp socket held open"),
        ("import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\n", "socket.bind"),
        ("import socket\nsocket.getaddrinfo('127.0.0.1', 80)\n", "socket.getaddrinfo"),
    ],
)
def test_a_network_socket_would_be_seen(script: str, seen: str) -> None:
    listening = script.replace("bind(('127.0.0.1', 0))", "bind(('127.0.0.1', 0)); s.listen()")
    assert seen in watched(f"{listening}code = 0\n")


def test_the_dialog_of_the_printer_opens_no_network_socket_of_its_own(
    tmp_path: Path, library_file: Path
) -> None:
    """It may ask the print system, where this computer says that it is: here at a local socket."""
    assert watched(PRINT, str(library_file), str(tmp_path)) == "code 0, opened []"


def test_a_document_for_paper_is_fetched_from_nowhere() -> None:
    said = child("-c", LOAD).stdout.decode().splitlines()
    assert said == ["“A sheet” could not be set for printing: it asks for another document."]


def test_a_local_socket_is_no_network() -> None:
    script = "import socket\none, other = socket.socketpair()\ncode = 0\n"
    assert watched(script) == "code 0, opened []"
