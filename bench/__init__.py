"""The bench: predict, measure, and hold the floors (docs/explain/bench.md)."""
