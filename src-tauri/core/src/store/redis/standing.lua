-- KEYS: the number's ledger. Tells how one challenge stands; writes nothing.

local function look()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  local answer = told_standing(ledger, request.challenge)
  local challenge = find(ledger.challenges, 'id', request.challenge)
  answer.over = not challenge or challenge.ended ~= nil or over_at(ledger, challenge) <= now
  return answer
end

local answer = look()
return answer.err and answer or cjson.encode(answer)
