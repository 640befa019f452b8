"""Reading: from a file to what its text states, each fact with the words that say so."""
