"""The reference site: pages written as Markdown files first, then built by a site generator that reads mkdocs.yml."""
