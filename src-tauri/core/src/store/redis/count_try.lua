-- KEYS: the number's ledger, and the book unless it lies elsewhere. Counts a try whose outcome Sinch will
-- tell.

local book = KEYS[2]

local function count_try()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  local closed, open = standing(ledger, request.challenge)
  if closed then return closed end
  if find(ledger.tries, 'attempt', request.attempt) then return NAME_TAKEN end
  count(ledger)
  table.insert(ledger.tries, {
    attempt = request.attempt,
    challenge = request.challenge,
    send = open.newest.id,
  })
  -- Told before the lock ends it, since what Sinch is asked about is this challenge.
  local answer = { answer = 'ask', challenge = told(ledger, open) }
  if locked_until(ledger) then
    end_challenge(ledger, open.challenge, 'locked')
    if book then unlist(book, request.challenge) end
  end
  save(KEYS[1], ledger)
  publish(request.challenge)
  return answer
end

local answer = count_try()
return answer.err and answer or cjson.encode(answer)
