"""Reports for language models: tools that answer in Markdown with page and link, and the server that offers them."""
