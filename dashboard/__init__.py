"""What the pages share: queries, filters bound to the URL, figures, texts and theme."""
