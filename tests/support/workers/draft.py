"""Writes a draft with the words of the second argument into the folder of the first, says so, and waits to be killed."""

import signal
import sys
from pathlib import Path

from store.annotations.drafts import Draft, Drafts
from tests.support.processes import say

pen = Drafts(Path(sys.argv[1])).begin(Draft(briefing="bridges", target="c001", body=""))
pen.write(sys.argv[2])
say("written")
signal.pause()
