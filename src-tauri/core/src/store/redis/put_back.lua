-- KEYS: the book, in a Cluster. After a number's ledger was asked: drops the intent that is settled or was
-- not granted, gives its count back, and takes its challenge off the list, each where the request says so.

local book = KEYS[1]

drop_intent(book, request.asked_by, request.challenge, request.send)
if request.given_back then give_back(book, request.desk, request.send) end
if request.unlisted then unlist(book, request.challenge) end
return cjson.encode({ left = 0 })
