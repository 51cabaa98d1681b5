"""The public sets of places: news with toponyms, and names of places where strikes fell."""
