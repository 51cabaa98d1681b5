"""Code per phenomenon: how numbers, dates, harm, people and voices are said."""
