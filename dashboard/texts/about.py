"""Om tallene."""

ABOUT_HEADLINE = "Om tallene"
ABOUT_INTRO = (
    "Utbredelse viser hvor langt kommunene er kommet med å ta i bruk nasjonale e-helseløsninger. "
    "Alle tall regnes ut fra kildefilene som er listet på siden Datakvalitet."
)
ABOUT_STAGES = "Hva statusene betyr"
ABOUT_SOLUTIONS = "Løsningene"
ABOUT_SOLUTIONS_INTRO = (
    "Kildene mener ikke alltid det samme med «tatt i bruk». Her står hva hver av dem mener, "
    "hvilken fase løsningen er i, og hva ambisjonen var. Datoer som ingen kilde oppgir, er utelatt."
)
ABOUT_ADOPTED_MEANS = (
    "Den som ikke står på KS' liste over ikke tatt i bruk, regnes minst som: {stage}."
)
ABOUT_MEANING = "{owner}: {meaning}"
ABOUT_OWNERS = {"NHN": "Norsk helsenett"}
ABOUT_PHASE = "Fase: {phases}. Eier: {owner}."
ABOUT_SINCE = "fra {time}"
ABOUT_AS_OF = "per {time}"
ABOUT_AMBITION = "Ambisjon: {ambitions}."
ABOUT_AMBITION_ONE = "{count} kommuner innen {by}"
ABOUT_GEOGRAPHY = "Gjelder {geography}: {count} i dag."
ABOUT_REQUIRES = "Forutsetter {requires}."
ABOUT_NOT_LISTED = "Ingen kilde sier ennå hvilke kommuner som har tatt i bruk løsningen."
ABOUT_RULES = "Slik leses kildene"
ABOUT_RULE_TEXTS = (
    "En liste over dem som ikke har tatt i bruk, sier også noe om alle andre, men bare når listen "
    "er komplett.",
    "En side av en tabell sier ingenting om kommuner som ikke står på den: de er ukjent.",
    "Når to kilder gjelder samme dato, går Norsk helsenetts målte tall foran KS' lister på det "
    "målingen kan se. Sier de forskjellig på ulike datoer, gjelder den nyeste, og avviket vises på "
    "Datakvalitet.",
    "Publiserte antall er kontrolltall. De gir navn bare når de ikke kan bety annet: er like mange "
    "påmeldt som det står kommuner på listen, er alle påmeldt; er ingen påmeldt, er ingen det.",
    "En påmeldingsliste gir navn, og det siste en liste sier om en kommune, gjelder til en senere "
    "sier noe annet. Er listen komplett, er den som aldri har stått på noen liste, ikke påmeldt.",
    "Står en påmeldt kommune ikke på en nyere, komplett liste for løpet, heller ikke som avmeldt, "
    "er det ukjent om den er påmeldt.",
    "Tid til bruk regnes fra påmeldt dato til første dato der en kilde viser bruk. Den som var i "
    "bruk før påmeldingen eller første gang en kilde så etter, gir ingen tid.",
    "En skrivemåte som bare ligner, blir foreslått, aldri godtatt.",
    "En rad som ikke kan leses eller forstås, gjør kommunene den kan gjelde, ukjent i den filen, "
    "til noen har avgjort det.",
)
ABOUT_SOURCES = "Kilder og lisenser"
ABOUT_SOURCE_TEXTS = (
    "Status og påmelding: KS' fagwebinar om innføring av e-helseløsninger, juni 2024, og Norsk "
    "helsenett, mai 2024, slik tallene ble vist der.",
    "Kommuner, koder og innbyggertall per 1. januar 2024: Statistisk sentralbyrå (NLOD/CC BY 4.0).",
    "Navn og grenser: Kartverket (CC BY 4.0). Kartet er laget av kommunegrensene fra 2020, "
    "omkodet til 2024, delt og forenklet; det egner seg ikke til måling.",
    "Digi-regioner: slik KS brukte dem i juni 2024.",
    "Organisasjonsnumre: Enhetsregisteret, Brønnøysundregistrene.",
)
ABOUT_SERVICE = {
    "eier": (
        "Eier",
        "Utbredelse er laget for KS, Digi-nettverkene og Norsk helsenett. Den som drifter "
        "tjenesten, svarer for den; den som eier en kilde, svarer for tallene i den. Nederst på "
        "hver side står utgaven: oppgi den når du spør om et tall.",
    ),
    "tilgjengelighet": (
        "Tilgjengelighet",
        "Sidene er laget etter WCAG 2.1 på nivå AA og testes automatisk, lyse og mørke, på skjerm "
        "og telefon. Alt kan gjøres med tastatur, og hvert kart har de samme tallene i en tabell.",
    ),
    "personvern": (
        "Personvern",
        "Tjenesten måler ikke hvem som besøker den og sender ingenting til andre. Den setter bare "
        "informasjonskapsler som trengs for å vise sidene. Listene gjelder kommuner; kontakter er "
        "funksjoner og felles postkasser, ikke personer.",
    ),
}
"""Each part by its anchor: its heading, and what it says."""
