-- KEYS: the number's ledger, and the book unless it lies elsewhere (then `request.caps` tells what its
-- caps are against). Asks leave to send and writes the intent down.

local book = KEYS[2]

-- The one refusal that is told where several rules are against a request: the first of them, with the
-- moment from which none is.
local function refusal(against)
  local first = against[1]
  if not first then return nil end
  local free = 0
  for _, each in ipairs(against) do
    free = free and each.retry_at and math.max(free, each.retry_at)
  end
  return { answer = 'refused', rule = first.rule, retry_at = free }
end

local function pause(ledger)
  local last = ledger.sends[#ledger.sends]
  if not last then return nil end
  local _, sends = newest_send(ledger, last.challenge)
  local over = last.asked_at + pause_after(sends)
  if over > now then return { rule = 'resend-pause', retry_at = over } end
end

local function number_full(ledger, cap, length, rule)
  if cap == 0 then return { rule = rule } end
  local nth = ledger.sends[#ledger.sends - cap + 1]
  if nth and nth.at + length > now then return { rule = rule, retry_at = nth.at + length } end
end

local function against_sending(ledger, against)
  against[#against + 1] = pause(ledger)
  against[#against + 1] = number_full(ledger, limits.number_hourly, HOUR, 'number-hourly')
  against[#against + 1] = number_full(ledger, limits.number_daily, DAY, 'number-daily')
  for _, cap in ipairs(book and caps_against(book, request.desk) or request.caps) do
    against[#against + 1] = cap
  end
  return refusal(against)
end

-- When a code stops counting that is sent now: a code sent before keeps its expiry.
local function code_expiry(ledger)
  for _, send in ipairs(of_challenge(ledger.sends, request.challenge)) do
    if request.code and send.code == request.code then return send.expires_at end
  end
  return now + limits.lifetime
end

local function is_taken(ledger)
  return find(ledger.sends, 'id', request.send) or (book and is_counted(book, request.send))
end

local function write_send(ledger, expires_at)
  table.insert(ledger.sends, {
    id = request.send,
    challenge = request.challenge,
    desk = request.desk,
    at = now,
    channel = request.channel,
    route = request.route,
    code = request.code,
    expires_at = expires_at,
    asked_by = request.desk,
    asked_at = now,
    progress = 'intent',
  })
  if book then count_send(book, request.desk, request.send) end
end

local function granted(ledger)
  if book then
    note_intent(book, request.desk, request.challenge, request.send)
    keep_listed(book)
  end
  save(KEYS[1], ledger)
  publish(request.challenge)
  local answer = told_standing(ledger, request.challenge)
  answer.answer = 'granted'
  return answer
end

local function supersede(ledger)
  for _, earlier in ipairs(ledger.challenges) do
    local id = earlier.id
    if earlier.ended then
      ledger.tries = without(ledger.tries, function(try) return try.challenge == id end)
    else
      end_challenge(ledger, earlier, 'superseded')
      if book then unlist(book, id) end
      publish(id)
    end
  end
end

local function first(ledger)
  local lock = locked_until(ledger)
  local refused = against_sending(ledger, { lock and { rule = 'number-locked', retry_at = lock } })
  if refused then return refused end
  if is_taken(ledger) or find(ledger.challenges, 'id', request.challenge) then return NAME_TAKEN end
  supersede(ledger)
  table.insert(ledger.challenges, {
    id = request.challenge,
    desk = request.desk,
    sealed = request.sealed,
  })
  if book then list(book, request.challenge) end
  write_send(ledger, now + limits.lifetime)
  return granted(ledger)
end

local function resend(ledger, open)
  local expires_at = code_expiry(ledger)
  if expires_at <= now then return { answer = 'expired' } end
  local spent = open.sends >= limits.sends_per_challenge
  local refused = against_sending(ledger, { spent and { rule = 'sends-per-challenge' } or nil })
  if refused then return refused end
  if is_taken(ledger) then return NAME_TAKEN end
  write_send(ledger, expires_at)
  return granted(ledger)
end

local function retry(ledger, open)
  local newest = open.newest
  if newest.id ~= request.send or newest.progress ~= 'unknown' then
    return { answer = 'not-unknown' }
  end
  local expires_at = code_expiry(ledger)
  if expires_at <= now then return { answer = 'expired' } end
  local waits = refusal({ pause(ledger) })
  if waits then return waits end
  newest.asked_by = request.desk
  newest.asked_at = now
  newest.channel = request.channel
  newest.route = request.route
  newest.code = request.code
  newest.expires_at = expires_at
  newest.retried = true
  newest.progress = 'intent'
  return granted(ledger)
end

local function reserve()
  local ledger = load(KEYS[1])
  if not ledger then return UNREADABLE end
  if request.purpose == 'first' then return first(ledger) end
  local closed, open = standing(ledger, request.challenge)
  if closed and closed.answer == 'locked' then
    return { answer = 'refused', rule = 'number-locked', retry_at = closed['until'] }
  end
  if closed then return closed end
  if request.purpose == 'resend' then return resend(ledger, open) end
  return retry(ledger, open)
end

local answer = reserve()
return answer.err and answer or cjson.encode(answer)
