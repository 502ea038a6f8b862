//! The part of Fluent that the page's sentences use.
//!
//! A message is `id = pattern`; a pattern holds text, `{ $variable }` and one-line selections by
//! plural form: `{ $count -> [one] … [few] … *[other] … }`, each variant on a line of its own.
//! Not handled: terms, attributes, references, functions, escapes; the tests of the sentence files
//! refuse them. Fluent's guide is at <https://projectfluent.org/fluent/guide/>.

/// The value of a variable.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Set in as it is.
    Text(&'a str),
    /// Set in as the language writes numbers, and selects by its plural form.
    Number(f64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    #[expect(clippy::cast_precision_loss, reason = "counts of what is in an article")]
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

/// How a language writes numbers and which plural form it gives them.
pub(super) trait Numbers {
    /// The number as the language writes it.
    fn write(&self, number: f64) -> String;
    /// CLDR's name of its plural form: `one`, `few`, `many`, `other`.
    fn form(&self, number: f64) -> String;
}

/// The messages of a file, by id: the pattern as it stands in the file.
#[must_use]
pub(super) fn parse(source: &str) -> Vec<(&str, &str)> {
    let mut messages = Vec::new();
    let mut rest = source;
    while !rest.is_empty() {
        let mut end = rest.find('\n').map_or(rest.len(), |line| line + 1);
        if let Some((id, _)) = rest[..end].split_once(" =")
            && !rest.starts_with(['#', ' '])
        {
            // Indented lines, and the brace that closes a selection, go on with the pattern.
            while rest[end..].starts_with([' ', '}']) {
                end += rest[end..].find('\n').map_or(rest.len() - end, |line| line + 1);
            }
            messages.push((id, rest[id.len() + 2..end].trim()));
        }
        rest = &rest[end..];
    }
    messages.sort_unstable();
    messages
}

/// The pattern with its variables set in; a variable that is not given stays as its name.
pub(super) fn format(pattern: &str, values: &[(&str, Value)], numbers: &dyn Numbers) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, placeable)) = rest.split_once('{') {
        text.push_str(before);
        let end = closing(placeable);
        let inner = placeable[..end].trim();
        rest = placeable.get(end + 1..).unwrap_or_default();
        let (variable, variants) = inner.split_once("->").unwrap_or((inner, ""));
        let name = variable.trim().trim_start_matches('$');
        let value = values.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        match value {
            Some(Value::Number(number)) if !variants.is_empty() => {
                let variant = variant(variants, &numbers.form(number));
                text.push_str(&format(variant, values, numbers));
            }
            Some(Value::Number(number)) => text.push_str(&numbers.write(number)),
            Some(Value::Text(value)) => text.push_str(value),
            None => text.push_str(name),
        }
    }
    text.push_str(rest);
    text
}

/// Where the brace is closed that was opened just before this text.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    text.bytes()
        .position(|byte| {
            match byte {
                b'{' => depth += 1,
                b'}' if depth == 0 => return true,
                b'}' => depth -= 1,
                _ => {}
            }
            false
        })
        .unwrap_or(text.len())
}

/// The variant of this plural form, or the default one, which is marked by a star.
fn variant<'p>(variants: &'p str, form: &str) -> &'p str {
    let mut default = "";
    for line in variants.lines() {
        let line = line.trim();
        let starred = line.starts_with('*');
        let Some((key, text)) = line
            .trim_start_matches('*')
            .strip_prefix('[')
            .and_then(|variant| variant.split_once(']'))
        else {
            continue;
        };
        if key == form {
            return text.trim();
        }
        if starred {
            default = text.trim();
        }
    }
    default
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Russian plural forms of whole numbers below 20, by hand.
    struct Russian;

    impl Numbers for Russian {
        fn write(&self, number: f64) -> String {
            number.to_string()
        }

        fn form(&self, number: f64) -> String {
            let form = match number {
                1.0 => "one",
                2.0..=4.0 => "few",
                _ => "many",
            };
            form.to_owned()
        }
    }

    const SOURCE: &str = "# A comment = no message
retry = Ещё раз
file = Файл { $name } не найден
count = Здесь { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
   *[many] { $count } цитат
}, больше нет

last = Конец
";

    fn say(id: &str, values: &[(&str, Value)]) -> String {
        let messages = parse(SOURCE);
        let (_, pattern) = messages.iter().find(|(key, _)| *key == id).expect("a message");
        format(pattern, values, &Russian)
    }

    #[test]
    fn a_plain_message_is_its_text() {
        assert_eq!(say("retry", &[]), "Ещё раз");
        assert_eq!(say("last", &[]), "Конец");
        assert_eq!(parse(SOURCE).len(), 4, "comments and blank lines are no messages");
    }

    #[test]
    fn a_variable_is_set_in() {
        assert_eq!(say("file", &[("name", "a.json".into())]), "Файл a.json не найден");
        assert_eq!(say("file", &[]), "Файл name не найден");
    }

    #[test]
    fn a_number_selects_its_plural_form() {
        let count = |n: usize| say("count", &[("count", n.into())]);
        assert_eq!(count(1), "Здесь 1 цитата, больше нет");
        assert_eq!(count(3), "Здесь 3 цитаты, больше нет");
        assert_eq!(count(7), "Здесь 7 цитат, больше нет");
    }

    #[test]
    fn braces_in_a_value_stay_as_they_are() {
        assert_eq!(say("file", &[("name", "{ $x }".into())]), "Файл { $x } не найден");
    }

    #[test]
    fn an_unclosed_brace_ends_with_the_pattern() {
        assert_eq!(format("a { $b", &[("b", "c".into())], &Russian), "a c");
    }
}
