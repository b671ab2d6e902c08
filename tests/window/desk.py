"""A real window on a virtual screen, hands for it, and ears for what the game announces."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1280, 720)
NEEDED = ("Xvfb", "xdotool")
PATIENCE = 30.0  # seconds in which a slow machine may answer
PAUSE = 0.06  # seconds between two movements of a hand


def missing() -> str:
    """What this machine lacks for a real window; empty if nothing."""
    if not sys.platform.startswith("linux"):
        return "Xvfb is for Linux"
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    return f"not installed: {', '.join(lacking)} (apt-get install xvfb xdotool)" if lacking else ""


class Desk:
    """The game in a window, a keyboard and a mouse before it. Use it with `with`."""

    def __init__(self, home: Path, *options: str) -> None:
        self.home, self.options = home, options
        self.spoken = home / "spoken.txt"
        self.last = ""  # the newest line that was heard
        self._unheard: list[str] = []
        self._taken = 0  # lines of what was announced that have been read
        self._log = home / "game.log"

    def __enter__(self) -> Self:
        read, write = os.pipe()
        width, height = SIZE
        screen = ("-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp")
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *screen],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self._env = os.environ | {
            "DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy",
            "SDL_VIDEO_WINDOW_POS": "0,0", "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"), "XDG_CONFIG_HOME": str(self.home / "config"),
        }  # fmt: skip
        self._await_screen()
        command = [sys.executable, str(ROOT / "main.py"), "play", "--size", f"{width}x{height}"]
        with self._log.open("wb") as log:
            self._game = subprocess.Popen(
                [*command, "--spoken", str(self.spoken), *self.options],
                env=self._env, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self._game, self._screen):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _await_screen(self) -> None:
        """Until the virtual screen answers."""
        until = time.monotonic() + PATIENCE
        ask = ["xdotool", "getdisplaygeometry"]
        while subprocess.run(ask, env=self._env, capture_output=True, check=False).returncode:
            assert self._screen.poll() is None, "Xvfb ended"
            assert time.monotonic() < until, "Xvfb does not answer"
            time.sleep(0.1)

    # ---- hands

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._env, check=True, timeout=PATIENCE)
        time.sleep(PAUSE)

    def key(self, *names: str) -> None:
        for name in names:
            self._xdotool("key", name)

    def click(self, spot: tuple[int, int]) -> None:
        self._xdotool("mousemove", str(spot[0]), str(spot[1]))
        self._xdotool("click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self._xdotool("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        self._xdotool("mousemove", str(end[0]), str(end[1]))
        self._xdotool("mouseup", "1")

    # ---- ears

    def alive(self) -> bool:
        return self._game.poll() is None

    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def _listen(self) -> None:
        """Take what was announced since the last time."""
        told = self.spoken.read_text("utf-8") if self.spoken.exists() else ""
        whole = told[: told.rfind("\n") + 1].splitlines()
        self._unheard += whole[self._taken :]
        self._taken = len(whole)

    def forget(self) -> list[str]:
        """Let go what was announced so far; it is given back."""
        self._listen()
        gone, self._unheard = self._unheard, []
        self.last = gone[-1] if gone else self.last
        return gone

    def hear(self, wanted: Callable[[str], bool], what: str) -> str:
        """Wait for an announced line; what was announced before it is let go."""
        heard: list[str] = []
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._listen()
            while self._unheard:
                self.last = self._unheard.pop(0)
                heard.append(self.last)
                if wanted(self.last):
                    return self.last
            assert self.alive(), f"the game ended while waiting for {what}: {self.log()}"
            time.sleep(0.03)
        raise AssertionError(f"not heard: {what}; but {heard[-6:]}; {self.log()}")

    def quit(self) -> int:
        """Close the window with Alt F4; the exit code."""
        self._xdotool("key", "alt+F4")
        return self._game.wait(PATIENCE)
