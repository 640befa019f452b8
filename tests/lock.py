"""Renew the hashed locks from pyproject.toml; they name no index, so that any mirror serves them."""

import subprocess
import sys

COMMON = [
    sys.executable,
    "-m",
    "piptools",
    "compile",
    "--quiet",
    "--generate-hashes",
    "--strip-extras",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--no-header",
    "--allow-unsafe",
]
LOCKS = {
    "build": ["--only-build-deps", "--build-deps-for", "editable"],
    "run": [],
    "dev": ["--extra", "dev"],
    "bench": ["--extra", "dev", "--extra", "bench"],
}

if __name__ == "__main__":
    for name, options in LOCKS.items():
        subprocess.run([*COMMON, *options, "-o", f".locks/{name}.txt", "pyproject.toml"], check=True)
