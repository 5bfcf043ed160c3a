# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Build hook of the wheel: bundles the Library, compiled while it is built, and the resources."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:

    class BuildHookInterface:
        """A stub of Hatch's class, so that types are checked the same with and without Hatch."""

        root: str
else:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = "asem_reader/bundled"


class LibraryHook(BuildHookInterface):
    """The hook that `pyproject.toml` names; its interface is in Hatch's manual, "custom build hook"."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile `data/` for this wheel; an editable install reads the checkout, so it gets nothing."""
        if version == "editable":
            return
        # Hatch loads this file by its path: the package around it cannot be imported before.
        sys.path.insert(0, self.root)
        from asem_reader.authoring.bundle import compile_library  # noqa: PLC0415

        self._folder = TemporaryDirectory(prefix="asem-reader-")
        library = Path(self._folder.name) / "asem.db"
        compile_library(Path(self.root) / "data", library)
        build_data["force_include"] |= {
            str(library): f"{BUNDLED}/asem.db",
            f"{library}.sha256": f"{BUNDLED}/asem.db.sha256",
            str(Path(self.root) / "CHANGELOG.md"): f"{BUNDLED}/CHANGELOG.md",
        } | {
            str(file): f"{BUNDLED}/{file.relative_to(self.root).as_posix()}"
            for file in (Path(self.root) / "resources").rglob("*")
            if file.is_file() and file.suffix != ".svg"  # what the icons were drawn as
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the compiled Library away again: by now it is in the wheel."""
        if version != "editable":
            self._folder.cleanup()
