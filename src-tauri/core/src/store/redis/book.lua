-- The site's book: what concerns no single number. All of its keys lie in one slot of their own.
--
-- <book>:sends          every send of the last day, by its moment: the site's cap
-- <book>:desk:<desk>    a desk's sends of the last hour, by their moment: the desk's cap
-- <book>:open           the challenges that may be open, in the order in which they began
-- <book>:intents:<desk> what a desk asked leave for and has not settled: "<challenge>:<send>"
--
-- Where the store is one server the book is kept in the same script as the number's ledger. In a Cluster
-- the two may lie on different servers, and the book is kept by scripts of its own, before and after.

local KEPT = 2 * DAY

local function kept(key, length)
  redis.call('PEXPIRE', key, length)
end

-- The moment from which a window of `length` has room again; nothing if it has room now.
local function full(key, cap, length, rule)
  if cap == 0 then return { rule = rule } end
  local nth = redis.call('ZREVRANGE', key, cap - 1, cap - 1, 'WITHSCORES')
  local opens = nth[2] and tonumber(nth[2]) + length
  if opens and opens > now then return { rule = rule, retry_at = opens } end
end

local function caps_against(book, desk)
  local against = {}
  against[#against + 1] = full(book .. ':desk:' .. desk, limits.desk_hourly, HOUR, 'desk-hourly')
  against[#against + 1] = full(book .. ':sends', limits.site_daily, DAY, 'site-daily')
  return against
end

local function is_counted(book, send)
  return redis.call('ZSCORE', book .. ':sends', send)
end

local function count_in(key, send, length)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - length)
  redis.call('ZADD', key, now, send)
  kept(key, length)
end

local function count_send(book, desk, send)
  count_in(book .. ':sends', send, DAY)
  count_in(book .. ':desk:' .. desk, send, HOUR)
end

local function give_back(book, desk, send)
  redis.call('ZREM', book .. ':sends', send)
  redis.call('ZREM', book .. ':desk:' .. desk, send)
end

local function note_intent(book, desk, challenge, send)
  local key = book .. ':intents:' .. desk
  redis.call('SADD', key, challenge .. ':' .. send)
  kept(key, KEPT)
end

local function drop_intent(book, desk, challenge, send)
  redis.call('SREM', book .. ':intents:' .. desk, challenge .. ':' .. send)
end

local function list(book, challenge)
  local key = book .. ':open'
  local last = redis.call('ZREVRANGE', key, 0, 0, 'WITHSCORES')
  redis.call('ZADD', key, 'NX', (last[2] or 0) + 1, challenge)
end

-- An open challenge stays listed for as long as it is sent again.
local function keep_listed(book)
  kept(book .. ':open', KEPT)
end

local function unlist(book, challenge)
  redis.call('ZREM', book .. ':open', challenge)
end
