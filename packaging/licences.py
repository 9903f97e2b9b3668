"""Prints the licences of all that the binary for a target holds: python3 packaging/licences.py TARGET

A crate comes with the texts that its package has; one without any comes with the name of its licence alone.
"""

import json
import pathlib
import subprocess
import sys

FILES = ("licen", "copying", "notice", "unlicense", "copyright")


def main(target: str) -> None:
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    for key in sorted(held(metadata), key=lambda key: (packages[key]["name"], packages[key]["version"])):
        package = packages[key]
        print(f"{'=' * 100}\n{package['name']} {package['version']}: {package['license']}\n")
        folder = pathlib.Path(package["manifest_path"]).parent
        for file in sorted(folder.iterdir()):
            if file.is_file() and file.name.lower().startswith(FILES):
                print(f"--- {file.name}\n\n{file.read_text(encoding='utf-8', errors='replace').strip()}\n")


def held(metadata: dict) -> set[str]:
    """What is linked into the binary: dependencies that are neither for tests nor for build scripts."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    root = metadata["resolve"]["root"]
    found, left = set(), [root]
    while left:
        for dependency in nodes[left.pop()]["deps"]:
            is_linked = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if is_linked and dependency["pkg"] not in found:
                found.add(dependency["pkg"])
                left.append(dependency["pkg"])
    return found


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main(sys.argv[1])
