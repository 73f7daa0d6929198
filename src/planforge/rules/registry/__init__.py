"""Rules about the records of the registries (PF25x-PF29x), above all of the instruments that papers cite."""
