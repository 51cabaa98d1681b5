"""What the text alone says: grammar in code per phenomenon, words as data per language."""
