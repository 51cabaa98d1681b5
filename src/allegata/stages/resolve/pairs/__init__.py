"""Pairs of accounts as columns of numbers: which to compare, how alike they are.

The door of ``numpy``: nothing else in the product imports it, and ``read`` never comes here.
"""
