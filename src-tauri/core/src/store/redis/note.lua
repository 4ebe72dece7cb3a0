-- KEYS: a page of the notebook. Writes one line more on it, and drops the lines that are over and those
-- that it has no place for.

local function last_end(lines, ends)
  for _, line in ipairs(lines) do ends = math.max(ends, line.ends) end
  return ends
end

local function write()
  local key = KEYS[1]
  local lines, over, newest = page_lines(key)
  if not lines then return UNREADABLE end
  while #lines >= request.note.most do over[#over + 1] = table.remove(lines, 1).member end
  if #over > 0 then redis.call('ZREM', key, unpack(over)) end
  local place = newest and newest.place + 1 or 1
  local ends = now + request.note.keep
  local member = string.format('%d:%.0f:%.0f:%s', place, now, ends, request.note.line)
  redis.call('ZADD', key, place, member)
  redis.call('PEXPIRE', key, last_end(lines, ends) - now)
  return {}
end

local answer = write()
return answer.err and answer or cjson.encode(answer)
