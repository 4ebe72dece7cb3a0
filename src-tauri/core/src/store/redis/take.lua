-- KEYS: the book, in a Cluster. Before a number's ledger is asked for leave: counts the send within the
-- caps of desk and site and notes the intent, or tells which caps are against it and writes nothing.

local book = KEYS[1]

local function take()
  if request.purpose == 'retry' then
    note_intent(book, request.desk, request.challenge, request.send)
    return { caps = {}, listed = false }
  end
  if is_counted(book, request.send) then return NAME_TAKEN end
  local against = caps_against(book, request.desk)
  if #against > 0 then return { caps = against, listed = false } end
  count_send(book, request.desk, request.send)
  note_intent(book, request.desk, request.challenge, request.send)
  local first = request.purpose == 'first'
  local listed = first and not redis.call('ZSCORE', book .. ':open', request.challenge)
  if first then list(book, request.challenge) end
  keep_listed(book)
  return { taken = true, listed = listed }
end

local answer = take()
return answer.err and answer or cjson.encode(answer)
