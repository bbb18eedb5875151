"""The two programs that lie in every bundle, run as whoever gets one runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from journal.handover.bundle import verify
from journal.handover.bundle.verifiers import verifiers

PROGRAM = Path(verify.__file__)
PAGE = verifiers()["verify.html"].decode()
_RUN_THE_PAGE = """
const { readFileSync, readdirSync, statSync } = require("node:fs");
const [language, ...bundles] = process.argv.slice(1);
const script = readFileSync(0, "utf8").match(/<script>([\\s\\S]*)<\\/script>/)[1];
const { check, fromZip, fromFolder } = new Function(script + "\\nreturn { check, fromZip, fromFolder };")();
const fileIn = (folder, name) =>
  Object.assign(new Blob([readFileSync(`${folder}/${name}`)]), { webkitRelativePath: `bundle/${name}` });
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => statSync(`${folder}/${name}`).isFile());
const opened = (path) =>
  statSync(path).isDirectory()
    ? fromFolder(filesIn(path).map((name) => fileIn(path, name)))
    : fromZip(new Blob([readFileSync(path)]));
(async () => {
  for (const bundle of bundles) {
    try {
      const { told, faults } = await check(await opened(bundle));
      const said = (lines) => lines.map((line) => line.told(language));
      console.log(JSON.stringify({ told: said(told), faults: said(faults) }));
    } catch (error) {
      console.log(JSON.stringify({ told: [], faults: [`not a bundle: ${error.message}`] }));
    }
  }
})();
"""
FAULT = "DOES NOT AGREE: "


def told_by_python(bundle: Path, *language: str) -> tuple[int, list[str]]:
    """How `verify.py` ends and what it says, with nothing but a bare Python."""
    command: list[str | Path] = [sys.executable, "-I", "-S", PROGRAM, bundle, *language]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not run.stderr
    return run.returncode, run.stdout.splitlines()


def faults_by_python(bundle: Path) -> list[str]:
    """What `verify.py` finds wrong."""
    status, lines = told_by_python(bundle)
    found = [line.removeprefix(FAULT) for line in lines if line.startswith(FAULT)]
    assert status == (1 if found else 0)
    return found


def told_by_page(*bundles: Path, language: str = "en") -> list[tuple[list[str], list[str]]]:
    """What the script of `verify.html` says of each bundle in a language, and what it finds wrong."""
    node = shutil.which("node")
    assert node
    command: list[str | Path] = [node, "-e", _RUN_THE_PAGE, language, *bundles]
    run = subprocess.run(command, input=PAGE, capture_output=True, text=True, check=False)
    assert not run.stderr
    return [(said["told"], said["faults"]) for said in map(json.loads, run.stdout.strip().split("\n"))]
