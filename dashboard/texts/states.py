"""What stands where there is nothing to show."""

NO_WAREHOUSE_TITLE = "Ingen tall ennå"
NO_WAREHOUSE = "Det er ikke bygget noe datavarehus. Kjør «make build», og last siden på nytt."
NEW_FIGURES = "Nye tall er kommet."
NEW_FIGURES_LOAD = "Last på nytt"
FAILED_TITLE = "Noe gikk galt"
FAILED = (
    "Siden kunne ikke vises. Last den på nytt; hjelper ikke det, gi beskjed til den som har ansvar "
    "for dataene."
)
