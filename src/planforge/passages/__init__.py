"""From files to a `Corpus`: one module for each kind of file that holds running text."""
