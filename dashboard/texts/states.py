"""What stands where there is nothing to show."""

NO_WAREHOUSE_TITLE = "Ingen tall ennå"
NO_WAREHOUSE = "Det er ikke bygget noe datavarehus. Kjør «make build», og last siden på nytt."
NOTICES = {
    "news": "Nye tall er kommet.",
    "lost": "Mistet forbindelsen, og prøver igjen. Siden viser tallene fra før den ble borte.",
    "failed": "Noe gikk galt.",
    "load": "Last på nytt",
}
"""What connection.js says in a corner of the page, and the button beside it."""
FAILED_TITLE = "Noe gikk galt"
FAILED = (
    "Siden kunne ikke vises. Last den på nytt; hjelper ikke det, gi beskjed til den som har ansvar "
    "for dataene."
)
NO_LIST_TITLE = "Ingen kilde sier hvilke kommuner som har tatt i bruk {solution}"
NO_LIST = (
    "Løsningen står i katalogen, men det finnes ingen tall for den ennå. Velg en annen løsning i "
    "filteret."
)
NO_LIST_COUNTED = (
    "Det finnes ingen liste per kommune, så kart, Digi-regioner og navn kan ikke vises her."
)
NO_LIST_PUBLISHED = "Publiserte tall for hele landet står på siden Utvikling:"
NO_LIST_LINK = "se {solution} der"
OLD_TITLE = "Eldre tall"
OLD = (
    "Nyere tall er ikke kommet på plass eller lar seg ikke åpne. Dette er utgaven som ble "
    "publisert {age}."
)
FOOT = "Utgave {id}, publisert {age}"
FOOT_LINKS = {"eier": "Eier", "tilgjengelighet": "Tilgjengelighet", "personvern": "Personvern"}
