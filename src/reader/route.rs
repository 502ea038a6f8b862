//! Addresses: a link's text to what it names, and back.

use std::fmt;

/// What a link names: a page, and perhaps an annotation on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub route: Route,
    /// The annotation that it opens at.
    pub target: Option<Target>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of articles: `/`.
    Home,
    /// An article by its id: `/a/ID`.
    Article(String),
    /// An address that names nothing.
    Missing,
}

/// A place within an article: an annotation by its id, `#q2`, `#p1`, `#f3`, or a passage, `#t=…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A quote.
    Quote(String),
    /// A person.
    Person(String),
    /// A figure.
    Figure(String),
    /// A passage that a reader selected: a fragment that the desk reads.
    Selection(String),
}

impl Address {
    /// The address of this path and fragment on a site whose root is `base`, which ends in `/`.
    #[must_use]
    pub fn parse(base: &str, path: &str, fragment: &str) -> Self {
        let Some(rest) = path.strip_prefix(base) else {
            return Self { route: Route::Missing, target: None };
        };
        let rest = rest.strip_suffix("index.html").unwrap_or(rest);
        let route = match rest.strip_suffix('/').unwrap_or(rest) {
            "" => Route::Home,
            rest => match rest.strip_prefix("a/") {
                Some(id) if is_id(id) => Route::Article(id.to_owned()),
                _ => Route::Missing,
            },
        };
        let target = match route {
            Route::Article(_) => Target::parse(fragment),
            Route::Home | Route::Missing => None,
        };
        Self { route, target }
    }

    /// The address of a target in an article.
    #[must_use]
    pub fn of(article: &str, target: Target) -> Self {
        Self { route: Route::Article(article.to_owned()), target: Some(target) }
    }
}

/// As a link, relative to the site's root.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.route {
            Route::Home | Route::Missing => f.write_str("./")?,
            Route::Article(id) => write!(f, "a/{id}")?,
        }
        self.target.as_ref().map_or(Ok(()), |target| write!(f, "#{}", target.id()))
    }
}

impl Target {
    /// The target of a fragment, with or without its `#`.
    #[must_use]
    pub fn parse(fragment: &str) -> Option<Self> {
        let id = fragment.strip_prefix('#').unwrap_or(fragment);
        if id.starts_with("t=") {
            return Some(Self::Selection(id.to_owned()));
        }
        if !is_id(id) {
            return None;
        }
        match id.as_bytes() {
            [b'q', _, ..] => Some(Self::Quote(id.to_owned())),
            [b'p', _, ..] => Some(Self::Person(id.to_owned())),
            [b'f', _, ..] => Some(Self::Figure(id.to_owned())),
            _ => None,
        }
    }

    /// The annotation's id, or the passage's fragment.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Quote(id) | Self::Person(id) | Self::Figure(id) | Self::Selection(id) => id,
        }
    }
}

/// Whether this can be the id of an article or annotation.
fn is_id(id: &str) -> bool {
    (1..=80).contains(&id.len())
        && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_survives_the_way_to_a_link_and_back() {
        for base in ["/", "/news/", "/a/"] {
            for link in ["a/nur-otan-kostanay", "a/x#q2", "a/x#p1", "a/x#f31", "a/x#t=1.0-2~ab~~c"]
            {
                let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
                let address = Address::parse(base, &format!("{base}{path}"), fragment);
                assert_eq!(address.to_string(), link, "under {base}");
            }
        }
    }

    #[test]
    fn the_root_is_the_list_of_articles() {
        for path in ["/news/", "/news/index.html"] {
            assert_eq!(Address::parse("/news/", path, "").route, Route::Home, "{path}");
        }
    }

    #[test]
    fn a_trailing_slash_names_the_same_article() {
        let route = Route::Article("x".to_owned());
        assert_eq!(Address::parse("/", "/a/x/", "").route, route);
        assert_eq!(Address::parse("/", "/a/x/index.html", "").route, route);
    }

    #[test]
    fn other_paths_name_nothing() {
        for path in ["/other", "/a/", "/a/x/y", "/a/Ж", "/a/%2e%2e", "/b/x", ""] {
            assert_eq!(Address::parse("/", path, "").route, Route::Missing, "{path}");
        }
        assert_eq!(Address::parse("/news/", "/a/x", "").route, Route::Missing, "another site");
    }

    #[test]
    fn a_fragment_that_names_no_annotation_is_no_target() {
        for fragment in ["", "#", "#q", "#x1", "#Q1", "#q 1", "#q1\"]"] {
            assert_eq!(Target::parse(fragment), None, "{fragment}");
        }
        assert_eq!(Target::parse("#q12"), Some(Target::Quote("q12".to_owned())));
    }
}
