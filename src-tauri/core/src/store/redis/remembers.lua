-- KEYS: the number's ledger. Tells whether anything is kept of the number; writes nothing.

local ledger = load(KEYS[1])
if not ledger then return UNREADABLE end
local counts = locked_until(ledger) or failures(ledger) > 0
return cjson.encode({ remembered = #ledger.challenges > 0 or (counts and true or false) })
