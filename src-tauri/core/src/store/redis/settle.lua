-- KEYS: the number's ledger, and the book unless it lies elsewhere (then the answer tells what is to be
-- done there). Writes down what became of a send.

local book = KEYS[2]

-- Takes a send away as if it had never been asked for, and its challenge where it was the only one. A
-- challenge that has ended stays: how it ended is still to be told.
local function take_away(ledger, send)
  ledger.sends = without(ledger.sends, function(each) return each.id == send.id end)
  if book then give_back(book, send.desk, send.id) end
  local challenge = find(ledger.challenges, 'id', send.challenge)
  if challenge.ended or newest_send(ledger, send.challenge) then return end
  remove_challenge(ledger, send.challenge)
  if book then unlist(book, send.challenge) end
end

local function write(ledger, send)
  if request.settlement == 'sent' then
    send.progress = 'sent'
    send.provider = request.provider
  elseif request.settlement == 'unknown' or send.retried then
    send.progress = 'unknown'
  else
    take_away(ledger, send)
    return true
  end
  return false
end

local function settle()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  local answer = {}
  local send = find(ledger.sends, 'id', request.send)
  if send and send.challenge == request.challenge and send.progress ~= 'sent' then
    answer.given_back = write(ledger, send)
    answer.desk = send.desk
    answer.asked_by = send.asked_by
    if book then drop_intent(book, send.asked_by, request.challenge, request.send) end
    save(KEYS[1], ledger)
    publish(request.challenge)
  end
  answer.challenge = told_standing(ledger, request.challenge).challenge
  return answer
end

local answer = settle()
return answer.err and answer or cjson.encode(answer)
