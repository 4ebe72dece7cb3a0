-- KEYS: the book, in a Cluster. Tells which challenges may be open, in the order in which they began, and
-- what a desk left as intents, as the request asks; takes off the list what it names as over.

local book = KEYS[1]
for _, id in ipairs(request.over or {}) do unlist(book, id) end

local found
if request.desk then
  local intents = book .. ':intents:' .. request.desk
  found = redis.call('SMEMBERS', intents)
else
  found = redis.call('ZRANGE', book .. ':open', 0, -1)
end
return #found == 0 and '[]' or cjson.encode(found)
