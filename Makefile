# Each target installs the tools it lacks, and says what it does; see .ci/with.
.PHONY: help serve build test lint test-native test-browser test-site size bench fuzz articles

with := .ci/with
site_tools := small-std trunk wasm-bindgen wasm-opt

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' Makefile

serve: ## build the site and serve it on http://127.0.0.1:8080/
	$(with) $(site_tools) -- trunk serve --release

build: ## build the site into dist/
	$(with) $(site_tools) -- trunk build --release

test: lint test-native test-browser test-site size ## everything that CI runs

lint: ## formatting and clippy, warnings as errors
	cargo fmt --check
	cargo clippy --all-targets --features desk,site-tests -- -D warnings
	$(with) wasm -- cargo clippy --target wasm32-unknown-unknown --no-default-features --features desk,worker --lib --bins --test browser -- -D warnings

test-native: ## unit and integration tests
	cargo test --features desk

test-browser: ## components in headless Chromium
	WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/browser/webdriver.json \
	$(with) wasm wasm-bindgen chromium -- cargo test --target wasm32-unknown-unknown --no-default-features --features page --test browser

test-site: build ## the built site, driven in real Chromium
	$(with) chromium axe -- cargo test --features site-tests --test site

size: build ## bytes of the built site, raw and under brotli, against the budget
	cargo test --quiet --features size --test size -- --nocapture

bench: ## the annotator's speed, in bytes a second
	cargo bench

fuzz: ## look for inputs that break a law, a minute a target
	.ci/with cargo-fuzz -- sh -c 'for target in annotate article_file; do \
	  cargo +nightly fuzz run --fuzz-dir tests/fuzz "$$target" -- -max_total_time=60 || exit 1; done'

articles: ## annotate the bundled articles anew and list them
	cargo run --release -- annotate --in-place static/articles
	cargo run --release -- catalogue static/articles
	cargo run --release -- schema > static/articles/article.schema.json
