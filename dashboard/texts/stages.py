"""What pages say of a stage otherwise than by its word."""

from pipeline.outreach.texts import STAGES, STATUS_DONE

MY_REGION_WORDS = STAGES | {"enabled": "Tilrettelagt"}
ABOUT_STAGE_TEXTS = {
    "in_use": "Kommunen bruker løsningen.",
    "enabled": "Løsningen er satt opp i kommunens systemer, men kilden viser ingen bruk.",
    "ordered": "Kommunen har minst bestilt løsningen; kilden sier ikke mer.",
    "not_adopted": "En kilde sier at kommunen ikke har tatt i bruk løsningen.",
    "unknown": (
        "Ingen kilde sier noe, eller kilden kan ikke tolkes sikkert. Ukjent er aldri det samme som "
        "ikke tatt i bruk, og telles ikke som det."
    ),
}
ADOPTED_DONE = STATUS_DONE | {"enabled": "er minst teknisk tilrettelagt for"}
COUNTED_AS = {
    "in_use": "«i bruk»",
    "enabled": "«teknisk tilrettelagt»",
    "ordered": "«minst bestilt»",
}
MY_REGION_HEAD_SHARE = {
    "in_use": "i bruk {here}, landet\u00a0{nation}",
    "enabled": "minst tilrettelagt {here}, landet\u00a0{nation}",
    "ordered": "minst bestilt {here}, landet\u00a0{nation}",
}
