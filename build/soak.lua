-- The clients of build/soak.sh, one kind a process of wrk: `wrk … -s build/soak.lua URL -- KIND CALLS_PER_SECOND CONNECTIONS KEY PATH...`
-- Prints one line at the end: calls, events acknowledged, failed sockets, p50 and p99 in ms, and the count of each status.

local events = { sends = 1, lists = 10, batches = 20, reads = 0 }
local names = { "pageViewed", "pageViewed", "pageViewed", "productViewed", "productViewed", "searched", "signedUp", "cartUpdated", "cartUpdated", "orderPlaced", "invoicePaid", "cancelled" }
local plans = { "free", "basic", "pro" }
local threads = {}

function setup(thread) table.insert(threads, thread) end

function init(args)
  kind, key = args[1], args[4]
  pause = 2000 * tonumber(args[3]) / tonumber(args[2])
  paths = { unpack(args, 5) }
  statuses = {}
  math.randomseed(os.time() + #kind)
  wrk.headers["Authorization"] = "Bearer " .. key
  wrk.headers["Content-Type"] = "application/json"
end

-- People think; a random pause also keeps the connections from marching in step.
function delay() return math.random(0, math.ceil(pause)) end

-- 70 % are known; the others come for the first time.
local function person()
  return math.random() < 0.7 and "known" .. math.random(20000) .. "@example.com" or "new" .. math.random(1000000000) .. "@example.com"
end

local function event()
  return string.format(
    '{"email":"%s","eventName":"%s","eventProperties":{"amount":%d,"cartId":"c%d","url":"https://shop.example/p/%d"},"contactProperties":{"firstName":"Ada","plan":"%s"}}',
    person(), names[math.random(#names)], math.random(500), math.random(100000), math.random(5000), plans[math.random(#plans)])
end

function request()
  local path = paths[math.random(#paths)]:gsub("KNOWN", math.random(20000))
  if kind == "reads" then return wrk.format("GET", path) end
  if kind == "sends" then return wrk.format("POST", path, nil, event()) end
  local items = {}
  for i = 1, events[kind] do items[i] = event() end
  return wrk.format("POST", path, nil, '{"events":[' .. table.concat(items, ",") .. "]}")
end

function response(status) statuses[status] = (statuses[status] or 0) + 1 end

function done(summary, latency)
  local all, acknowledged = {}, 0
  for _, thread in ipairs(threads) do
    for status, count in pairs(thread:get("statuses")) do all[status] = (all[status] or 0) + count end
    acknowledged = acknowledged + (thread:get("statuses")[200] or 0) * events[thread:get("kind")]
  end
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("SOAK %d %d %d %.1f %.1f", summary.requests, acknowledged, failed, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
  for status, count in pairs(all) do io.write(string.format(" %d=%d", status, count)) end
  io.write("\n")
end
