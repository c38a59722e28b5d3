-- How many members an evaluation found in each segment.
SELECT segment, toInt64(count()) AS members
FROM segment_evaluations
WHERE evaluation = {evaluation:UUID}
GROUP BY segment
