"""The reference site: what it shows, built, checked, put in place, and shown to the browsers of this machine."""
