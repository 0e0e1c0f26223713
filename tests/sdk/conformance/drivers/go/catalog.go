package main

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"store.local/headlesspro"
	"store.local/headlesspro/catalog"
)

var scenarios = map[string]scenario{
	"pages":                pages,
	"first-few":            firstFew,
	"version-conflict":     versionConflict,
	"custom-attribute":     customAttribute,
	"wrong-input":          wrongInput,
	"missing":              missing,
	"upload":               upload,
	"buy":                  buy,
	"refund":               refund,
	"download":             download,
	"webhook":              webhook,
	"retry-after":          createOnce,
	"retry-unavailable":    createOnce,
	"retry-lost-answer":    createOnce,
	"retry-after-too-long": retryAfterTooLong,
	"time-out":             timeOut,
	"deadline":             deadline,
	"trace":                trace,
	"environment":          environment,
	"cancel":               cancel,
	"newer-server":         newerServer,
	"not-json":             notJSON,
	"at-once":              atOnce,
}

func card(sku, title string) catalog.CreateProduct {
	return catalog.CreateProduct{
		ProductType: "gift-card",
		Title:       title,
		Variants:    headlesspro.Some([]catalog.VariantInput{{SKU: headlesspro.Some(sku)}}),
	}
}

func tagged(given given) catalog.ListProducts {
	return catalog.ListProducts{Tag: headlesspro.Some(given.Tag), PageSize: headlesspro.Some(given.PageSize)}
}

func pages(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	count, distinct := 0, map[string]bool{}
	for product, err := range store.Catalog.Products.All(ctx, tagged(given)) {
		if err != nil {
			return nil, err
		}
		count++
		distinct[product.ID] = true
	}
	return result{"count": count, "distinct": len(distinct)}, nil
}

func firstFew(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	some, err := headlesspro.Collect(store.Catalog.Products.All(ctx, tagged(given)), given.Take)
	return result{"count": len(some)}, err
}

func versionConflict(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	made, err := store.Catalog.Products.Create(ctx, card(given.SKU, given.Title))
	if err != nil {
		return nil, err
	}
	change := catalog.UpdateProduct{Title: headlesspro.Some(given.NewTitle)}
	changed, err := store.Catalog.Products.Update(ctx, made.ID, change, headlesspro.WithIfVersion(made.Version))
	if err != nil {
		return nil, err
	}
	_, err = store.Catalog.Products.Update(ctx, made.ID, change, headlesspro.WithIfVersion(made.Version))
	var conflict *headlesspro.VersionConflictError
	if !errors.As(err, &conflict) || conflict.Details.Actual != changed.Version {
		return nil, fmt.Errorf("no conflict of versions: %w", err)
	}
	return result{
		"title":        changed.Title,
		"code":         conflict.Code,
		"status":       conflict.Status,
		"attempts":     conflict.Attempts,
		"hasRequestId": conflict.RequestID != "",
	}, nil
}

func customAttribute(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	made, err := store.Catalog.Products.Create(ctx, catalog.CreateProduct{
		ProductType: "apparel",
		Title:       "Shirt",
		Attributes: headlesspro.Some(catalog.ProductAttributesInput{
			Material:  headlesspro.Some(catalog.ProductAttributesMaterial(given.Material)),
			IsOrganic: headlesspro.Some(given.IsOrganic),
		}),
		Variants: headlesspro.Some([]catalog.VariantInput{{SKU: headlesspro.Some(given.SKU)}}),
	})
	if err != nil {
		return nil, err
	}
	read, err := store.Catalog.Products.Get(ctx, made.ID, catalog.GetProduct{})
	if err != nil {
		return nil, err
	}
	return result{"material": read.Attributes.Material, "isOrganic": read.Attributes.IsOrganic}, nil
}

func wrongInput(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	input := card(given.SKU, "Wrong")
	prices := []catalog.BasePriceInput{{Amount: 100, Currency: given.Currency}}
	input.Variants = headlesspro.Some([]catalog.VariantInput{{Prices: headlesspro.Some(prices)}})
	_, err := store.Catalog.Products.Create(ctx, input)
	failure, unexpected := apiError(err)
	if unexpected != nil {
		return nil, unexpected
	}
	return result{"family": familyOf(err), "status": failure.Status, "pointer": failure.Errors[0].Pointer}, nil
}

func missing(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	_, err := store.Catalog.Products.GetBySlug(ctx, given.Slug, catalog.GetProductBySlug{})
	failure, unexpected := apiError(err)
	if unexpected != nil {
		return nil, unexpected
	}
	return result{"family": familyOf(err), "code": failure.Code, "hasHint": failure.Hint != ""}, nil
}

const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

func upload(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	contents, err := base64.StdEncoding.DecodeString(picture)
	if err != nil {
		return nil, err
	}
	file := headlesspro.Upload{ContentType: given.ContentType, Contents: contents}
	media, err := store.Catalog.Media.Upload(ctx, file, catalog.UploadMedia{Filename: given.Filename})
	if err != nil {
		return nil, err
	}
	return result{"contentType": media.ContentType, "width": media.Width}, nil
}

func createOnce(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	made, err := store.Catalog.Products.Create(ctx, card(given.SKU, "Once"))
	if err != nil {
		return nil, err
	}
	return result{"title": made.Title}, nil
}

func atOnce(ctx context.Context, store *headlesspro.Store, given given) (result, error) {
	var full atomic.Int64
	var group sync.WaitGroup
	for range given.Count {
		group.Add(1)
		go func() {
			defer group.Done()
			input := catalog.ListProducts{PageSize: headlesspro.Some(1)}
			if page, err := store.Catalog.Products.List(ctx, input); err == nil && len(page.Data) == 1 {
				full.Add(1)
			}
		}()
	}
	group.Wait()
	return result{"count": full.Load()}, nil
}
