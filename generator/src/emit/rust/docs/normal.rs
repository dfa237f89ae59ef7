//! The normal form of a description: what it means, without what rustdoc must not see.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag};

use super::words::{self, Word};

/// Deepest nesting of lists, quotes and emphasis that is kept; what is deeper joins its surroundings.
const DEPTH: usize = 16;

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    Heading(usize, Vec<Inline>),
    Code { language: String, text: String },
    Quote(Vec<Block>),
    List { start: Option<u64>, loose: bool, items: Vec<Vec<Block>> },
    Table { alignments: Vec<Alignment>, rows: Vec<Vec<Vec<Inline>>> },
    Rule,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Code(String),
    Address(String),
    /// `*`, `**` or `~~` around other pieces.
    Marked(&'static str, Vec<Inline>),
    Link {
        to: String,
        title: String,
        text: Vec<Inline>,
    },
    /// A line end that is a space.
    Soft,
    /// A line end that is kept.
    Hard,
}

/// The normal form of a Markdown text.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    Reader { events: Parser::new_ext(markdown, options) }.blocks(0)
}

/// Blocks whose line ends inside paragraphs are spaces, for comparing what two texts mean.
pub fn flat(blocks: &[Block]) -> Vec<Block> {
    blocks.iter().map(flat_block).collect()
}

/// The first paragraph or heading as one line without markup.
pub fn plain(blocks: &[Block]) -> String {
    let first = blocks.iter().find_map(|block| match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => Some(inlines),
        _ => None,
    });
    let mut text = String::new();
    plain_into(first.map_or(&[], Vec::as_slice), &mut text);
    text
}

fn plain_into(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Code(part) | Inline::Address(part) => text.push_str(part),
            Inline::Marked(_, inner) | Inline::Link { text: inner, .. } => plain_into(inner, text),
            Inline::Soft | Inline::Hard => text.push(' '),
        }
    }
}

fn flat_block(block: &Block) -> Block {
    match block {
        Block::Paragraph(inlines) => Block::Paragraph(flat_inlines(inlines)),
        Block::Heading(level, inlines) => Block::Heading(*level, flat_inlines(inlines)),
        Block::Quote(blocks) => Block::Quote(flat(blocks)),
        Block::List { start, loose, items } => Block::List {
            start: *start,
            loose: *loose,
            items: items.iter().map(|item| flat(item)).collect(),
        },
        Block::Table { alignments, rows } => Block::Table {
            alignments: alignments.clone(),
            rows: rows
                .iter()
                .map(|row| row.iter().map(|cell| flat_inlines(cell)).collect())
                .collect(),
        },
        Block::Code { .. } | Block::Rule => block.clone(),
    }
}

fn flat_inlines(inlines: &[Inline]) -> Vec<Inline> {
    let mut flat: Vec<Inline> = Vec::new();
    for inline in inlines {
        let inline = match inline {
            Inline::Soft => Inline::Text(String::from(" ")),
            Inline::Marked(mark, inner) => Inline::Marked(mark, flat_inlines(inner)),
            Inline::Link { to, title, text } => {
                Inline::Link { to: to.clone(), title: title.clone(), text: flat_inlines(text) }
            }
            other => other.clone(),
        };
        match (flat.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => flat.push(inline),
        }
    }
    flat
}

struct Reader<'a> {
    events: Parser<'a>,
}

impl Reader<'_> {
    /// Blocks up to the end of the one around them.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose_ends = Vec::new();
        let mut ignored = 0;
        while let Some(event) = self.events.next() {
            if let Event::Start(tag) = &event
                && let Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::List(_)
                | Tag::Table(_) = tag
            {
                flush(&mut loose_ends, &mut blocks);
            }
            match event {
                Event::End(_) if ignored > 0 => {
                    flush(&mut loose_ends, &mut blocks);
                    ignored -= 1;
                }
                Event::End(_) => break,
                Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) if depth >= DEPTH => {
                    ignored += 1;
                }
                Event::Start(Tag::Paragraph) => {
                    let inlines = self.inlines(depth);
                    push_paragraph(inlines, &mut blocks);
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let inlines = self.inlines(depth);
                    let one_line = one_line(inlines);
                    if !one_line.is_empty() {
                        blocks.push(Block::Heading(level as usize, one_line));
                    }
                }
                Event::Start(Tag::BlockQuote(_)) => {
                    blocks.push(Block::Quote(self.blocks(depth + 1)));
                }
                Event::Start(Tag::CodeBlock(kind)) => blocks.push(self.code(&kind)),
                Event::Start(Tag::HtmlBlock) => push_paragraph(self.html(), &mut blocks),
                Event::Start(Tag::List(start)) => blocks.push(self.list(start, depth)),
                Event::Start(Tag::Table(alignments)) => blocks.push(self.table(alignments, depth)),
                Event::Rule => {
                    flush(&mut loose_ends, &mut blocks);
                    blocks.push(Block::Rule);
                }
                other => self.inline(other, depth, &mut loose_ends),
            }
        }
        flush(&mut loose_ends, &mut blocks);
        blocks
    }

    /// The items of a list; it is loose where one of them holds more than a line and a list.
    fn list(&mut self, start: Option<u64>, depth: usize) -> Block {
        let mut items = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            items.push(self.blocks(depth + 1));
        }
        let is_tight = |item: &Vec<Block>| {
            let rest = match &item[..] {
                [Block::Paragraph(_), rest @ ..] => rest,
                all => all,
            };
            matches!(rest, [] | [Block::List { loose: false, .. }])
        };
        Block::List { start, loose: !items.iter().all(is_tight), items }
    }

    fn table(&mut self, alignments: Vec<Alignment>, depth: usize) -> Block {
        let mut rows = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            let mut row = Vec::new();
            while let Some(Event::Start(_)) = self.events.next() {
                row.push(one_line(self.inlines(depth)));
            }
            rows.push(row);
        }
        Block::Table { alignments, rows }
    }

    /// A code block: never one that rustdoc would compile.
    fn code(&mut self, kind: &CodeBlockKind<'_>) -> Block {
        let mut text = self.text();
        while text.ends_with('\n') {
            text.pop();
        }
        let text = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        let language = match kind {
            CodeBlockKind::Indented => "text",
            CodeBlockKind::Fenced(info) => language(info),
        };
        Block::Code { language: language.to_owned(), text }
    }

    /// HTML as the text it was written as, without comments.
    fn html(&mut self) -> Vec<Inline> {
        let text = without_comments(&self.text());
        let mut inlines = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if !inlines.is_empty() {
                inlines.push(Inline::Soft);
            }
            inlines.push(Inline::Text(line.to_owned()));
        }
        tidy(inlines)
    }

    /// The text up to the end of the block.
    fn text(&mut self) -> String {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(part) | Event::Html(part) | Event::InlineHtml(part) => {
                    text.push_str(&part);
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }

    /// The pieces up to the end of what is around them.
    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut ignored = 0;
        while let Some(event) = self.events.next() {
            match event {
                Event::End(_) if ignored > 0 => ignored -= 1,
                Event::End(_) => break,
                Event::Start(_) if depth >= 2 * DEPTH => ignored += 1,
                other => self.inline(other, depth, &mut inlines),
            }
        }
        tidy(inlines)
    }

    fn inline(&mut self, event: Event<'_>, depth: usize, inlines: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => inlines.push(Inline::Text(text.into_string())),
            Event::InlineHtml(text) | Event::Html(text) => {
                inlines.push(Inline::Text(without_comments(&text)));
            }
            Event::Code(text) => inlines.push(Inline::Code(text.trim().to_owned())),
            Event::SoftBreak => inlines.push(Inline::Soft),
            Event::HardBreak => inlines.push(Inline::Hard),
            Event::Start(
                Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. },
            ) => {
                let text = self.inlines(depth + 1);
                inlines.extend(link(dest_url.into_string(), &title, text));
            }
            Event::Start(tag) => {
                let inner = self.inlines(depth + 1);
                match mark(&tag) {
                    Some(mark) if !inner.is_empty() => inlines.push(Inline::Marked(mark, inner)),
                    _ => inlines.extend(inner),
                }
            }
            _ => {}
        }
    }
}

/// What stands around a text of the tag's kind.
fn mark(tag: &Tag<'_>) -> Option<&'static str> {
    match tag {
        Tag::Emphasis => Some("*"),
        Tag::Strong => Some("**"),
        Tag::Strikethrough => Some("~~"),
        _ => None,
    }
}

/// A link to the web; any other is its text, since rustdoc would look for an item of that name.
fn link(to: String, title: &str, text: Vec<Inline>) -> Vec<Inline> {
    let is_web = ["https://", "http://", "mailto:"].iter().any(|scheme| to.starts_with(scheme));
    if !is_web || to.contains(|letter: char| letter.is_whitespace() || "<>\\`".contains(letter)) {
        return text;
    }
    if let [Inline::Address(address)] = &text[..]
        && *address == to
    {
        return text;
    }
    let text = text.into_iter().map(|inline| match inline {
        Inline::Address(address) => Inline::Code(address),
        other => other,
    });
    vec![Inline::Link { to, title: title.replace('\n', " "), text: text.collect() }]
}

/// The language of a fence, unless rustdoc would take it for Rust.
fn language(info: &str) -> &str {
    let word = info.split([' ', ',', '{', '}']).next().unwrap_or_default();
    let is_rust = word.is_empty()
        || [
            "rust",
            "ignore",
            "should_panic",
            "no_run",
            "compile_fail",
            "test_harness",
            "custom",
            "edition",
            "standalone",
        ]
        .iter()
        .any(|known| word.starts_with(known))
        || (word.starts_with('E') && word[1..].bytes().all(|digit| digit.is_ascii_digit()));
    let is_word =
        word.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"+-_".contains(&letter));
    if is_rust || !is_word { "text" } else { word }
}

fn without_comments(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        text.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    text + rest
}

/// Makes a paragraph of what stands in an item without one.
fn flush(loose_ends: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    push_paragraph(tidy(std::mem::take(loose_ends)), blocks);
}

fn push_paragraph(inlines: Vec<Inline>, blocks: &mut Vec<Block>) {
    if !inlines.is_empty() {
        blocks.push(Block::Paragraph(inlines));
    }
}

/// Joins neighbours, drops what is empty, and finds the words that are code.
fn tidy(inlines: Vec<Inline>) -> Vec<Inline> {
    let joined = join(inlines);
    let with_code = joined.into_iter().flat_map(|inline| match inline {
        Inline::Text(text) => split_words(&text),
        other => vec![other],
    });
    trim(join(with_code.collect()))
}

/// Joins texts with texts and code with code, which could not be told apart when printed.
fn join(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (joined.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text))
            | (Some(Inline::Code(before)), Inline::Code(text)) => {
                before.push_str(&text);
            }
            (_, Inline::Text(text) | Inline::Code(text)) if text.is_empty() => {}
            (Some(Inline::Soft | Inline::Hard), Inline::Soft) => {}
            (_, inline) => joined.push(inline),
        }
    }
    joined
}

fn split_words(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut start = 0;
    for word in words::find(text) {
        let (range, inline) = match word {
            Word::Code(range) => (range.clone(), Inline::Code(text[range].to_owned())),
            Word::Address(range) => (range.clone(), Inline::Address(text[range].to_owned())),
        };
        inlines.push(Inline::Text(text[start..range.start].to_owned()));
        inlines.push(inline);
        start = range.end;
    }
    inlines.push(Inline::Text(text[start..].to_owned()));
    inlines
}

/// Single spaces, none beside a line end, and no line end at either end.
fn trim(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let is_break =
        |inline: Option<&Inline>| matches!(inline, None | Some(Inline::Soft | Inline::Hard));
    for index in 0..inlines.len() {
        let (after_break, before_break) =
            (index == 0 || is_break(inlines.get(index - 1)), is_break(inlines.get(index + 1)));
        if let Inline::Text(text) = &mut inlines[index] {
            let mut single = String::with_capacity(text.len());
            for letter in text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }) {
                if letter != ' ' || !single.ends_with(' ') {
                    single.push(letter);
                }
            }
            let trimmed = if after_break { single.trim_start_matches(' ') } else { &single };
            let trimmed = if before_break { trimmed.trim_end_matches(' ') } else { trimmed };
            trimmed.clone_into(text);
        }
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    while is_break(inlines.first()) && !inlines.is_empty() {
        inlines.remove(0);
    }
    while is_break(inlines.last()) && !inlines.is_empty() {
        inlines.pop();
    }
    inlines
}

/// For a heading or a cell, which cannot hold line ends.
fn one_line(inlines: Vec<Inline>) -> Vec<Inline> {
    let spaced = inlines.into_iter().map(|inline| match inline {
        Inline::Soft | Inline::Hard => Inline::Text(String::from(" ")),
        Inline::Marked(mark, inner) => Inline::Marked(mark, one_line(inner)),
        Inline::Link { to, title, text } => Inline::Link { to, title, text: one_line(text) },
        other => other,
    });
    trim(join(spaced.collect()))
}
