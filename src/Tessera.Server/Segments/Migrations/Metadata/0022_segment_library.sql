-- Which ready segment of the library a segment was made of; NULL for those written by hand.
ALTER TABLE segments ADD COLUMN library TEXT
