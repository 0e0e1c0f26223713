// Reads one product over and over, by the SDK and by net/http alone, in turn. Prints seconds of each round as JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"store.local/headlesspro"
	"store.local/headlesspro/catalog"
)

type read struct {
	name string
	id   func() (string, error)
}

func main() {
	url, key, productID := os.Args[1], os.Args[2], os.Args[3]
	rounds, reads := number(os.Args[4]), number(os.Args[5])
	store, err := headlesspro.New(headlesspro.WithURL(url), headlesspro.WithSecretKey(key))
	if err != nil {
		log.Fatal(err)
	}
	candidates := []read{
		{"sdk", func() (string, error) { return bySDK(store, productID) }},
		{"bare", func() (string, error) { return byNetHTTP(url, key, productID) }},
	}
	costs := map[string][]float64{}
	for round := range rounds + 1 {
		// Turned round every other time: whoever comes second does not always do so.
		for place := range candidates {
			candidate := candidates[(round+place)%len(candidates)]
			start := time.Now()
			for range reads {
				if id, err := candidate.id(); err != nil || id != productID {
					log.Fatalf("%s: %q, %v", candidate.name, id, err)
				}
			}
			// The first round warms connections and caches.
			if round > 0 {
				costs[candidate.name] = append(costs[candidate.name], time.Since(start).Seconds())
			}
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(costs); err != nil {
		log.Fatal(err)
	}
}

func bySDK(store *headlesspro.Store, productID string) (string, error) {
	product, err := store.Catalog.Products.Get(context.Background(), productID, catalog.GetProduct{})
	if err != nil {
		return "", err
	}
	return product.ID, nil
}

func byNetHTTP(url, key, productID string) (string, error) {
	request, err := http.NewRequest(http.MethodGet, url+"/v1/products/"+productID, nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("Authorization", "Bearer "+key)
	request.Header.Set("Accept", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return "", err
	}
	var product map[string]any
	if err := json.Unmarshal(body, &product); err != nil {
		return "", err
	}
	return fmt.Sprint(product["id"]), nil
}

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		log.Fatal(err)
	}
	return value
}
