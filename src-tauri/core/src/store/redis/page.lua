-- A page of the site's notebook: a key of its own, which decides nothing. Its members are lines in the
-- order in which they were written, each "<place>:<at>:<until>:<line>" with its place as its score. The
-- line is what the desk wrote, in base64. Moments are milliseconds.

local function read_line(member)
  local place, at, ends, line = member:match('^(%d+):(%d+):(%d+):([%w+/=]*)$')
  if not place then return nil end
  return { member = member, place = tonumber(place), at = tonumber(at), ends = tonumber(ends), line = line }
end

-- The lines that are kept, oldest first; the members that are over; and the newest of both. Nothing where
-- the key holds what this version does not write.
local function page_lines(key)
  local written = {}
  for _, member in ipairs(redis.call('ZRANGE', key, 0, -1)) do
    local line = read_line(member)
    if not line then return nil end
    written[#written + 1] = line
  end
  local newest = written[#written]
  -- Time never runs backwards for a page.
  if newest then now = math.max(now, newest.at) end
  local kept, over = {}, {}
  for _, line in ipairs(written) do
    if line.ends > now then kept[#kept + 1] = line else over[#over + 1] = line.member end
  end
  return kept, over, newest
end
