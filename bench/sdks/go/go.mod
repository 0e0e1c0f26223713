module fetch

go 1.22

require store.local/headlesspro v0.0.0

replace store.local/headlesspro => ../sdk
