"""Official documents of an emulation cluster, built from YAML to the form of Decree 30/2020/NĐ-CP."""

__version__ = "0.1.0"
