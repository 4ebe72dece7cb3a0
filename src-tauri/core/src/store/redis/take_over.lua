-- KEYS: the number's ledger. Makes another desk the one that has an open challenge in hand, with what may be
-- shown of it sealed by that desk.

local function take_over()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  local closed, open = standing(ledger, request.challenge)
  if closed then return closed end
  open.challenge.desk = request.desk
  open.challenge.sealed = request.sealed
  save(KEYS[1], ledger)
  publish(request.challenge)
  return told_standing(ledger, request.challenge)
end

local answer = take_over()
return answer.err and answer or cjson.encode(answer)
