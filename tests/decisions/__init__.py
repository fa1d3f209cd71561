"""What the regency decides on top of the files it received."""
