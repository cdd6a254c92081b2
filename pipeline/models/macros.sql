-- What several models share: how a printed number is read, and how stages are ordered.

-- Spaces between thousands: ordinary, no-break, thin and narrow no-break.
CREATE TEMP MACRO without_spaces(printed) AS
    regexp_replace(printed, '[\s\x{00A0}\x{2009}\x{202F}]', '', 'g');

-- A whole number: a point before three digits separates thousands ("1.234" is 1234).
CREATE TEMP MACRO parse_count(printed) AS TRY_CAST(
    CASE
        WHEN regexp_full_match(without_spaces(printed), '-?\d{1,3}(\.\d{3})+(,0+)?')
            THEN replace(split_part(without_spaces(printed), ',', 1), '.', '')
        ELSE replace(without_spaces(printed), ',', '.')
    END AS DOUBLE);

-- A ratio: a single point or comma is the decimal sign.
CREATE TEMP MACRO parse_ratio(printed) AS TRY_CAST(
    CASE
        WHEN contains(printed, ',') AND contains(printed, '.')
            THEN replace(replace(without_spaces(printed), '.', ''), ',', '.')
        ELSE replace(without_spaces(printed), ',', '.')
    END AS DOUBLE);

-- How far along a stage is; unknown has no place in the order.
CREATE TEMP MACRO stage_rank(stage) AS
    CASE stage WHEN 'not_adopted' THEN 0 WHEN 'ordered' THEN 1 WHEN 'enabled' THEN 2
               WHEN 'in_use' THEN 3 END;
CREATE TEMP MACRO stage_of_rank(place) AS
    CASE place WHEN 0 THEN 'not_adopted' WHEN 1 THEN 'ordered' WHEN 2 THEN 'enabled'
               WHEN 3 THEN 'in_use' END;

-- A printed heading or word as compared.
CREATE TEMP MACRO normal(printed) AS
    lower(nfc_normalize(trim(regexp_replace(printed, '[\s\x{00A0}\x{200B}]+', ' ', 'g'))));
