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

const isKazakh = (locales) => String(locales).startsWith("kk");

Intl.NumberFormat = class extends Intl.NumberFormat {
  #write;

  constructor(locales, options) {
    const kazakh = isKazakh(locales);
    const unit = kazakh && units[options?.unit];
    super(kazakh ? "ru" : locales, unit ? {} : options);
    const write = super.format;
    this.#write = kazakh
      ? (number) => (unit ? `${write(number)} ${unit}` : write(number).replace(/\s%/, "%"))
      : write;
  }

  get format() {
    return this.#write;
  }
};

Intl.DateTimeFormat = class extends Intl.DateTimeFormat {
  #write;

  constructor(locales, options) {
    super(locales, options);
    const write = super.format;
    // What its language has no word for it writes as M11.
    const word = (month) => months[month.replace(/\D/g, "") - 1];
    this.#write =
      isKazakh(locales) && options?.month === "long"
        ? (time) => {
            const parts = this.formatToParts(time);
            const part = (type) => parts.find((one) => one.type === type)?.value;
            const year = part("year") && `${part("year")} ж.`;
            return [year, part("day"), word(part("month"))].filter(Boolean).join(" ");
          }
        : write;
  }

  get format() {
    return this.#write;
  }
};
