"""The verbs of the pipeline, in order: acquire, convert, extract, normalize, resolve."""
