"""Allegata reads accounts of armed violence into a casualty record.

Every figure it keeps opens to the words that say it and to who said them.
"""

__version__ = "0.1.0"
