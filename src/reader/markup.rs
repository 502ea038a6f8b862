//! Writers of HTML, Markdown and tables of values, in which text can only stand escaped.

/// HTML under construction: tags and attribute names are the program's own, text and values are
/// escaped.
#[derive(Debug, Default)]
pub struct Html(String);

impl Html {
    /// Opens an element with these attributes.
    pub fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // No parser keeps these: HTML forbids them even as references.
                '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}' => self.0.push(' '),
                _ => self.0.push(character),
            }
        }
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &'static str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// The HTML written.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

/// Markdown (`CommonMark` with GitHub's strikethrough and tables) under construction: marks are
/// the program's own, text is escaped and keeps to its line.
#[derive(Debug, Default)]
pub struct Markdown(String);

impl Markdown {
    /// Writes a mark of Markdown's own: `> `, `## `, a line's end.
    pub fn mark(&mut self, mark: &'static str) {
        self.0.push_str(mark);
    }

    /// Writes text; a line break in it becomes a space.
    pub fn text(&mut self, text: &str) {
        // What means something only where it opens a line is escaped wherever it opens a text.
        let opens = text.trim_start();
        let digits = opens.bytes().take_while(u8::is_ascii_digit).count();
        let numbered = digits > 0 && opens[digits..].starts_with(['.', ')']);
        if opens.starts_with(['#', '+', '-', '=']) {
            self.0.push('\\');
        }
        for (i, character) in opens.char_indices() {
            match character {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => {
                    self.0.push('\\');
                    self.0.push(character);
                }
                '.' | ')' if numbered && i == digits => {
                    self.0.push('\\');
                    self.0.push(character);
                }
                character if character.is_control() || is_line_break(character) => self.0.push(' '),
                _ => self.0.push(character),
            }
        }
    }

    /// Writes a link with this text.
    pub fn link(&mut self, text: &str, address: &str) {
        self.0.push('[');
        self.text(text);
        self.0.push_str("](<");
        for character in address.chars() {
            match character {
                '<' => self.0.push_str("%3C"),
                '>' => self.0.push_str("%3E"),
                '\\' => self.0.push_str("%5C"),
                '&' => self.0.push_str("&amp;"),
                _ if character.is_control() || character.is_whitespace() => self.0.push_str("%20"),
                _ => self.0.push(character),
            }
        }
        self.0.push_str(">)");
    }

    /// The Markdown written.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

/// The separators of lines and paragraphs that are no control characters.
fn is_line_break(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

/// A cell of a table of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Words.
    Text(&'a str),
    /// A number, as it is written in full with a point.
    Number(&'a str),
    /// Nothing.
    Empty,
}

impl<'a> Cell<'a> {
    /// The words, or an empty cell.
    #[must_use]
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, Self::Text)
    }

    /// The number, or an empty cell.
    #[must_use]
    pub fn number(number: Option<&'a str>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

/// How the cells of a table are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Commas, as RFC 4180 has it; a spreadsheet that opens it runs no text as a formula.
    Csv,
    /// Tabs, for pasting into a spreadsheet; tabs and line breaks in a text become spaces.
    Tsv,
}

/// A table of values under construction.
#[derive(Debug)]
pub struct Table {
    format: TableFormat,
    text: String,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub const fn new(format: TableFormat) -> Self {
        Self { format, text: String::new() }
    }

    /// Writes a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.text.push(if self.format == TableFormat::Csv { ',' } else { '\t' });
            }
            match cell {
                Cell::Text(text) => self.cell(text),
                Cell::Number(number) => self.text.push_str(number),
                Cell::Empty => {}
            }
        }
        self.text.push_str(if self.format == TableFormat::Csv { "\r\n" } else { "\n" });
    }

    fn cell(&mut self, text: &str) {
        // OWASP, "CSV Injection": these make a spreadsheet read the text as a formula.
        let guard = if text
            .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        {
            "'"
        } else {
            ""
        };
        match self.format {
            TableFormat::Csv if text.contains([',', '"', '\n', '\r', '\t', ';']) => {
                self.text.push('"');
                self.text.push_str(guard);
                self.text.push_str(&text.replace('"', "\"\""));
                self.text.push('"');
            }
            TableFormat::Csv => {
                self.text.push_str(guard);
                self.text.push_str(text);
            }
            TableFormat::Tsv => {
                self.text.push_str(guard);
                let space = |c: char| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c };
                self.text.extend(text.chars().map(space));
            }
        }
    }

    /// The table written.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn html(text: &str) -> String {
        let mut html = Html::default();
        html.open("a", &[("title", text)]);
        html.text(text);
        html.close("a");
        html.finish()
    }

    fn markdown(text: &str) -> String {
        let mut markdown = Markdown::default();
        markdown.text(text);
        markdown.finish()
    }

    #[test]
    fn html_text_cannot_open_a_tag_or_leave_an_attribute() {
        assert_eq!(
            html("\"><b onx='1'>&"),
            "<a title=\"&quot;&gt;&lt;b onx=&#39;1&#39;&gt;&amp;\">\
             &quot;&gt;&lt;b onx=&#39;1&#39;&gt;&amp;</a>"
        );
    }

    #[test]
    fn markdown_text_means_itself() {
        assert_eq!(markdown("*a* [b](c) <i>"), r"\*a\* \[b\](c) \<i\>");
        assert_eq!(markdown("# no heading"), r"\# no heading");
        assert_eq!(markdown("12. no item"), r"12\. no item");
        assert_eq!(markdown("12.5 stays"), r"12\.5 stays");
        assert_eq!(markdown("- no item\n> nor quote"), r"\- no item \> nor quote");
        let mut link = Markdown::default();
        link.link("a]b", "https://x.org/a b>c");
        assert_eq!(link.finish(), r"[a\]b](<https://x.org/a%20b%3Ec>)");
    }

    #[test]
    fn csv_quotes_and_guards() {
        let mut table = Table::new(TableFormat::Csv);
        table.row([
            Cell::Text("он сказал: \"да\", и ушёл"),
            Cell::Text("=1+1"),
            Cell::Number("-2.5"),
            Cell::Empty,
        ]);
        assert_eq!(table.finish(), "\"он сказал: \"\"да\"\", и ушёл\",'=1+1,-2.5,\r\n");
    }

    #[test]
    fn tsv_has_one_line_a_row() {
        let mut table = Table::new(TableFormat::Tsv);
        table.row([Cell::Text("a\tb\nc"), Cell::Number("3500000")]);
        assert_eq!(table.finish(), "a b c\t3500000\n");
    }

    /// The cells of CSV text, by RFC 4180.
    fn parse(csv: &str) -> Vec<String> {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let mut characters = csv.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '"' if quoted && characters.peek() == Some(&'"') => {
                    characters.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                '\r' if !quoted && characters.peek() == Some(&'\n') => break,
                _ => cell.push(character),
            }
        }
        cells.push(cell);
        cells
    }

    proptest! {
        #[test]
        fn html_holds_no_markup_of_the_text(text in ".{0,40}") {
            let html = html(&text);
            prop_assert_eq!(html.matches('<').count(), 2);
            prop_assert_eq!(html.matches('"').count(), 2);
        }

        #[test]
        fn csv_gives_every_cell_back(
            cells in prop::collection::vec("[a=+\\-@\",;\r\n\t«я ]{0,8}", 1..5),
        ) {
            let mut table = Table::new(TableFormat::Csv);
            table.row(cells.iter().map(|cell| Cell::Text(cell)));
            let guarded: Vec<String> = cells
                .iter()
                .map(|cell| {
                    let guard = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                    format!("{}{cell}", if guard { "'" } else { "" })
                })
                .collect();
            prop_assert_eq!(parse(&table.finish()), guarded);
        }
    }
}
