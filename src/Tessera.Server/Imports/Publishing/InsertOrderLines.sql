-- How numbered lines become lines of an import.
INSERT INTO order_lines
(
    workspace, profile_id, time, order_id, line_key, occurrence, kind, line_type, sku, description, category,
    quantity, unit_price, amount, currency, original_amount, original_currency, country, customer, import_id, source_line
)
SELECT
    {workspace:String}, profile_id, time, order_id, line_key, occurrence, final_kind, final_line_type, sku, description, category,
    quantity, unit_price, amount, currency, original_amount, original_currency, country, customer, {import:UUID}, source_line
