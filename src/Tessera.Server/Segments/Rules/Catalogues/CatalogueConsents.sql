-- The purposes that customers gave or withheld consent to.
SELECT DISTINCT purpose FROM consents WHERE workspace = {workspace:String} ORDER BY purpose LIMIT 1000
