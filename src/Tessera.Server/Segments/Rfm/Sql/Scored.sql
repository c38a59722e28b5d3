SELECT count() AS customers FROM rfm_customers WHERE workspace = {workspace:String} AND version = {version:UInt64}
