"""`make bench`: every benchmark, one after the other."""

import sys

from tests.benchmarks import accuracy, agreement, corpus_metadata, identity, reading, stores

if __name__ == "__main__":
    failed = False
    for benchmark in (reading, accuracy, corpus_metadata, identity, stores, agreement):
        print(f"\n== {benchmark.__name__.rpartition('.')[2]}", flush=True)
        failed |= bool(benchmark.run())
    sys.exit(failed)
