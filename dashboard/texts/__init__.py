"""Every text of the interface, in Norwegian bokmål: a module a page, `texts.NAME` for all of them.

Braces are filled by whoever shows the text.
"""

from dashboard.texts.about import *
from dashboard.texts.common import *
from dashboard.texts.development import *
from dashboard.texts.enrolled import *
from dashboard.texts.facts import *
from dashboard.texts.lists import *
from dashboard.texts.municipality import *
from dashboard.texts.my_region import *
from dashboard.texts.not_adopted import *
from dashboard.texts.overview import *
from dashboard.texts.quality import *
from dashboard.texts.ready import *
from dashboard.texts.runs import *
from dashboard.texts.sentences import *
from dashboard.texts.server import *
from dashboard.texts.stages import *
from dashboard.texts.states import *
from dashboard.texts.streamlit_words import *
from dashboard.texts.trend import *
from dashboard.texts.upload import *
