"""What the page is told: nouns as JSON, with offsets in UTF-16 units."""
