-- What is there already of some orders of some customers, under whichever of their identifiers.
SELECT order_id, if(sku = '', description, sku) AS product, quantity, original_amount AS amount, original_currency AS currency, occurrence, time,
    import_id != toUUID('00000000-0000-0000-0000-000000000000') AS is_filed
FROM order_lines
WHERE workspace = {workspace:String}
    AND (profile_id IN {profiles:Array(UUID)} OR profile_id IN
    (
/*linked*/
    ))
    AND order_id IN {orders:Array(String)}
