"""The site: its pages made of what passed the gate, searched for what must not be there, and swapped in as a whole."""
