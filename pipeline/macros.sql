-- What several models share: how a printed word or number is read, and how stages are ordered.

-- Any run of spaces (no-break, thin, narrow and line breaks too) as one, none at the ends, and
-- nothing invisible.
CREATE TEMP MACRO single_spaced(printed) AS
    trim(regexp_replace(
        regexp_replace(printed, '[\x{00AD}\x{200B}-\x{200D}\x{2060}\x{FEFF}]', '', 'g'),
        '[\s\x{000B}\x{0085}\x{00A0}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]+', ' ', 'g'));

-- A printed word as compared, just as normal() in sources/kinds.py does it.
CREATE TEMP MACRO normal(printed) AS
    lower(regexp_replace(single_spaced(nfc_normalize(printed)), '[\x{2010}-\x{2014}\x{2212}]', '-', 'g'));

-- A printed number without its unit ("1 234 stk"), NULL where a cell only says that there is none.
CREATE TEMP MACRO number_text(printed) AS
    CASE
        WHEN printed IS NULL OR regexp_full_match(printed, '[\d.,]*\d') THEN printed
        WHEN normal(printed) IN ('', '-', '.', '..', ':', 'i/t', 'i.t.', 'n/a', 'ukjent', 'null', '(tom)', '(blank)')
            THEN NULL
        ELSE regexp_replace(
            normal(printed), ' ?(stk|innb|innbyggere|personer|kommuner|avtaler|meldinger|brukere)\.?$', '')
    END;

-- A count: points and spaces before three digits separate thousands ("1.234" is 1234). A single
-- comma before three digits could mean either, so it means nothing.
CREATE TEMP MACRO parse_count(number) AS TRY_CAST(
    CASE
        WHEN regexp_full_match(number, '\d{1,12}') THEN number
        WHEN regexp_full_match(number, '(\d{1,12}|\d{1,3}(( \d{3}){1,3}|(\.\d{3}){1,3}))([.,]00?)?|\d{1,3}(,\d{3}){2,3}')
            THEN regexp_replace(regexp_replace(number, '[.,]00?$', ''), '[ .,]', '', 'g')
    END AS DOUBLE);

-- A ratio may also say what it is a share of.
CREATE TEMP MACRO ratio_text(number) AS
    regexp_replace(number, ' ?(%|prosent|pr\.? ?1[ .]?000|per ?1[ .]?000)( innb(\.|yggere)?)?$', '');

-- A ratio: a single point or comma is the decimal sign; of two signs the last one is.
CREATE TEMP MACRO parse_ratio(number) AS TRY_CAST(
    CASE
        WHEN regexp_full_match(ratio_text(number), '(\d+|\d{1,3}( \d{3})+)([.,]\d+)?')
            THEN replace(replace(ratio_text(number), ' ', ''), ',', '.')
        WHEN regexp_full_match(ratio_text(number), '\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}')
            THEN replace(replace(ratio_text(number), '.', ''), ',', '.')
        WHEN regexp_full_match(ratio_text(number), '\d{1,3}(,\d{3})+\.\d+')
            THEN replace(ratio_text(number), ',', '')
    END AS DOUBLE);

-- Why a printed number cannot be used; NULL where it can, or is missing.
CREATE TEMP MACRO number_fault(printed, number, parsed) AS
    CASE
        WHEN number IS NULL OR parsed IS NOT NULL THEN NULL
        WHEN regexp_full_match(number, '- ?\d[\d .,]*') THEN format('«{}» er negativt', printed)
        WHEN regexp_full_match(number, '\d+[.,]\d+|\d{1,3}([ .]\d{3})+,\d+') THEN format('«{}» er ikke et helt tall', printed)
        ELSE format('«{}» er ikke et tall', printed)
    END;

-- How far along a stage is, and the stage that is so far along; unknown has no place in the order.
SET VARIABLE stages = (SELECT list(stage ORDER BY rank) FROM seed_stage WHERE rank IS NOT NULL);
CREATE TEMP MACRO stage_rank(name) AS nullif(list_position(getvariable('stages'), name), 0) - 1;
CREATE TEMP MACRO stage_of_rank(place) AS getvariable('stages')[place + 1];

-- Not adopted, by a report that would not have seen an order; and a stage on the way, which a report that
-- does not see it cannot deny.
CREATE TEMP MACRO is_short_sighted(stage, sees) AS
    stage = 'not_adopted' AND NOT list_contains(sees, stage_of_rank(1));
CREATE TEMP MACRO is_hidden(stage, sees) AS
    stage_rank(stage) > 0 AND stage <> 'in_use' AND NOT list_contains(sees, stage);

-- The stage that the silence of a complete file gives, NULL where it means nothing.
CREATE TEMP MACRO said_by_silence(silence, adopted_means) AS
    CASE silence WHEN 'adopted' THEN adopted_means ELSE nullif(silence, 'unknown') END;

-- Whether a row of solution_date is the one of a day: the latest date not after it, or of all where no day
-- is asked for. It stays in the warehouse, for the questions of lists and pages.
CREATE MACRO is_date_for(day, as_of, until, is_latest) AS coalesce(day::DATE BETWEEN as_of AND until, is_latest);

-- Whether more is unknown than known, so that a count is the least it can be and a share says nothing.
-- It stays in the warehouse, for questions about several regions together.
CREATE MACRO is_mostly_unknown(unknown, municipalities) AS 2 * unknown > municipalities;

-- Of the solutions that one requires, the names of those that a municipality does not use, and of those it
-- is not known to use or not: by their stage there, in the order of the catalogue. These stay too.
CREATE MACRO lacked(name, sort_order, stage) AS
    coalesce(list(name ORDER BY sort_order) FILTER (stage NOT IN ('in_use', 'unknown')), []);
CREATE MACRO unclear(name, sort_order, stage) AS
    coalesce(list(name ORDER BY sort_order) FILTER (coalesce(stage, 'unknown') = 'unknown'), []);

-- A printed day, with or without a time: 2024-05-10 or 10.05.2024. A year of two digits could be
-- anything, so it means nothing.
CREATE TEMP MACRO parse_day(printed) AS
    CASE
        WHEN regexp_full_match(trim(printed), '\d{4}-\d{2}-\d{2}([ T]\d{1,2}[:.]\d{2}.*)?')
            THEN TRY_CAST(left(trim(printed), 10) AS DATE)
        WHEN regexp_full_match(trim(printed), '\d{1,2}\.\d{1,2}\.\d{4}( (kl\.? ?)?\d{1,2}[:.]\d{2}.*)?')
            THEN try_strptime(regexp_extract(printed, '\d{1,2}\.\d{1,2}\.\d{4}'), '%d.%m.%Y')::DATE
    END;

-- Why a printed day cannot be used by a file that speaks for as_of; NULL where it can, or is missing.
CREATE TEMP MACRO day_fault(printed, parsed, as_of) AS
    CASE
        WHEN printed IS NULL THEN NULL
        WHEN parsed IS NULL THEN format('«{}» er ingen dato', printed)
        WHEN parsed > as_of THEN format('«{}» er etter datoen filen gjelder for', printed)
    END;

-- "A og B", in the order of the alphabet.
CREATE TEMP MACRO in_words(names) AS array_to_string(list_sort(names), ' og ');

-- The words of a journal system's name ("HsPro/Visma"), by which it is known in longer ones.
CREATE TEMP MACRO vendor_words(printed) AS
    regexp_extract_all(replace(normal(printed), ' og ', ' '), '[\p{L}\d]+');

-- An address of e-mail, and a text with its addresses hidden, as it may be shown to anybody.
CREATE TEMP MACRO address() AS '[^\s<>«»()\[\]{}",;:|@]+@[^\s<>«»()\[\]{}",;:|@]+';
CREATE TEMP MACRO without_addresses(printed) AS
    CASE WHEN contains(printed, '@') THEN regexp_replace(printed, address(), '(e-postadresse)', 'g') ELSE printed END;

-- The words of a mailbox or a name, spelt as in addresses: of "Digi.Tromsø2" and of "digiTromso" digi, tromso.
CREATE TEMP MACRO plain_words(printed) AS regexp_extract_all(
    regexp_replace(
        replace(replace(strip_accents(normal(
            regexp_replace(printed, '(\p{Ll})(\p{Lu})', '\1 \2', 'g'))), 'ø', 'o'), 'æ', 'ae'),
        '\be[ ._-](helse|post)', 'e\1', 'g'),
    '\p{L}+');

-- The words that tell a function from a person: chosen by hand after mailboxes of municipalities, Digi
-- networks and KS, none of them a usual Norwegian name; and those that the solutions go by. Beside one of
-- them may stand a place, and nothing else: whatever else has two words could be somebody's name. A mailbox
-- that this keeps back belongs in data/register/kontakter.csv.
SET VARIABLE functions = plain_words('
    post postmottak epost mail firmapost fellespost felles mottak kontakt arkiv dokumentsenter info informasjon
    resepsjon sentralbord service servicekontor servicesenter servicetorg servicetorget innbyggerservice
    innbyggertorg kundeservice kundesenter support brukerstøtte hjelp helpdesk no reply noreply
    kommune kommunen kommunedirektør kommunedirektøren rådmann rådmannen admin administrasjon ks nhn
    norsk helse helsetjenester helsestasjon helsestasjonen skolehelsetjenesten helsesjef helsesykepleier helsenett
    omsorg helseomsorg omsorgstjenester pleie levekår mestring velferd velferdsteknologi vft responssenter
    folkehelse oppvekst barn familie kommunelege kommuneoverlege kommuneoverlegen legekontor legekontoret
    legesenter legevakt legevakten hjemmetjeneste hjemmetjenesten hjemmesykepleie sykehjem rehabilitering
    tildeling tildelingskontor tildelingskontoret koordinerende forvaltning forvaltningskontor
    tjeneste tjenester tjenestekontor ehelse digi digital digitale digitalisering ikt it teknologi innovasjon
    utvikling drift journal epj fagsystem fagansvarlig systemansvarlig systemforvalter superbruker
    prosjekt prosjektet prosjektkontor prosjektleder program programkontor innføring innføringsstøtte påmelding
    nettverk samhandling samarbeid region regional regionkontor avdeling enhet seksjon sektor etat team
    gruppe kontor leder ledelse rådgiver koordinator og')
    || (SELECT list(word) FROM (SELECT unnest(plain_words(alias)) AS word FROM seed_alias) WHERE len(word) > 2);
SET VARIABLE functions_and_places = (
    SELECT list_distinct(getvariable('functions') || flatten(list(
        plain_words(concat_ws(' ', name, county_name, digi_region, health_region)))))
    FROM seed_municipality);

-- Whether an address or a name could be a person's: two words or more (name.surname, n_surname), not all
-- of which are of a function and where it is, which an address may also tell in its domain.
CREATE TEMP MACRO could_be_persons(words, around) AS
    CASE WHEN len(words) > 1
        THEN NOT (list_has_any(words, getvariable('functions'))
            AND list_has_all(
                getvariable('functions_and_places'),
                list_filter(words, lambda word: NOT list_contains(around, word))))
        ELSE false END;

-- Those of some addresses and names that could be a person's.
CREATE TEMP MACRO persons_in(pieces) AS list_filter(pieces, lambda piece: could_be_persons(
    plain_words(split_part(piece, '@', 1)), plain_words(split_part(piece, '@', 2))));

-- Whether a printed contact is a person's: by an address that the register does not name, or by a name that
-- stands neither there nor beside an address that does.
CREATE TEMP MACRO addresses_in(printed) AS regexp_extract_all(printed, address());
SET VARIABLE allowed = coalesce(
    (SELECT flatten(list(addresses_in(lower(contact)) || [lower(contact)])) FROM seed_contact), []);
CREATE TEMP MACRO is_withheld(printed) AS
    NOT list_has_all(getvariable('allowed'), [lower(piece) FOR piece IN persons_in(addresses_in(printed))])
    OR (
        NOT list_has_any(addresses_in(lower(printed)) || [lower(printed)], getvariable('allowed'))
        AND len(persons_in(regexp_extract_all(
            without_addresses(printed), '\p{Lu}[\p{L}.]*(?:[ -]+\p{Lu}[\p{L}.]*)+'))) > 0);
