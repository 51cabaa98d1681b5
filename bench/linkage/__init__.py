"""Tables of events linked by the product, and pairs of their rows judged by readers."""
