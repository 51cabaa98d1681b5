"""The parts of the set ``undocs``: gold, what was read, the scores, and the page of mistakes."""
