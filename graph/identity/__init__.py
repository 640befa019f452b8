"""Identity: which directive each mention means, decided over all documents together."""
