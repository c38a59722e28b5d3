-- Makes the staged parts of one year parts of order_lines.
ALTER TABLE order_lines ATTACH PARTITION {year:UInt16} FROM /*lines*/
