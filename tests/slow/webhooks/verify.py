"""Verifies webhooks with PyPI `standardwebhooks`. A line in: a JSON list of secret, headers and body. A line out: the event's type, or why not."""

import json
import sys

from standardwebhooks import Webhook, WebhookVerificationError

for line in sys.stdin:
    secret, headers, body = json.loads(line)
    try:
        print(Webhook(secret).verify(body, headers)["type"])
    except WebhookVerificationError as error:
        print(error)
