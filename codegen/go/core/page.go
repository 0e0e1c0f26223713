package core

import (
	"context"
	"net/url"
)

// Page is one page of a list.
type Page[T any] struct {
	Data []T
	// NextCursor is the cursor of the next page, for After; empty on the last.
	NextCursor string

	fetch func(ctx context.Context, after string) (*Page[T], error)
}

// HasNext reports whether there is a next page.
func (page *Page[T]) HasNext() bool {
	return page.NextCursor != ""
}

// Next gets the next page, and nil after the last. The filters stay as they are.
func (page *Page[T]) Next(ctx context.Context) (*Page[T], error) {
	if !page.HasNext() {
		return nil, nil
	}
	return page.fetch(ctx, page.NextCursor)
}

// answeredPage is a page as it is on the wire.
type answeredPage[T any] struct {
	Data []T `json:"data"`
	Page struct {
		Next *string `json:"next"`
	} `json:"page"`
}

// List gets the first page of a list.
func List[T any](ctx context.Context, client *Client, request Request, settings Settings) (*Page[T], error) {
	return fetchPage[T](ctx, client, request, settings, "")
}

func fetchPage[T any](
	ctx context.Context, client *Client, request Request, settings Settings, after string,
) (*Page[T], error) {
	read, err := Call[answeredPage[T]](ctx, client, request, settings.after(after))
	if err != nil {
		return nil, err
	}
	page := &Page[T]{Data: read.Data}
	if next := read.Page.Next; next != nil {
		page.NextCursor = *next
	}
	page.fetch = func(ctx context.Context, after string) (*Page[T], error) {
		return fetchPage[T](ctx, client, request, settings, after)
	}
	return page, nil
}

// after keeps what the caller added to the query.
func (settings Settings) after(cursor string) Settings {
	if cursor == "" {
		return settings
	}
	query := url.Values{"after": {cursor}}
	for name, values := range settings.calls.query {
		if name != "after" {
			query[name] = values
		}
	}
	settings.calls.query = query
	return settings
}

// All gives the items of a list one by one, page by page as they are needed. Without range over functions (Go 1.22),
// call what it gives.
func All[T any](
	ctx context.Context, client *Client, request Request, settings Settings,
) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		page, err := List[T](ctx, client, request, settings)
		for ; page != nil && err == nil; page, err = page.Next(ctx) {
			for _, item := range page.Data {
				if !yield(item, nil) {
					return
				}
			}
		}
		if err != nil {
			var none T
			yield(none, err)
		}
	}
}

// Collect gives the first items of a list, at most as many as are asked for.
func Collect[T any](all func(yield func(T, error) bool), limit int) ([]T, error) {
	items := []T{}
	if limit <= 0 {
		return items, nil
	}
	var failure error
	all(func(item T, err error) bool {
		if failure = err; err != nil {
			return false
		}
		items = append(items, item)
		return len(items) < limit
	})
	return items, failure
}
