use super::Note;
use crate::reader::markup::{Cell, Markdown, Table, TableFormat};

/// The notes as Markdown: each article a heading, each note a quotation of the words marked, with
/// the reader's words under it. `title` and `link` give an article's headline and the address of a
/// note.
#[must_use]
pub fn markdown<'a>(
    notes: impl IntoIterator<Item = &'a Note>,
    title: impl Fn(&str) -> String,
    link: impl Fn(&Note) -> String,
) -> String {
    let mut markdown = Markdown::default();
    let mut article = None;
    for note in notes {
        if article != Some(&note.article) {
            markdown.mark(if article.is_none() { "## " } else { "\n## " });
            markdown.text(&title(&note.article));
            markdown.mark("\n");
            article = Some(&note.article);
        }
        markdown.mark("\n> ");
        markdown.text(&note.selector.exact);
        markdown.mark("\n>\n> — ");
        // What a link says must fit every language: the day, as the note has it.
        markdown.link(note.created.get(..10).unwrap_or(&note.created), &link(note));
        markdown.mark("\n");
        for line in note.text.lines().filter(|line| !line.trim().is_empty()) {
            markdown.mark("\n");
            markdown.text(line);
            markdown.mark("\n");
        }
    }
    markdown.finish()
}

/// The notes as a table: one a row, under these headings for the article, the words marked, the
/// note, the colour, the times of making and of the last change, and the address.
#[must_use]
pub fn table<'a>(
    notes: impl IntoIterator<Item = &'a Note>,
    format: TableFormat,
    headings: &[&str; 7],
    link: impl Fn(&Note) -> String,
) -> String {
    let mut table = Table::new(format);
    table.row(headings.iter().map(|heading| Cell::Text(heading)));
    for note in notes {
        let link = link(note);
        table.row([
            Cell::Text(&note.article),
            Cell::Text(&note.selector.exact),
            Cell::Text(&note.text),
            Cell::Text(note.colour.id()),
            Cell::Text(&note.created),
            Cell::Text(&note.modified),
            Cell::Text(&link),
        ]);
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::super::tests::note;
    use super::*;

    const TIME: &str = "2024-03-05T10:00:00.000Z";

    #[test]
    fn markdown_quotes_the_words_and_escapes_the_note() {
        let notes = [note("a", "Тобол", "# не заголовок\n\nи *ещё*", TIME)];
        assert_eq!(
            markdown(&notes, |_| "Мост".into(), |_| "https://x.org/a/bridge".into()),
            "## Мост\n\n> Тобол\n>\n> — [2024-03-05](<https://x.org/a/bridge>)\n\n\
             \\# не заголовок\n\nи \\*ещё\\*\n"
        );
    }

    #[test]
    fn csv_runs_no_formula() {
        let notes = [note("a", "Тобол", "=HYPERLINK(1)", TIME)];
        let headings = ["article", "words", "note", "colour", "created", "modified", "link"];
        assert_eq!(
            table(&notes, TableFormat::Csv, &headings, |_| "l".into()),
            "article,words,note,colour,created,modified,link\r\n\
             bridge,Тобол,'=HYPERLINK(1),green,2024-03-05T10:00:00.000Z,2024-03-05T10:00:00.000Z,l\r\n"
        );
    }
}
