-- How many customers belong to each of some definitions, in one pass; the definitions' own SELECT and columns stand where the two comments are.
SELECT arrayMap(size -> toInt64(size), sumForEach(/* columns */)) AS sizes
FROM
(
    /* definitions */
) AS found
