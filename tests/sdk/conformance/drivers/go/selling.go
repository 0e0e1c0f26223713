package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"store.local/headlesspro"
	"store.local/headlesspro/checkout"
	"store.local/headlesspro/orders"
	"store.local/headlesspro/webhooks"
)

func buy(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	var address struct{ Country, LastName, AddressLine1, City, PostalCode string }
	if err := json.Unmarshal(given.ShippingAddress, &address); err != nil {
		return nil, err
	}
	carts := store.Checkout.Carts
	created, err := carts.Create(ctx, checkout.CreateCart{
		Lines:    headlesspro.Some([]checkout.CartLineInput{{VariantID: given.VariantID, Quantity: headlesspro.Some(2)}}),
		Currency: headlesspro.Some("EUR"),
		Email:    headlesspro.Some("ada@example.com"),
		ShippingAddress: headlesspro.Some(checkout.AddressInput{
			Country:      address.Country,
			LastName:     headlesspro.Some(address.LastName),
			AddressLine1: headlesspro.Some(address.AddressLine1),
			City:         headlesspro.Some(address.City),
			PostalCode:   headlesspro.Some(address.PostalCode),
		}),
	})
	if err != nil {
		return nil, err
	}
	id := created.Cart.ID
	method := checkout.ChooseCartShippingMethod{Method: headlesspro.Pointer("standard")}
	if _, err := carts.ChooseShippingMethod(ctx, id, method); err != nil {
		return nil, err
	}
	paid, err := carts.StartPayment(ctx, id, checkout.StartCartPayment{
		Provider:     "stripe",
		PaymentToken: headlesspro.Some("pm_card_visa"),
		ReturnURL:    headlesspro.Some("https://shop.example/return"),
	})
	if err != nil {
		return nil, err
	}
	completed, err := carts.Complete(ctx, id, checkout.CompleteCart{PaymentID: headlesspro.Some(paid.Payment.ID)})
	if err != nil {
		return nil, err
	}
	order := completed.Order
	return result{"state": order.State, "units": order.Lines[0].Quantity, "email": order.Email}, nil
}

func refund(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	made, err := store.Orders.Refund(ctx, given.OrderID, orders.RefundOrder{
		Amount: headlesspro.Some[int64](500),
		Reason: headlesspro.Some("A scratch"),
	})
	if err != nil {
		return nil, err
	}
	return result{"amount": made.Amount.Amount, "state": made.State}, nil
}

func download(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	file, err := store.Orders.Documents.Invoice(ctx, given.OrderID, orders.InvoiceDocuments{})
	if err != nil {
		return nil, err
	}
	return result{"isPdf": bytes.HasPrefix(file.Contents, []byte("%PDF-"))}, nil
}

func webhook(_ context.Context, _ *headlesspro.Store, given given) (result, error) {
	secrets := webhooks.WithSecrets(given.Secrets...)
	event, err := webhooks.Unwrap([]byte(given.Sent.Body), given.Sent.header(), secrets)
	if err != nil {
		return nil, err
	}
	updated, isUpdated := event.(*webhooks.ProductUpdated)
	if !isUpdated {
		return nil, fmt.Errorf("the event is a %T", event)
	}
	later, err := webhooks.Unwrap([]byte(given.Unknown.Body), given.Unknown.header(), secrets)
	if err != nil {
		return nil, err
	}
	unknown, isUnknown := later.(*webhooks.UnknownEvent)
	if !isUnknown {
		return nil, fmt.Errorf("the later event is a %T", later)
	}
	body := []byte(`{"id":"evt_2","type":"product.deleted","timestamp":"2026-01-01T00:00:00Z","data":{}}`)
	header, err := webhooks.Sign(body, given.Secret, "msg_1", time.Now())
	if err != nil {
		return nil, err
	}
	own, err := webhooks.Unwrap(body, header, secrets)
	if err != nil {
		return nil, err
	}
	refused := func(body string, header http.Header, option webhooks.Option) string {
		_, err := webhooks.Unwrap([]byte(body), header, option)
		var failure *webhooks.VerificationError
		if errors.As(err, &failure) {
			return failure.Reason
		}
		return fmt.Sprint(err)
	}
	return result{
		"type":          updated.Type,
		"title":         updated.Data.Title,
		"altered":       refused(given.Sent.Body+" ", given.Sent.header(), secrets),
		"stale":         refused(given.Stale.Body, given.Stale.header(), secrets),
		"future":        refused(given.Future.Body, given.Future.header(), secrets),
		"unsigned":      refused(given.Sent.Body, http.Header{}, secrets),
		"undated":       refused(given.Undated.Body, given.Undated.header(), secrets),
		"empty":         refused(given.Empty.Body, given.Empty.header(), secrets),
		"misconfigured": refused(given.Sent.Body, given.Sent.header(), webhooks.WithSecrets("whsec_")),
		"unknown":       unknown.Type,
		"signed":        own.Fields().Type,
	}, nil
}

func (hook hook) header() http.Header {
	header := http.Header{}
	for name, value := range hook.Headers {
		header.Set(name, fmt.Sprint(value))
	}
	return header
}
