WITH
    -- A spreadsheet takes a text that begins like this for a formula, and customers choose their names: an apostrophe makes it text. Numbers are none.
    text -> if({for_spreadsheet:Bool} AND match(text, '^[=+@\t\r-]') AND NOT match(text, '^[+-]?[0-9][0-9.,]*$'), concat('\'', text), text) AS as_text
