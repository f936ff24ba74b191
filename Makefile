# Short names; the work is done by the scripts they call.
.PHONY: run test bench fuzz check deny pwa wasm setup

run: pwa ## the demo cooperative, on this machine, with links to open
	cargo run --locked --release --package besace-server -- demo --serve --data .besace

test: ## everything that has to hold before a change is merged
	.ci/test

bench: pwa ## the budgets, as ratios measured in one run
	cargo bench --locked --package besace-tests

fuzz: ## ten minutes of forged changes and of invented bytes
	.ci/fuzz

check: ## what is worth a look at each save: layout, lints, types
	.ci/check

deny: ## licences, bans, advisories, by cargo-deny
	cargo deny check

pwa: wasm ## the app, in pwa/dist
	npm --prefix pwa run build

wasm: setup ## the client for browsers, in pwa/src/client/wasm
	client-wasm/build

setup: ## the tools that `run` needs
	.ci/setup run
