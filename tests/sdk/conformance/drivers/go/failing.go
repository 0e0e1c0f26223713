package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"store.local/headlesspro"
	"store.local/headlesspro/catalog"
)

func retryAfterTooLong(ctx context.Context, store *headlesspro.Store, _ given) (result, error) {
	_, err := store.Catalog.Products.List(ctx, catalog.ListProducts{})
	failure, unexpected := apiError(err)
	if unexpected != nil {
		return nil, unexpected
	}
	return result{
		"family":     familyOf(err),
		"retryAfter": failure.RetryAfter.Seconds(),
		"attempts":   failure.Attempts,
	}, nil
}

func timeOut(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	timeout := time.Duration(given.TimeoutMilliseconds) * time.Millisecond
	_, err := store.Catalog.Products.List(ctx, catalog.ListProducts{},
		headlesspro.WithTimeout(timeout), headlesspro.WithRetries(1))
	var failure *headlesspro.TimeoutError
	if !errors.As(err, &failure) || failure.Limit != "timeout" {
		return nil, fmt.Errorf("no time-out of an attempt: %w", err)
	}
	return result{"kind": "timeout", "attempts": failure.Attempts}, nil
}

func deadline(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	ctx, stop := context.WithTimeout(ctx, time.Duration(given.DeadlineMilliseconds)*time.Millisecond)
	defer stop()
	_, err := store.Catalog.Products.List(ctx, catalog.ListProducts{})
	failure, unexpected := apiError(err)
	if unexpected != nil {
		return nil, unexpected
	}
	return result{"family": familyOf(err), "attempts": failure.Attempts}, nil
}

func trace(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	ctx = headlesspro.WithTraceparent(ctx, given.Traceparent)
	return countOne(ctx, store)
}

func environment(ctx context.Context, _ *headlesspro.Store, given given) (result, error) {
	for name, value := range map[string]string{"HEADLESSPRO_URL": given.url, "HEADLESSPRO_SECRET_KEY": given.secretKey} {
		if err := os.Setenv(name, value); err != nil {
			return nil, err
		}
	}
	store, err := headlesspro.New()
	if err != nil {
		return nil, err
	}
	return countOne(ctx, store)
}

func countOne(ctx context.Context, store *headlesspro.Store) (result, error) {
	page, err := store.Catalog.Products.List(ctx, catalog.ListProducts{PageSize: headlesspro.Some(1)})
	if err != nil {
		return nil, err
	}
	return result{"count": len(page.Data)}, nil
}

func cancel(ctx context.Context, _ *headlesspro.Store, given given) (result, error) {
	ctx, cancel := context.WithCancel(ctx)
	var begun time.Time
	hooks := headlesspro.Hooks{OnRetry: func(context.Context, headlesspro.RetryEvent) {
		begun = time.Now()
		time.AfterFunc(20*time.Millisecond, cancel)
	}}
	store, err := headlesspro.New(headlesspro.WithURL(given.url), headlesspro.WithSecretKey(given.secretKey),
		headlesspro.WithHooks(hooks))
	if err != nil {
		return nil, err
	}
	_, err = store.Catalog.Products.List(ctx, catalog.ListProducts{})
	var failure *headlesspro.CancelledError
	if !errors.As(err, &failure) || !errors.Is(err, context.Canceled) {
		return nil, fmt.Errorf("not cancelled: %w", err)
	}
	return result{"kind": "cancelled", "isPrompt": time.Since(begun) < 2*time.Second}, nil
}

func newerServer(ctx context.Context, _ *headlesspro.Store, given given) (result, error) {
	var noticed []headlesspro.Mismatch
	hooks := headlesspro.Hooks{OnMismatch: func(_ context.Context, event headlesspro.MismatchEvent) {
		noticed = append(noticed, event.Mismatches...)
	}}
	store, err := headlesspro.New(headlesspro.WithURL(given.url), headlesspro.WithSecretKey(given.secretKey),
		headlesspro.WithHooks(hooks))
	if err != nil {
		return nil, err
	}
	product, err := store.Catalog.Products.Get(ctx, given.ProductID, catalog.GetProduct{})
	if err != nil {
		return nil, err
	}
	if len(noticed) != 1 || noticed[0].Pointer != "/tags" {
		return nil, fmt.Errorf("the mismatches are %v, not the tags that are missing", noticed)
	}
	var futureField string
	if err := json.Unmarshal(product.ExtraFields["futureField"], &futureField); err != nil {
		return nil, err
	}
	return result{"status": product.Status, "futureField": futureField, "title": product.Title}, nil
}

func notJSON(ctx context.Context, store *headlesspro.Store, _ given) (result, error) {
	_, err := store.Catalog.Products.Get(ctx, "prod_00000000000000000000000000", catalog.GetProduct{})
	failure, unexpected := apiError(err)
	if unexpected != nil {
		return nil, unexpected
	}
	return result{
		"family":   familyOf(err),
		"status":   failure.Status,
		"attempts": failure.Attempts,
		"hasText":  strings.Contains(string(failure.Body), "Bad gateway"),
	}, nil
}
