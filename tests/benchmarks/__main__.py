"""`make bench`: every benchmark, one after the other."""

import importlib
import sys
from pathlib import Path

ORDER = ("reading", "corpus_metadata", "identity", "stores", "agreement")

if __name__ == "__main__":
    for name in ORDER:
        if (Path(__file__).parent / f"{name}.py").exists():
            print(f"\n== {name}", flush=True)
            module = importlib.import_module(f"tests.benchmarks.{name}")
            sys.argv[1:] = []
            getattr(module, "run", None)() if hasattr(module, "run") else module.main(module.CORPUS)
