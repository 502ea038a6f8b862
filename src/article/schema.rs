use super::Article;

/// The JSON Schema of the article file, made from the types, as indented JSON text.
///
/// # Panics
///
/// Never: the schema is plain JSON.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Article);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}
