"""What people take away: lists as files."""
