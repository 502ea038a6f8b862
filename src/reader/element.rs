use yew::Html;
use yew::virtual_dom::VTag;

/// An element of this tag with these attributes, those that are empty left out, and what it holds.
///
/// What is made by the hundred, or from data, is made by this: the `html!` macro writes its code
/// out anew at every place.
pub(crate) fn element(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    children: impl Into<Children>,
) -> Html {
    build(tag, attributes, children.into().0)
}

/// What an element holds.
pub(crate) struct Children(Vec<Html>);

impl From<&str> for Children {
    fn from(text: &str) -> Self {
        Self(if text.is_empty() { Vec::new() } else { vec![Html::from(text.to_owned())] })
    }
}

impl From<Vec<Html>> for Children {
    fn from(children: Vec<Html>) -> Self {
        Self(children)
    }
}

fn build(tag: &'static str, attributes: &[(&'static str, &str)], children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    for (name, value) in attributes {
        if !value.is_empty() {
            element.add_attribute(name, (*value).to_owned());
        }
    }
    for child in children {
        element.add_child(child);
    }
    element.into()
}

/// A button without text, whose style draws it by its attributes, which say what it does.
pub(crate) fn way(label: &str, does: &[(&'static str, &str)]) -> Html {
    let own = [("type", "button"), ("class", "way"), ("aria-label", label), ("title", label)];
    element("button", &[&own[..], does].concat(), "")
}
