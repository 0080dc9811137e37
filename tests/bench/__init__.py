"""What the program must reach, measured: each figure as a ratio against something bare in the same run.

`python -m tests.bench [NAME ...]` measures all of them, or those named.
"""
