//! What the platform starts with: classifications, places, lexicon labels, and a generated world.
