-- One row is a Digi region or the nation for a solution and date; its number of municipalities that
-- have not adopted as KS published it stands beside. Parameters: solution, as_of.
SELECT
    c.digi_region,
    c.municipalities,
    c.in_use,
    c.preparing,
    c.not_adopted,
    c.unknown,
    c.is_mostly_unknown,
    c.enrolled_of_gap AS enrolled,
    c.enrolled_in_gap AS enrolled_named,
    c.enrolled_published,
    c.population,
    c.population_not_adopted,
    t.published AS not_adopted_published,
    c.enrolled AS enrolled_in_all,
    c.enrolment_unknown,
    c.names_as_of
FROM coverage AS c
LEFT JOIN (
    SELECT solution_id, as_of, digi_region, max(published) AS published
    FROM control_total
    WHERE list = 'not_adopted'
    GROUP BY ALL
) AS t USING (solution_id, as_of, digi_region)
WHERE c.solution_id = $solution AND c.as_of = $as_of
ORDER BY c.digi_region = 'Hele landet' DESC, c.digi_region COLLATE nb
