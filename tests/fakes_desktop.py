"""Anki's desktop program on a screen of its own, which tests look at and type into as a learner does."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.request import urlopen

PROGRAMS: Final = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "import": "imagemagick"}
"""What this needs beside Anki, and the package of Debian and Ubuntu that has it."""
MAIN: Final = "Learner - Anki"
"""The name of the main window."""
_SIZE: Final = (660, 640)
_PATIENCE: Final = 60
"""Seconds to wait for the program before giving up; it is ready sooner."""
_FLAGS: Final = "--no-sandbox --disable-gpu --remote-allow-origins=*"
_BOX: Final = """(found => {
  if (!found) return null;
  found.scrollIntoView({block: "center"});
  const box = found.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})(%s)"""
_NAMED: Final = "[...document.querySelectorAll('a, button')].find(it => it.innerText.trim() === %s)"


Seen = TypeVar("Seen")


def missing() -> list[str]:
    """What this machine lacks for running the program, each with the way to get it."""
    if not sys.platform.startswith("linux"):
        return ["a Linux machine: the tests drive the program on a virtual screen of X11"]
    wanted = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    lacks = [f"programs: apt install {' '.join(wanted)}"] if wanted else []
    import PyQt6

    qt = Path(PyQt6.__file__).parent / "Qt6"
    files = [qt / "lib" / "libQt6WebEngineCore.so.6", qt / "plugins" / "platforms" / "libqxcb.so"]
    found = [line.split() for file in files for line in _output("ldd", str(file)).splitlines()]
    libraries = sorted({words[0] for words in found if words[-2:] == ["not", "found"]})
    return lacks + ([f"libraries (apt-file search tells whose): {' '.join(libraries)}"] if libraries else [])


def until(seen: Callable[[], Seen], what: str) -> Seen:
    """Look again and again, since nothing tells when a window has drawn itself."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if found := seen():
            return found
        time.sleep(0.05)
    raise AssertionError(f"after {_PATIENCE} seconds there is still no {what}")


class Page:
    """One of the program's own pages, seen by its browser engine's developer tools; it notes complaints."""

    def __init__(self, address: str) -> None:
        import websocket

        self._socket = websocket.create_connection(address, suppress_origin=True, timeout=_PATIENCE)
        self._asked = 0
        self.complaints: list[str] = []
        self._ask("Runtime.enable")
        self._ask("Log.enable")

    def __call__(self, script: str) -> Any:  # noqa: ANN401  # as much as JavaScript has
        """What a script on the page gives."""
        answer = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def text(self) -> str:
        """What is to be read on it; "" while it is loading."""
        read: str = self("document.body?.innerText ?? ''")
        return read

    def close(self) -> None:
        self._socket.close()

    def click(self, words: str) -> None:
        """Click on the link or button that has these words."""
        self.click_on(_NAMED % json.dumps(words))

    def click_on(self, element: str) -> None:
        """Press the left button of the mouse on an element that a script gives."""
        x, y = until(lambda: self(_BOX % element), f"{element} to click on")
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def _ask(self, method: str, **params: object) -> Any:  # noqa: ANN401  # differs from method to method
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            heard = json.loads(self._socket.recv())
            if heard.get("id") == self._asked:
                return heard["result"]
            if heard.get("method") in {
                "Runtime.exceptionThrown",
                "Runtime.consoleAPICalled",
                "Log.entryAdded",
            }:
                self.complaints.append(json.dumps(heard["params"]))


class Desktop:
    """The running program."""

    def __init__(self, display: str, port: int) -> None:
        self._environment = os.environ | {"DISPLAY": display}
        self._port = port
        self._opened: list[Page] = []

    def page(self, title: str) -> Page:
        """The page of a window, by the title that Anki gave it."""
        found = until(lambda: [one for one in self._pages() if one["title"] == title], f"page {title!r}")
        self._opened.append(Page(found[0]["webSocketDebuggerUrl"]))
        return self._opened[-1]

    def forget(self) -> None:
        """Close what was opened to look at pages."""
        for page in self._opened:
            page.close()

    def window(self, name: str) -> str:
        """Bring the window with this name to the front, and give its number."""
        search = ("xdotool", "search", "--onlyvisible", "--name", name)
        number = until(lambda: self._run(*search, check=False).split("\n")[0], f"window {name!r}")
        self._run("xdotool", "windowactivate", "--sync", number)
        return number

    def keys(self, *keys: str) -> None:
        """Press keys on the keyboard, as X11 names them."""
        self._run("xdotool", "key", "--clearmodifiers", *keys)

    def types(self, text: str) -> None:
        self._run("xdotool", "type", "--delay", "5", text)

    def picture(self, name: str, file: Path, height: int = _SIZE[1]) -> None:
        """Keep what a window shows, without its frame, in few enough colors for a small file."""
        number = self.window(name)
        self._run("xdotool", "windowsize", "--sync", number, str(_SIZE[0]), str(height))
        file.write_bytes(until(lambda: self._settled(number), "picture that stays as it is"))

    def _settled(self, number: str) -> bytes:
        """A picture that is the same a moment later, or b""."""
        first = self._drawn(number)
        time.sleep(0.5)
        return first if first == self._drawn(number) else b""

    def _drawn(self, number: str) -> bytes:
        command = ("import", "-window", number, "-strip", "+dither", "-colors", "48", "png8:-")
        return subprocess.run(command, env=self._environment, capture_output=True, check=True).stdout

    def _pages(self) -> list[dict[str, str]]:
        with urlopen(f"http://127.0.0.1:{self._port}/json") as answer:
            found: list[dict[str, str]] = json.load(answer)
        return found

    def _run(self, *command: str, check: bool = True) -> str:
        return subprocess.run(
            command, env=self._environment, capture_output=True, encoding="utf-8", check=check
        ).stdout.strip()


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees, with windows that can be in front; gives its name."""
    with _running("Xvfb", "-displayfd", "1", "-screen", "0", "1000x900x24", "-nolisten", "tcp") as server:
        assert server.stdout
        display = f":{server.stdout.readline().strip()}"
        with _running("openbox", env=os.environ | {"DISPLAY": display}):
            yield display


@contextmanager
def anki(folder: Path, display: str) -> Iterator[Desktop]:
    """The program with the profile in a folder, which is new and in English if it is not there yet."""
    if not folder.exists():
        _make_profile(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    environment = os.environ | {
        "DISPLAY": display,
        "ANKI_SINGLE_INSTANCE_KEY": f"cpsprep-{port}",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": _FLAGS,
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_REMOTE_DEBUGGING": f"127.0.0.1:{port}",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(folder / "run"),
    }
    start = (sys.executable, "-c", "import aqt; aqt.run()", "-b", str(folder), "-p", "Learner")
    with _running(*start, env=environment, log=folder / "output.txt") as process:
        desktop = Desktop(display, port)
        desktop.window(MAIN)
        try:
            yield desktop
        finally:
            desktop.forget()
        desktop.window(MAIN)
        desktop.keys("ctrl+q")
        process.wait(_PATIENCE)


def _make_profile(folder: Path) -> None:
    """As Anki does at its first start, when somebody has chosen a language."""
    from aqt.profiles import ProfileManager

    (folder / "run").mkdir(mode=0o700, parents=True)
    (folder / "gldriver6").write_text("software", encoding="utf-8")  # this screen has no other
    manager = ProfileManager(folder)
    manager.setupMeta()
    manager.meta |= {"firstRun": False, "defaultLang": "en_US"}
    manager.create("Learner")
    manager.load("Learner")
    manager.save()
    manager.db.close()


@contextmanager
def _running(
    *command: str, env: dict[str, str] | None = None, log: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    with log.open("a", encoding="utf-8") if log else nullcontext(subprocess.PIPE) as output:
        process = subprocess.Popen(
            command, env=env, stdout=output, stderr=output if log else subprocess.DEVNULL, encoding="utf-8"
        )
    with process:
        try:
            yield process
        finally:
            process.terminate()


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()
