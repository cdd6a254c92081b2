-- One row is a stage of adoption. Key: stage. rank: how far it has come; unknown has none, for it has no
-- place in the order. category: what a map shows it as. The stages stand in pipeline/stages.py.
SELECT stage, rank, category, word
FROM seed_stage
ORDER BY rank NULLS LAST
