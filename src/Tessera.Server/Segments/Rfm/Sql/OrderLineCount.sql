SELECT count() AS lines FROM order_lines WHERE workspace = {workspace:String}
