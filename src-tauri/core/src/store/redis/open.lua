-- KEYS: the book. Lists the open challenges of all numbers, oldest first, where all numbers lie on one
-- server; drops what is over from the list.

local time_of_day = now
local open = {}
for _, id in ipairs(redis.call('ZRANGE', KEYS[1] .. ':open', 0, -1)) do
  now = time_of_day
  local ledger = load(request.prefix .. '{' .. id:sub(1, 32) .. '}')
  if not ledger then return UNREADABLE end
  local challenge = find(ledger.challenges, 'id', id)
  if not challenge or challenge.ended or over_at(ledger, challenge) <= now then
    unlist(KEYS[1], id)
  else
    open[#open + 1] = told_standing(ledger, id).challenge
  end
end
-- An empty table would be written as an object.
return #open == 0 and '[]' or cjson.encode(open)
