"""The bench's model in SimPy: prints what came of COUNT lives as JSON. Called by lab-rows.ts with the model's figures."""

import json
import math
import random
import sys
import time

import simpy

count, fail_rate, success_rate, intervals, mean_response, response_within = json.loads(sys.argv[1])
ended = {"done": 0, "escalated": 0, "refused": 0, "timedOut": 0}
draw = random.Random(1).random


def action(env):
    retries = 0
    while draw() < fail_rate:
        if retries == len(intervals):
            ended["escalated"] += 1
            return
        yield env.timeout(intervals[retries])
        retries += 1
    succeeds = draw() < success_rate
    response = env.timeout(-mean_response * math.log(1 - draw()))
    answered = yield response | env.timeout(response_within)
    if response not in answered:
        ended["timedOut"] += 1
    elif succeeds:
        ended["done"] += 1
    else:
        ended["refused"] += 1


started = time.perf_counter()
env = simpy.Environment()
for _ in range(count):
    env.process(action(env))
env.run()
print(json.dumps({"wallMs": (time.perf_counter() - started) * 1000, "played": ended}))
