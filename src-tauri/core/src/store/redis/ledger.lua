-- One number's ledger: all that the store knows of the number, as JSON under one key, and the rules of
-- the contract on it. Each step below this text loads it, works on it and saves it, in one script.
--
-- ledger.mark        the latest moment at which it was written: time never runs backwards for a number
-- ledger.tally       wrong tries: counted, last (moment), locked (until, if it was), kept (until)
-- ledger.challenges  oldest first: id, desk, sealed, and once ended: ended, ended_at, verified_by
-- ledger.sends       oldest first: id, challenge, desk, at, channel, route, code, expires_at, progress,
--                    provider; a retry moves asked_by and asked_at, and sets retried
-- ledger.tries       tries that Sinch is asked about: attempt, challenge, send
--
-- Moments and lengths are milliseconds. Nothing here is a code or a number: both are keyed digests.

local LAYOUT = 1
local HOUR = 60 * 60 * 1000
local DAY = 24 * HOUR

local request = cjson.decode(ARGV[1])
local limits = request.limits
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function of_challenge(list, id)
  local found = {}
  for _, each in ipairs(list) do
    if each.challenge == id then found[#found + 1] = each end
  end
  return found
end

local function without(list, unwanted)
  local rest = {}
  for _, each in ipairs(list) do
    if not unwanted(each) then rest[#rest + 1] = each end
  end
  return rest
end

local function find(list, field, value)
  for _, each in ipairs(list) do
    if each[field] == value then return each end
  end
end

local function newest_send(ledger, id)
  local sends = of_challenge(ledger.sends, id)
  return sends[#sends], #sends
end

-- When nothing is left to be told of a challenge but how it ended.
local function over_at(ledger, challenge)
  if challenge.ended then return challenge.ended_at end
  local last = 0
  for _, send in ipairs(of_challenge(ledger.sends, challenge.id)) do
    last = math.max(last, send.expires_at)
  end
  return last
end

local function remove_challenge(ledger, id)
  local function its(each) return each.challenge == id end
  ledger.challenges = without(ledger.challenges, function(each) return each.id == id end)
  ledger.sends = without(ledger.sends, its)
  ledger.tries = without(ledger.tries, its)
end

-- How a challenge ended is remembered for a day; that is longer than any window in which a send counts.
local function forget(ledger)
  for _, challenge in ipairs(ledger.challenges) do
    if over_at(ledger, challenge) + DAY <= now then remove_challenge(ledger, challenge.id) end
  end
end

-- The ledger as it stands now, or nothing where the key holds what this version does not write.
local function load(key)
  local text = redis.call('GET', key)
  if not text then return { layout = LAYOUT, challenges = {}, sends = {}, tries = {} } end
  local readable, ledger = pcall(cjson.decode, text)
  if not readable or type(ledger) ~= 'table' or ledger.layout ~= LAYOUT then return nil end
  now = math.max(now, ledger.mark)
  forget(ledger)
  return ledger
end

local UNREADABLE = redis.error_reply('UNREADABLE this version of Countersign did not write that')
local NAME_TAKEN = redis.error_reply('NAMETAKEN that name was used before')

-- Writes the ledger back, with the time after which Redis may forget it.
local function save(key, ledger)
  local keep = ledger.tally and ledger.tally.kept or 0
  for _, challenge in ipairs(ledger.challenges) do
    keep = math.max(keep, over_at(ledger, challenge) + DAY)
  end
  if keep <= now then
    redis.call('DEL', key)
    return
  end
  ledger.mark = now
  redis.call('SET', key, cjson.encode(ledger), 'PX', keep - now)
end

-- Tells the other desks which challenge to look at again. What is written stands, whether or not anybody
-- can be told: desks look by themselves now and then.
local function publish(id)
  redis.pcall('PUBLISH', request.channel_of_changes, id)
end

local function locked_until(ledger)
  local locked = ledger.tally and ledger.tally.locked
  if locked and locked > now then return locked end
end

local function failures(ledger)
  local tally = ledger.tally
  if tally and tally.last + limits.failures_kept > now then return tally.counted end
  return 0
end

local function lock_after(counted)
  if counted % limits.tries ~= 0 then return nil end
  local doublings = math.min(counted / limits.tries - 1, 16)
  return math.min(limits.first_lock * 2 ^ doublings, limits.longest_lock)
end

local function tries_left(ledger)
  if locked_until(ledger) then return 0 end
  return limits.tries - failures(ledger) % limits.tries
end

-- How a challenge stands, in the order in which the contract asks: lock, end, expiry.
local function standing(ledger, id)
  local challenge = find(ledger.challenges, 'id', id)
  if not challenge then return { answer = 'gone', why = 'not-found' } end
  local lock = locked_until(ledger)
  if lock then return { answer = 'locked', ['until'] = lock } end
  if challenge.ended then return { answer = 'gone', why = challenge.ended } end
  local newest, sends = newest_send(ledger, id)
  if not newest then return { answer = 'gone', why = 'not-found' } end
  if newest.expires_at <= now then return { answer = 'expired' } end
  return nil, { challenge = challenge, newest = newest, sends = sends }
end

local function pause_after(sends)
  return limits.pauses[math.min(math.max(sends, 1), #limits.pauses)]
end

-- An open challenge as callers are told of it.
local function told(ledger, open)
  local newest = open.newest
  local answer = {
    id = open.challenge.id,
    desk = open.challenge.desk,
    sealed = open.challenge.sealed,
    expires_at = newest.expires_at,
    send = {
      id = newest.id,
      channel = newest.channel,
      route = newest.route,
      progress = newest.progress,
      provider = newest.provider,
      at = newest.at,
    },
    sends = open.sends,
    tries_left = tries_left(ledger),
    as_of = now,
  }
  if open.sends < limits.sends_per_challenge then
    answer.resend_at = newest.asked_at + pause_after(open.sends)
  end
  return answer
end

local function told_standing(ledger, id)
  local closed, open = standing(ledger, id)
  return closed or { answer = 'open', challenge = told(ledger, open) }
end

-- How a challenge stands, as a verdict on a try that is not right.
local function verdict(ledger, id)
  local closed = standing(ledger, id)
  return closed or { answer = 'wrong', left = tries_left(ledger) }
end

-- The verdict on a try that was judged before, or that was never counted.
--
-- Success is written once more before it is told again: by its documentation, `WAIT` counts the replicas that
-- have what *this* connection wrote, and the first writing was another's if that one was lost. Redis 7.0 goes
-- further and waits for all that was written; success must not hang on that.
local function verdict_again(key, ledger, id, attempt)
  local challenge = find(ledger.challenges, 'id', id)
  if challenge and challenge.verified_by == attempt then
    save(key, ledger)
    return { answer = 'verified' }
  end
  return verdict(ledger, id)
end

local function is_judged(ledger, id, attempt)
  local challenge = find(ledger.challenges, 'id', id)
  for _, judged in ipairs(challenge and challenge.judged or {}) do
    if judged == attempt then return true end
  end
  return false
end

local function judge(challenge, attempt)
  challenge.judged = challenge.judged or {}
  table.insert(challenge.judged, attempt)
end

-- Ends a challenge: its digests and its seal are erased, how it ended is kept.
local function end_challenge(ledger, challenge, ending)
  challenge.ended = ending
  challenge.ended_at = now
  challenge.sealed = nil
  for _, send in ipairs(of_challenge(ledger.sends, challenge.id)) do send.code = nil end
  -- A try counted before the lock may still turn out right.
  if ending ~= 'locked' then
    local id = challenge.id
    ledger.tries = without(ledger.tries, function(try) return try.challenge == id end)
  end
end

-- Ends a challenge by success, which clears its number's wrong tries and lock.
local function succeed(ledger, challenge, attempt)
  end_challenge(ledger, challenge, 'verified')
  challenge.verified_by = attempt
  ledger.tally = nil
end

-- Counts one try of the number, and locks the number where the limits say so.
local function count(ledger)
  local counted = failures(ledger) + 1
  local lock = lock_after(counted)
  ledger.tally = {
    counted = counted,
    last = now,
    locked = lock and now + lock or nil,
    kept = now + math.max(limits.failures_kept, lock or 0),
  }
end
