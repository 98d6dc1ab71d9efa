"""Installs what the tests need from outside Python: Chromium, fonts for the scripts of the corpus, the Nu HTML checker.

Without the checker (it needs npm to come and Java to run) its test is skipped and says so; without a browser nothing is
tested. Looks first for a browser that is there (`CHROMIUM`, then the usual names). Otherwise installs one: from Debian's
packages where that is possible, else by Playwright. Run by `make test`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-core", "fonts-hosny-amiri")
CHECKER = "vnu-jar@26.9.27"
CHECKER_HOME = Path(sys.prefix) / "share/vnu"
CHECKER_JAR = CHECKER_HOME / "node_modules/vnu-jar/build/dist/vnu.jar"


def main() -> int:
    """Make sure there is a browser, and letters for it to draw; return 1 if there is no way."""
    if not find_browser() and not (install_packages(PACKAGES) or install_by_playwright()):
        sys.stderr.write(
            "no Chromium found and none could be installed: install it, or name it in CHROMIUM\n"
        )
        return 1
    if shutil.which("fc-list") and not draws("ar"):
        install_packages(PACKAGES[1:])
    if not find_checker():
        install_checker()
    return 0


def find_browser() -> str | None:
    """Return the path of a Chromium that is there."""
    if named := os.environ.get("CHROMIUM"):
        return named
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or _playwright_browser()


def _playwright_browser() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None  # noqa: PTH110  # the path comes as text and stays so


def find_checker() -> list[str]:
    """Return the command of the Nu HTML checker, or nothing."""
    java = shutil.which("java")
    return [java, "-jar", str(CHECKER_JAR)] if java and CHECKER_JAR.is_file() else []


def install_checker() -> None:
    """Install the Nu HTML checker beside the packages of Python, if this machine can."""
    if not shutil.which("java"):
        install_packages(("default-jre-headless",))
    if npm := shutil.which("npm"):
        command = [
            npm,
            "install",
            "--silent",
            "--no-save",
            "--ignore-scripts",
            "--prefix",
            str(CHECKER_HOME),
            CHECKER,
        ]
        CHECKER_HOME.mkdir(parents=True, exist_ok=True)
        subprocess.run(command, check=False)


def draws(language: str) -> bool:
    """Whether a font for *language* is installed."""
    listed = subprocess.run(
        ["fc-list", f":lang={language}", "family"], capture_output=True, text=True, check=False
    )
    return bool(listed.stdout.strip())


def install_packages(packages: tuple[str, ...]) -> bool:
    """Install Debian packages, if this is such a machine and we may."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not shutil.which("sudo"):
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    )
    return all(
        subprocess.run([*sudo, *command], env=environment, check=False).returncode == 0
        for command in commands
    )


def install_by_playwright() -> bool:
    """Let Playwright fetch its own Chromium."""
    command = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
