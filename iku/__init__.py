"""The domain: definition, calculation, layout, reading and checks; it knows no file format."""
