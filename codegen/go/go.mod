module store.local/headlesspro

go 1.22
