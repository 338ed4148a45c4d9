"""Domain to text, Markdown, HTML, CSV and JSON."""
