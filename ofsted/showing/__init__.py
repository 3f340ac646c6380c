"""What a person looks at: evidence, page pictures, notebooks, plots, workbooks, web pages."""
