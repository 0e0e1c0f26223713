// Pays with stripe-go; prints what came of it. Arguments: base URL.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/stripe/stripe-go/v83"
)

func main() {
	url := os.Args[1]
	backend := stripe.GetBackendWithConfig(stripe.APIBackend, &stripe.BackendConfig{URL: &url})
	client := stripe.NewClient("sk_test_go", stripe.WithBackends(&stripe.Backends{API: backend}))
	ctx := context.Background()
	payment := func(method string) *stripe.PaymentIntentCreateParams {
		params := &stripe.PaymentIntentCreateParams{
			Amount:        stripe.Int64(2000),
			Currency:      stripe.String("eur"),
			Confirm:       stripe.Bool(true),
			PaymentMethod: stripe.String(method),
			AutomaticPaymentMethods: &stripe.PaymentIntentCreateAutomaticPaymentMethodsParams{
				Enabled:        stripe.Bool(true),
				AllowRedirects: stripe.String("never"),
			},
		}
		params.AddExpand("latest_charge.balance_transaction")
		return params
	}
	paid, err := client.V1PaymentIntents.Create(ctx, payment("pm_card_visa"))
	exitOn(err)
	refund, err := client.V1Refunds.Create(ctx, &stripe.RefundCreateParams{
		PaymentIntent: &paid.ID,
		Amount:        stripe.Int64(500),
	})
	exitOn(err)
	_, err = client.V1PaymentIntents.Create(ctx, payment("pm_card_visa_chargeDeclined"))
	var declined *stripe.Error
	if !errors.As(err, &declined) {
		exitOn(fmt.Errorf("the card was not declined: %w", err))
	}
	for number := range 12 {
		_, err := client.V1Customers.Create(ctx, &stripe.CustomerCreateParams{Name: stripe.String(fmt.Sprint(number))})
		exitOn(err)
	}
	list := &stripe.CustomerListParams{}
	list.Limit = stripe.Int64(5)
	customers := 0
	for _, err := range client.V1Customers.List(ctx, list) {
		exitOn(err)
		customers++
	}
	exitOn(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"status":    paid.Status,
		"fee":       paid.LatestCharge.BalanceTransaction.Fee,
		"refund":    refund.Status,
		"decline":   []any{declined.Code, declined.DeclineCode, declined.HTTPStatusCode},
		"customers": customers,
	}))
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
