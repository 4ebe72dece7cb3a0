-- KEYS: the number's ledger, and the book unless it lies elsewhere. Ends an open challenge at the staff's
-- word.

local book = KEYS[2]

local function cancel()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  local closed, open = standing(ledger, request.challenge)
  if closed then return { ended = false } end
  end_challenge(ledger, open.challenge, 'cancelled')
  if book then unlist(book, request.challenge) end
  save(KEYS[1], ledger)
  publish(request.challenge)
  return { ended = true }
end

local answer = cancel()
return answer.err and answer or cjson.encode(answer)
