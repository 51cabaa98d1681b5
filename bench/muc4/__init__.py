"""MUC-4: newswire of 1988 to 1991 on Latin America, and templates of what was attacked by whom."""
