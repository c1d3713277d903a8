"""Dates named in an article, as EDTF and as days that bound them."""
