# Each target installs the tools it lacks, and says what it does; see .ci/with.
.PHONY: help serve build test lint test-native test-browser test-site test-firefox screenshots size bench bench-page fuzz articles

# From any folder: .ci/with goes to the project's own.
with := $(dir $(lastword $(MAKEFILE_LIST))).ci/with
site_tools := small-std trunk wasm-bindgen wasm-opt

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' $(lastword $(MAKEFILE_LIST))

serve: ## build the site and serve it on http://127.0.0.1:8080/
	$(with) $(site_tools) -- trunk serve --release

build: ## build the site into dist/
	$(with) $(site_tools) -- trunk build --release

test: lint test-native test-browser test-site test-firefox size ## everything that CI runs

lint: ## formatting and clippy, warnings as errors
	$(with) -- cargo fmt --check
	$(with) -- cargo clippy --all-targets --features desk,site-tests -- -D warnings
	$(with) wasm -- cargo clippy --target wasm32-unknown-unknown --no-default-features --features desk,worker --lib --bins --test browser -- -D warnings

test-native: ## unit and integration tests
	$(with) -- cargo test --features desk

test-browser: ## components in headless Chromium
	$(with) wasm wasm-bindgen chromium -- env WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/browser/webdriver.json \
	  cargo test --target wasm32-unknown-unknown --no-default-features --features desk --test browser

test-site: build ## the built site, driven in real Chromium
	$(with) chromium axe -- cargo test --features site-tests --test site

test-firefox: build ## the same in Firefox
	BROWSER=firefox $(with) firefox axe -- cargo test --features site-tests --test site

screenshots: build ## pictures of the page in all themes, to look at: target/screenshots/index.html
	$(with) chromium -- cargo test --features site-tests --test site -- --ignored screenshots

size: build ## bytes of the built site, raw and under brotli, against the budget
	$(with) -- cargo test --quiet --features size --test size -- --nocapture

bench: ## the annotator's speed, in bytes a second
	$(with) -- cargo bench

bench-page: build ## a megabyte of text with 5,000 annotations against the same with none, by Chromium's trace; the worker
	$(with) chromium -- cargo test --features site-tests --test site -- --ignored --nocapture bench_page

fuzz: ## look for inputs that break a law, a minute a target; what is found on the way stays in target/fuzz
	$(with) cargo-fuzz -- sh -c 'for target in annotate article_file; do \
	  mkdir -p "target/fuzz/$$target" && cargo +nightly fuzz run --fuzz-dir tests/fuzz "$$target" \
	  "target/fuzz/$$target" "tests/fuzz/corpus/$$target" -- -max_total_time=60 || exit 1; done'

articles: ## annotate the bundled articles anew and list them
	$(with) -- cargo run --release -- annotate --in-place static/articles
	$(with) -- cargo run --release -- catalogue static/articles
	$(with) -- sh -c 'cargo run --release -- schema > static/articles/article.schema.json'
