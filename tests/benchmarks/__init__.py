"""Speed and accuracy figures; `python -m tests.benchmarks` runs them all."""
