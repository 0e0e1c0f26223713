"""The hand-written part of the SDK."""
