"""Pays with PyPI `stripe`; prints what came of it. Arguments: base URL."""

import json
import sys

import stripe

client = stripe.StripeClient("sk_test_python", base_addresses={"api": sys.argv[1]})
automatic = {"enabled": True, "allow_redirects": "never"}
payment = {"amount": 2000, "currency": "eur", "confirm": True, "automatic_payment_methods": automatic}

paid = client.v1.payment_intents.create(
    params={**payment, "payment_method": "pm_card_visa", "expand": ["latest_charge.balance_transaction"]}
)
refund = client.v1.refunds.create(params={"payment_intent": paid.id, "amount": 500})
try:
    client.v1.payment_intents.create(params={**payment, "payment_method": "pm_card_visa_chargeDeclined"})
    decline = None
except stripe.CardError as error:
    decline = [error.code, error.error.decline_code, error.http_status]
for number in range(12):
    client.v1.customers.create(params={"name": f"Customer {number}", "metadata": {"number": str(number)}})
names = [customer.name for customer in client.v1.customers.list(params={"limit": 5}).auto_paging_iter()]

print(
    json.dumps(
        {
            "status": paid.status,
            "fee": paid.latest_charge.balance_transaction.fee,
            "refund": refund.status,
            "decline": decline,
            "customers": len(names),
        }
    )
)
