-- KEYS: the number's ledger, and the book unless it lies elsewhere. Tries a code of our own: counts the
-- try first, then compares.

local book = KEYS[2]

-- Takes the same time wherever the digests differ.
local function matches(given, stored)
  if not stored or #stored ~= #given then return false end
  local difference = 0
  for place = 1, #given do
    difference = bit.bor(difference, bit.bxor(given:byte(place), stored:byte(place)))
  end
  return difference == 0
end

local function judged(ledger, open)
  local challenge = open.challenge
  count(ledger)
  judge(challenge, request.attempt)
  if matches(request.code, open.newest.code) then
    succeed(ledger, challenge, request.attempt)
    return { answer = 'verified' }
  end
  local lock = locked_until(ledger)
  if lock then
    end_challenge(ledger, challenge, 'locked')
    return { answer = 'locked', ['until'] = lock }
  end
  return { answer = 'wrong', left = tries_left(ledger) }
end

local function check()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  if is_judged(ledger, request.challenge, request.attempt) then
    return verdict_again(KEYS[1], ledger, request.challenge, request.attempt)
  end
  local closed, open = standing(ledger, request.challenge)
  if closed then return closed end
  local answer = judged(ledger, open)
  if book and open.challenge.ended then unlist(book, request.challenge) end
  save(KEYS[1], ledger)
  publish(request.challenge)
  return answer
end

local answer = check()
return answer.err and answer or cjson.encode(answer)
