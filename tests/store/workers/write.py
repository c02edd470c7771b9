"""Adds and edits notes back to back until it is killed; logs each save before it begins and after it is acknowledged."""

import hashlib
import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from store.notes import Notes
from tests.store.processes import say

path, log, writer = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
notes = Notes(path, lambda: datetime.now(UTC), wait=60)
ledger = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
chance = random.Random(writer)
last = None
number = 0
while True:
    number += 1
    token = f"{writer}.{number}"
    body = f"{token} " + chance.choice("abc") * chance.choice([10, 300, 20_000])
    os.write(ledger, f"begun {token} {hashlib.sha256(body.encode()).hexdigest()}\n".encode())
    last = notes.edit(last, body) if last and number % 3 == 0 else notes.add("c001", body)
    os.write(ledger, f"saved {token}\n".encode())
    say(token)
    if number % 25 == 0:
        notes.journal.compact()
