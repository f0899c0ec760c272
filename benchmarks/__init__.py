"""Runnable benchmarks: each figure stands beside its bare baseline, measured in the same run.

Machines are noisy, so the ratio is what counts. `python3 start.py bench --help` says how to run them.
"""
