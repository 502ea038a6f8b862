//! Numbers and dates as a language writes them, by the browser's `Intl`.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::fluent::Numbers;

/// The browser's number and plural rules of one language.
#[derive(Debug)]
pub(super) struct IntlNumbers {
    plural: Intl::PluralRules,
    number: Function,
}

impl IntlNumbers {
    pub(super) fn new(language: &str) -> Self {
        let locales = locales(language);
        Self {
            plural: Intl::PluralRules::new(&locales, &Object::new()),
            number: Intl::NumberFormat::new(&locales, &Object::new()).format(),
        }
    }
}

impl Numbers for IntlNumbers {
    fn write(&self, number: f64) -> String {
        call(&self.number, number)
    }

    fn form(&self, number: f64) -> String {
        self.plural.select(number).into()
    }
}

/// The number in this style; each option must be one that `Intl.NumberFormat` knows.
pub(super) fn number(language: &str, number: f64, style: &[(&str, &str)]) -> String {
    call(&Intl::NumberFormat::new(&locales(language), &options(style)).format(), number)
}

/// The calendar day, or the part of it that the options name.
pub(super) fn date(
    language: &str,
    (year, month, day): (u32, u32, u32),
    style: &[(&str, &str)],
) -> String {
    // The calendar alone is written, so the zone must be the one in which the day is counted.
    let options = options(style);
    set(&options, "timeZone", "UTC");
    let time = Date::utc(f64::from(year), f64::from(month) - 1.0)
        + f64::from(day.saturating_sub(1)) * 86_400_000.0;
    call(&Intl::DateTimeFormat::new(&locales(language), &options).format(), time)
}

fn locales(language: &str) -> Array {
    Array::of1(&language.into())
}

fn options(style: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in style {
        set(&options, key, value);
    }
    options
}

fn set(object: &Object, key: &str, value: &str) {
    // A plain object takes any property.
    let _ = Reflect::set(object, &key.into(), &value.into());
}

fn call(format: &Function, number: f64) -> String {
    let text = format.call1(&JsValue::UNDEFINED, &number.into());
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}
