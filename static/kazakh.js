// Kazakh for a browser whose Intl has it by name alone, as Chromium's has (static/boot.js asks):
// as CLDR has it. Numbers are written as in Russian; of units and dates the words differ.
const months =
  "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" ");
const units = {
  "kilometer-per-hour": "км/сағ",
  hour: "сағ",
  day: "күн",
  week: "ап.",
  month: "ай",
  year: "ж.",
};

const { NumberFormat, DateTimeFormat } = Intl;
const isKazakh = (locales) => String(locales) === "kk";

Intl.NumberFormat = function (locales, options) {
  if (!isKazakh(locales)) return new NumberFormat(locales, options);
  const unit = units[options.unit];
  const { format } = new NumberFormat("ru", unit ? {} : options);
  return {
    format: (number) =>
      unit ? `${format(number)} ${unit}` : format(number).replace(/\s%/, "%"),
  };
};

Intl.DateTimeFormat = function (locales, options) {
  const own = new DateTimeFormat(locales, options);
  if (!isKazakh(locales)) return own;
  const format = (time) => {
    const parts = own.formatToParts(time).map(({ type, value }) => [type, value]);
    const { year, month, day } = Object.fromEntries(parts);
    // Its month is M11.
    const name = months[month.slice(1) - 1];
    return [year && `${year} ж.`, day, name].filter(Boolean).join(" ");
  };
  return { format };
};
