"""One module a set: how its items are read with the product, and what is measured."""
