//! Quotation marks: which opens and which closes, over nesting, mixed kinds and missing marks.

use std::ops::Range;

use super::view::{REACH, View};

/// How many paragraphs one pair of marks can hold.
const LONGEST: usize = 12;

/// What stands in one outermost pair of quotation marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// The block and token of the opening mark.
    pub(super) open: (usize, usize),
    /// The block and token of the closing mark, or of the block's end where there is none.
    pub(super) close: (usize, usize),
    /// The tokens between the marks, block by block.
    pub(super) runs: Vec<(usize, Range<usize>)>,
    /// How it ends.
    pub(super) closing: Closing,
}

/// How a quotation in marks ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    /// By a mark of its own.
    Own,
    /// By the mark of an inner pair, that serves for both.
    Shared,
    /// With its block, for want of a mark.
    Missing,
}

/// The kinds of marks that answer one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Guillemet,
    Low,
    High,
    Straight,
    Single,
    /// One or more straight apostrophes; a wiki's italics stand in two.
    Apostrophe,
}

/// How many kinds there are.
const KINDS: usize = 6;

/// What one block's marks come to.
#[derive(Default)]
struct Pairs {
    /// Outermost pairs, by their tokens.
    outermost: Vec<(usize, usize)>,
    /// The first mark that opens and is never closed.
    unclosed: Option<usize>,
    /// The first mark that closes what was never opened.
    unopened: Option<usize>,
}

/// The outermost pairs of quotation marks, in the order of the text.
pub(super) fn find(views: &[View]) -> Vec<Marked> {
    let blocks: Vec<Pairs> = views.iter().map(pairs).collect();
    let mut found = Vec::new();
    // The block and token up to which a quotation over several blocks has taken the text.
    let mut taken = (0, 0);
    for (number, block) in blocks.iter().enumerate() {
        let spanning = block.unclosed.filter(|&open| (number, open) >= taken).and_then(|open| {
            spanning(views, &blocks, number, open).or_else(|| unclosed(&views[number], block, open))
        });
        for &(open, close) in &block.outermost {
            let inside = spanning.as_ref().is_some_and(|marked| {
                marked.open < (number, open) && (number, close) <= marked.close
            });
            if (number, open) >= taken && !inside && open + 1 < close {
                found.push(Marked {
                    open: (number, open),
                    close: (number, close),
                    runs: vec![(number, open + 1..close)],
                    closing: Closing::Own,
                });
            }
        }
        if let Some(marked) = spanning {
            let (end_block, end) = marked.close;
            if end_block > number {
                taken = (end_block, end);
            }
            found.push(marked);
        }
    }
    for marked in &mut found {
        marked.take_apostrophes(views);
    }
    found.sort_by_key(|marked| marked.open);
    found
}

impl Marked {
    /// Counts apostrophes around the marks, ''«…»'', as theirs, a wiki's sign for italics, and a mark that
    /// stands twice.
    fn take_apostrophes(&mut self, views: &[View]) {
        let is_apostrophe = |block: usize, at: usize| views[block].word(at) == "'";
        while self.open.1 > 0 && is_apostrophe(self.open.0, self.open.1 - 1) {
            self.open.1 -= 1;
        }
        while self.closing == Closing::Own && is_apostrophe(self.close.0, self.close.1 + 1) {
            self.close.1 += 1;
        }
        let (block, close) = self.close;
        if self.closing == Closing::Own && is_doubled(&views[block], close + 1) {
            self.close.1 += 1;
        }
    }
}

/// A quotation that opens here and closes in a later block. Where each paragraph opens the marks
/// anew, as some houses do, those marks are left out.
fn spanning(views: &[View], blocks: &[Pairs], number: usize, open: usize) -> Option<Marked> {
    let last = (number + 1..blocks.len().min(number + 1 + LONGEST)).find(|&later| {
        blocks[later].unopened.is_some()
            || !(blocks[later].unclosed.is_none() || blocks[later].unclosed == Some(0))
            || (blocks[later].unclosed.is_none()
                && blocks[later].outermost.first().is_some_and(|p| p.0 == 0))
    })?;
    let reopened = |later: usize| usize::from(views[later].is_quotation_mark(0));
    let close = match blocks[last].unopened {
        Some(close) => close,
        // The last paragraph opens the marks anew, and closes them.
        None if blocks[number + 1..last].iter().all(|block| block.unclosed == Some(0)) => {
            blocks[last].outermost.first().filter(|pair| pair.0 == 0)?.1
        }
        None => return None,
    };
    let mut runs = vec![(number, open + 1..views[number].len())];
    let between = &views[number + 1..last];
    runs.extend(between.iter().map(|view| (view.number, reopened(view.number)..view.len())));
    runs.push((last, reopened(last).min(close)..close));
    runs.retain(|(_, tokens)| !tokens.is_empty());
    (runs.len() > 1).then_some(Marked {
        open: (number, open),
        close: (last, close),
        runs,
        closing: Closing::Own,
    })
}

/// A quotation whose own closing mark is missing: an inner one serves for both («… в «Яблоко»), or
/// the block's end does where the mark opens the block or follows a colon.
fn unclosed(view: &View, block: &Pairs, open: usize) -> Option<Marked> {
    let is_dashed = |close: usize| {
        view.is_dash(close + 1) || view.word(close + 1) == "," && view.is_dash(close + 2)
    };
    let shared = if open == 0 || open == 1 && view.is_dash(0) || view.word(open - 1) == ":" {
        block.outermost.iter().rev().map(|&(_, close)| close).find(|&close| {
            close > open
                && (close + 1 == view.len()
                    || view.is_stop(close + 1) && close + 2 == view.len()
                    || is_dashed(close))
        })
    } else {
        // Behind a sentence the author's words must follow: «Клуб закрыт. «Мы за «Зарю», – сказал он.»
        let first = block.outermost.iter().find(|pair| pair.1 > open && is_dashed(pair.1));
        Some(first.filter(|_| view.is_stop(open - 1))?.1)
    };
    let (end, closing) =
        shared.map_or((view.len(), Closing::Missing), |close| (close + 1, Closing::Shared));
    let close = if closing == Closing::Shared { end - 1 } else { end };
    (open + 1 < end).then(|| Marked {
        open: (view.number, open),
        close: (view.number, close),
        runs: vec![(view.number, open + 1..end)],
        closing,
    })
}

fn pairs(view: &View) -> Pairs {
    let mut result = Pairs::default();
    let mut open: Vec<(Kind, usize)> = Vec::new();
    let mut depth = [0_usize; KINDS];
    let mut all: Vec<(usize, usize)> = Vec::new();
    for token in 0..view.len() {
        let Some((kind, opens)) = role(view, token, &depth) else { continue };
        if opens {
            depth[kind as usize] += 1;
            open.push((kind, token));
            continue;
        }
        let answered = match open.last() {
            _ if depth[kind as usize] > 0 => Some(kind),
            Some(&(top, _)) if is_slip(view, token, top, kind) => Some(top),
            _ => None,
        };
        let Some(answered) = answered else {
            if !is_doubled(view, token) && kind != Kind::Apostrophe {
                result.unopened.get_or_insert(token);
            }
            continue;
        };
        while let Some((top, start)) = open.pop() {
            depth[top as usize] -= 1;
            if top == answered {
                all.push((start, token));
                break;
            }
        }
    }
    result.unclosed =
        open.iter().find(|(kind, _)| *kind != Kind::Apostrophe).map(|&(_, token)| token);
    // Pairs come in the order of their ends: the outermost ones hold all that came since they opened.
    for (start, end) in all {
        while result.outermost.last().is_some_and(|last| last.0 > start) {
            result.outermost.pop();
        }
        result.outermost.push((start, end));
    }
    result
}

/// Whether the mark that closes at this token answers one of another kind, as a slip of the pen leaves it:
/// „…", «…". The own answer to the mark that stands open is not to come, then.
fn is_slip(view: &View, token: usize, open: Kind, closing: Kind) -> bool {
    if open == Kind::Apostrophe || closing == Kind::Apostrophe {
        return false;
    }
    // «экран в 5"»
    if closing == Kind::Straight && view.is_number(token - 1) {
        return false;
    }
    let mut next = (token + 1..view.len().min(token + REACH)).filter(|&at| match open {
        Kind::Guillemet => matches!(view.word(at), "«" | "»"),
        Kind::Low => matches!(view.word(at), "„" | "“" | "”"),
        Kind::High => matches!(view.word(at), "“" | "”"),
        Kind::Straight => view.word(at) == "\"",
        Kind::Single | Kind::Apostrophe => matches!(view.word(at), "‘" | "’"),
    });
    next.next().is_none_or(|at| opens(view, at))
}

/// Whether a mark opens by its neighbours: free before it, or behind another mark that opens, and a word right behind.
fn opens(view: &View, token: usize) -> bool {
    let behind = token > 0
        && view.block.is_joined(token)
        && !matches!(
            view.word(token - 1),
            "(" | "[" | "«" | "„" | "“" | "‘" | "\"" | "-" | "–" | "—"
        );
    !behind && view.block.is_joined(token + 1)
}

/// Whether a mark closes by its neighbours: right behind a word or a mark, and no word joined behind it.
fn closes(view: &View, token: usize) -> bool {
    token > 0
        && view.block.is_joined(token)
        && !(view.block.is_joined(token + 1) && view.is_word(token + 1))
}

/// Whether the mark opens or closes, and of what kind it is.
fn role(view: &View, token: usize, depth: &[usize; KINDS]) -> Option<(Kind, bool)> {
    let mark = view.word(token);
    let is_open = |kind: Kind| depth[kind as usize] > 0;
    match mark {
        "«" => Some((Kind::Guillemet, true)),
        "»" => Some((Kind::Guillemet, false)),
        "„" => Some((Kind::Low, true)),
        "“" if is_open(Kind::Low) => Some((Kind::Low, false)),
        "“" => Some((Kind::High, !closes(view, token))),
        "”" if !is_open(Kind::High) && is_open(Kind::Low) => Some((Kind::Low, false)),
        "”" => Some((Kind::High, !is_open(Kind::High) && opens(view, token))),
        "‘" if opens(view, token) => Some((Kind::Single, true)),
        "’" if is_open(Kind::Single) && !is_apostrophe(view, token) => {
            Some((Kind::Single, false))
        }
        "'" => apostrophe(view, token).map(|opens| (Kind::Apostrophe, opens)),
        "\"" => {
            let after = view.block.is_joined(token + 1);
            let before = view.block.is_joined(token)
                && !matches!(view.word(token - 1), "(" | "[" | "«" | "„" | "“" | "-" | "–" | "—");
            let opens = match (before, after) {
                (false, true) => true,
                (true, false) => false,
                // `",` and `".` close; between letters or free on both sides, it is whose turn it is.
                _ if before && !view.is_word(token + 1) => false,
                _ => !is_open(Kind::Straight),
            };
            Some((Kind::Straight, opens))
        }
        _ => None,
    }
}

/// Whether the innermost of some apostrophes opens or closes what stands in them; nothing for the others, for those
/// of a word, and where marks stand in them: ''«…»''.
fn apostrophe(view: &View, token: usize) -> Option<bool> {
    let is_another = |at: usize| view.word(at) == "'";
    let joined = |at: usize| view.block.is_joined(at);
    if !(token > 0 && is_another(token - 1) && joined(token)) && closes(view, token) {
        // The first of those that close.
        return Some(false);
    }
    if joined(token + 1) && is_another(token + 1) {
        return None;
    }
    let first = (0..=token).rev().take_while(|&at| is_another(at)).last()?;
    (opens(view, first) && joined(token + 1) && !view.is_quotation_mark(token + 1)).then_some(true)
}

/// Whether the mark stands twice, as a slip of the pen leaves it: `…""`.
fn is_doubled(view: &View, token: usize) -> bool {
    token > 0
        && view.word(token) == "\""
        && view.word(token - 1) == "\""
        && view.block.is_joined(token)
}

/// Whether the mark is the apostrophe of a plural, “the neighbours’ dog”, and another closes the speech.
fn is_apostrophe(view: &View, token: usize) -> bool {
    let after_s = view.block.is_joined(token) && view.block.folded(token - 1).ends_with('s');
    after_s
        && view.is_lower(token + 1)
        && view.cue(token + 1).is_none()
        && (token + 1..view.len().min(token + REACH))
            .map(|at| view.word(at))
            .find(|word| matches!(*word, "‘" | "’"))
            == Some("’")
}
