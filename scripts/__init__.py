"""Commands run by hand, not by the dashboard or its build."""
