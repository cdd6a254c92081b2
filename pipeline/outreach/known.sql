-- One row: what a list may be asked for. solutions: ids and names in the order of the catalogue, each with
-- whether a source speaks of it; regions: the Digi regions; demo: a file of the warehouse is invented.
SELECT
    (
        SELECT list({
            'id': solution_id, 'name': short_name, 'full_name': name,
            'told': solution_id IN (SELECT solution_id FROM solution_date),
            'requires': len(requires) > 0
        } ORDER BY sort_order)
        FROM solution
    ) AS solutions,
    (
        SELECT list(digi_region ORDER BY digi_region COLLATE nb)
        FROM (SELECT DISTINCT digi_region FROM municipality)
    ) AS regions,
    (SELECT coalesce(bool_or(demo), false) FROM source_file) AS demo
