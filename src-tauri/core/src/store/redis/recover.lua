-- KEYS: a number's ledger, or the book where all numbers lie on one server. Makes unknown what a desk left
-- as intents, and tells how many there were.

local function recover_one(key, send_id)
  local ledger = load(key)
  local send = ledger and find(ledger.sends, 'id', send_id)
  if not send or send.progress ~= 'intent' or send.asked_by ~= request.desk then return 0 end
  send.progress = 'unknown'
  save(key, ledger)
  publish(send.challenge)
  return 1
end

if request.send then return cjson.encode({ left = recover_one(KEYS[1], request.send) }) end

local time_of_day = now
local left = 0
local intents = KEYS[1] .. ':intents:' .. request.desk
for _, intent in ipairs(redis.call('SMEMBERS', intents)) do
  now = time_of_day
  local id, send = intent:match('^(%x+):(%x+)$')
  if id then left = left + recover_one(request.prefix .. '{' .. id:sub(1, 32) .. '}', send) end
end
redis.call('DEL', intents)
return cjson.encode({ left = left })
