module conformance

go 1.23

require store.local/headlesspro v0.0.0

replace store.local/headlesspro => ../headlesspro
