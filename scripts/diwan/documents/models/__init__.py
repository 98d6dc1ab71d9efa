"""Models: small forests and nets, grown by `bench/`, and how they are asked."""
