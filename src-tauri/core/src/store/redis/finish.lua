-- KEYS: the number's ledger, and the book unless it lies elsewhere. Writes down what Sinch said of a
-- counted try.

local book = KEYS[2]

local function take_try(ledger)
  local try = find(ledger.tries, 'attempt', request.attempt)
  if not try or try.challenge ~= request.challenge then return nil end
  ledger.tries = without(ledger.tries, function(each) return each == try end)
  return try
end

local function finish()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  local try = take_try(ledger)
  if not try then return verdict_again(KEYS[1], ledger, request.challenge, request.attempt) end
  local challenge = find(ledger.challenges, 'id', request.challenge)
  judge(challenge, request.attempt)
  if request.outcome == 'right' then
    succeed(ledger, challenge, request.attempt)
    if book then unlist(book, request.challenge) end
  elseif request.outcome == 'expired' then
    -- The time of the code that was tried is over; one that was sent since keeps its own.
    local send = find(ledger.sends, 'id', try.send)
    if send then send.expires_at = math.min(send.expires_at, now) end
  end
  save(KEYS[1], ledger)
  publish(request.challenge)
  if request.outcome == 'right' then return { answer = 'verified' } end
  return verdict(ledger, request.challenge)
end

local answer = finish()
return answer.err and answer or cjson.encode(answer)
