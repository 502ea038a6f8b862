//! What a trace tells of the page's main thread.

use serde_json::Value;

/// What the main thread did, in milliseconds of its own time: what else the machine does meanwhile
/// is not counted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Work {
    /// All its tasks.
    pub(crate) all: f64,
    /// The longest of them.
    pub(crate) longest: f64,
    /// The page's program, without what it has the browser do at once.
    pub(crate) script: f64,
    /// Which style each element has.
    pub(crate) style: f64,
    /// Where each element stands.
    pub(crate) layout: f64,
    /// What is to be drawn; the drawing itself is another thread's.
    pub(crate) paint: f64,
    /// All else.
    pub(crate) rest: f64,
    /// The frames that it made.
    pub(crate) frames: usize,
}

impl Work {
    /// What the thread did on which these two marks were set, in the tasks that it began between
    /// them.
    pub(crate) fn between(events: &[Value], begin: &str, end: &str) -> Self {
        let mark = |name: &str| {
            let set = |event: &&Value| event["name"] == name && event["cat"] == "blink.user_timing";
            let found = events.iter().find(set);
            found.unwrap_or_else(|| panic!("no mark {name} in a trace of {} events", events.len()))
        };
        let (begin, end) = (mark(begin), mark(end));
        let time = number(&begin["ts"])..number(&end["ts"]);
        let events = events.iter().filter(|event| {
            event["pid"] == begin["pid"]
                && event["tid"] == begin["tid"]
                && time.contains(&number(&event["ts"]))
        });
        let mut work = Self::default();
        let mut stretches = Vec::new();
        for event in events {
            work.frames += usize::from(event["name"] == "BeginMainThreadFrame");
            stretches.extend(Stretch::of(event));
        }
        stretches.sort_by(|a, b| a.from.total_cmp(&b.from).then(b.to.total_cmp(&a.to)));
        // Each without what was done within it.
        let mut open: Vec<&Stretch> = Vec::new();
        for one in &stretches {
            while open.pop_if(|outer| outer.to <= one.from).is_some() {}
            if let Some(outer) = open.last() {
                *work.part(outer.name) -= one.own;
            } else if one.name == "RunTask" {
                work.all += one.own;
                work.longest = work.longest.max(one.own);
            } else {
                // It is of the task in which the first mark was set.
                continue;
            }
            *work.part(one.name) += one.own;
            open.push(one);
        }
        work
    }

    /// The part of it that what is called so in a trace belongs to.
    fn part(&mut self, name: &str) -> &mut f64 {
        match name {
            "FunctionCall" | "EvaluateScript" | "FireAnimationFrame" | "FireIdleCallback"
            | "TimerFire" | "EventDispatch" | "RunMicrotasks" | "MinorGC" | "MajorGC" => {
                &mut self.script
            }
            "UpdateLayoutTree" => &mut self.style,
            "Layout" => &mut self.layout,
            "PrePaint" | "Paint" | "Layerize" | "UpdateLayer" | "Commit" => &mut self.paint,
            _ => &mut self.rest,
        }
    }
}

/// Something that took a while: when it began and ended by the clock, in microseconds, and the
/// milliseconds of the thread's own time.
struct Stretch<'a> {
    name: &'a str,
    from: f64,
    to: f64,
    own: f64,
}

impl<'a> Stretch<'a> {
    fn of(event: &'a Value) -> Option<Self> {
        if event["ph"] != "X" {
            return None;
        }
        let from = number(&event["ts"]);
        Some(Self {
            name: event["name"].as_str()?,
            from,
            to: from + number(&event["dur"]),
            own: number(&event["tdur"]) / 1000.0,
        })
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}
