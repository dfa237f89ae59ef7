//! A cursor over JSON text (RFC 8259) that knows where it is and builds nothing.
//!
//! The validator needs three things no value tree gives: numbers exactly as written (`1e400` is a number that is out
//! of range, not a syntax error), the byte range of each value, and the way back to where an object began, because
//! the tag of a union may come last. What this cursor accepts, `serde_json` parses: a property test holds the two together.

use std::borrow::Cow;

/// Deepest nesting of arrays and objects; `serde_json` gives up at 128.
pub(crate) const MAX_DEPTH: usize = 100;

/// Why text is not JSON, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Malformed {
    /// Byte offset of the first byte that does not fit.
    pub(crate) offset: usize,
    /// What was expected, in words that follow "line 1, column 5: ".
    pub(crate) reason: &'static str,
}

impl Malformed {
    /// The sentence for people: line, column and reason.
    pub(crate) fn describe(&self, text: &[u8]) -> String {
        let before = &text[..self.offset.min(text.len())];
        let line_start =
            before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let line = before.split(|byte| *byte == b'\n').count();
        let column = 1 + String::from_utf8_lossy(&before[line_start..]).chars().count();
        format!("Line {line}, column {column}: {}.", self.reason)
    }
}

/// A position in JSON text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Json<'t> {
    text: &'t str,
    at: usize,
}

/// What the next value is, told from its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl<'t> Json<'t> {
    /// Starts before the first byte.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The byte offset of the next byte that is not white space.
    pub(crate) fn offset(&mut self) -> usize {
        self.space();
        self.at
    }

    /// The byte offset just behind what was read last.
    pub(crate) fn end(&self) -> usize {
        self.at
    }

    /// The text between two offsets.
    pub(crate) fn slice(&self, from: usize, to: usize) -> &'t str {
        &self.text[from..to]
    }

    /// Tells what the next value is, without reading it.
    pub(crate) fn peek(&mut self) -> Result<Next, Malformed> {
        self.space();
        match self.byte() {
            Some(b'{') => Ok(Next::Object),
            Some(b'[') => Ok(Next::Array),
            Some(b'"') => Ok(Next::String),
            Some(b'-' | b'0'..=b'9') => Ok(Next::Number),
            Some(b't' | b'f') => Ok(Next::Boolean),
            Some(b'n') => Ok(Next::Null),
            Some(_) => Err(self.malformed("expected a JSON value")),
            None => Err(self.malformed("the text ends where a value is expected")),
        }
    }

    /// Refuses anything but white space after the value.
    pub(crate) fn finish(&mut self) -> Result<(), Malformed> {
        self.space();
        match self.byte() {
            None => Ok(()),
            Some(_) => Err(self.malformed("expected the end of the text")),
        }
    }

    /// Reads `null`.
    pub(crate) fn null(&mut self) -> Result<(), Malformed> {
        self.word("null")
    }

    /// Reads `true` or `false`.
    pub(crate) fn boolean(&mut self) -> Result<bool, Malformed> {
        if self.byte() == Some(b't') {
            self.word("true").map(|()| true)
        } else {
            self.word("false").map(|()| false)
        }
    }

    /// Reads a number and returns it as written.
    pub(crate) fn number(&mut self) -> Result<&'t str, Malformed> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits(),
            _ => return Err(self.malformed("expected a digit")),
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.some_digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.some_digits()?;
        }
        Ok(&self.text[start..self.at])
    }

    /// Reads a string; borrowed unless it holds an escape.
    pub(crate) fn string(&mut self) -> Result<Cow<'t, str>, Malformed> {
        self.at += 1;
        let start = self.at;
        self.plain();
        match self.byte() {
            Some(b'"') => {
                self.at += 1;
                Ok(Cow::Borrowed(&self.text[start..self.at - 1]))
            }
            Some(b'\\') => self.escaped(start).map(Cow::Owned),
            Some(_) => Err(self.malformed("a control character inside a string must be escaped")),
            None => Err(self.malformed("the text ends inside a string")),
        }
    }

    /// Enters an array or an object.
    pub(crate) fn enter(&mut self, depth: usize) -> Result<(), Malformed> {
        if depth >= MAX_DEPTH {
            return Err(self.malformed("nested too deeply; 100 levels are allowed"));
        }
        self.at += 1;
        Ok(())
    }

    /// Goes to the next item of an array, if there is one; leaves the array otherwise.
    pub(crate) fn next_item(&mut self, is_first: bool) -> Result<bool, Malformed> {
        self.space();
        match self.byte() {
            Some(b']') => {
                self.at += 1;
                Ok(false)
            }
            Some(_) if is_first => Ok(true),
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(_) => Err(self.malformed("expected `,` or `]`")),
            None => Err(self.malformed("the text ends inside an array")),
        }
    }

    /// Reads the next key of an object and its colon, if there is one; leaves the object otherwise.
    pub(crate) fn next_key(&mut self, is_first: bool) -> Result<Option<Cow<'t, str>>, Malformed> {
        self.space();
        match self.byte() {
            Some(b'}') => {
                self.at += 1;
                return Ok(None);
            }
            Some(b',') if !is_first => self.at += 1,
            Some(_) if is_first => {}
            Some(_) => return Err(self.malformed("expected `,` or `}`")),
            None => return Err(self.malformed("the text ends inside an object")),
        }
        self.space();
        if self.byte() != Some(b'"') {
            return Err(self.malformed("expected a key in double quotes"));
        }
        let key = self.string()?;
        self.space();
        if self.byte() != Some(b':') {
            return Err(self.malformed("expected `:` after the key"));
        }
        self.at += 1;
        Ok(Some(key))
    }

    /// Reads a certain key and its colon where they come next, written without spaces and escapes; otherwise stays where
    /// it is, and [`Self::next_key`] tells what comes. The name must not hold what JSON escapes.
    pub(crate) fn take_key(&mut self, name: &str, is_first: bool) -> bool {
        let comma = usize::from(!is_first);
        let end = self.at + comma + name.len() + 3;
        let Some(key) = self.text.as_bytes().get(self.at..end) else { return false };
        let is_next = (is_first || key[0] == b',')
            && key[comma] == b'"'
            && key.ends_with(b"\":")
            && key[comma + 1..key.len() - 2] == *name.as_bytes();
        if is_next {
            self.at = end;
        }
        is_next
    }

    /// Reads over a value of any kind.
    pub(crate) fn skip(&mut self, depth: usize) -> Result<(), Malformed> {
        match self.peek()? {
            Next::Null => self.null(),
            Next::Boolean => self.boolean().map(drop),
            Next::Number => self.number().map(drop),
            Next::String => self.string().map(drop),
            Next::Array => {
                self.enter(depth)?;
                let mut is_first = true;
                while self.next_item(is_first)? {
                    is_first = false;
                    self.skip(depth + 1)?;
                }
                Ok(())
            }
            Next::Object => {
                self.enter(depth)?;
                let mut is_first = true;
                while self.next_key(is_first)?.is_some() {
                    is_first = false;
                    self.skip(depth + 1)?;
                }
                Ok(())
            }
        }
    }

    /// A refusal at the current position.
    pub(crate) fn malformed(&self, reason: &'static str) -> Malformed {
        Malformed { offset: self.at, reason }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes on to the next byte that means something in a string: a quote, a backslash, a control character.
    ///
    /// Most bytes of a body are in strings, so eight are looked at at once. A byte that is none of the three may be
    /// taken for one of them only behind one that is, so the first that is found is right.
    fn plain(&mut self) {
        const ONES: u64 = u64::MAX / 0xff;
        const HIGH: u64 = ONES << 7;
        let bytes = self.text.as_bytes();
        while let Some(eight) = bytes.get(self.at..).and_then(|rest| rest.first_chunk()) {
            let eight = u64::from_le_bytes(*eight);
            let (quote, backslash) = (eight ^ (ONES * 0x22), eight ^ (ONES * 0x5c));
            let found = (eight.wrapping_sub(ONES * 0x20) & !eight)
                | (quote.wrapping_sub(ONES) & !quote)
                | (backslash.wrapping_sub(ONES) & !backslash);
            let found = found & HIGH;
            if found != 0 {
                self.at += (found.trailing_zeros() / 8) as usize;
                return;
            }
            self.at += 8;
        }
        while self.byte().is_some_and(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
            self.at += 1;
        }
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &'static str) -> Result<(), Malformed> {
        if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err(self.malformed("expected `true`, `false` or `null`"))
    }

    fn digits(&mut self) {
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
    }

    fn some_digits(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        self.digits();
        if self.at == start { Err(self.malformed("expected a digit")) } else { Ok(()) }
    }

    /// Reads the rest of a string that holds escapes; the cursor stands on the first of them.
    fn escaped(&mut self, start: usize) -> Result<String, Malformed> {
        let mut plain = start;
        let mut value = String::new();
        loop {
            match self.byte() {
                Some(b'"') => {
                    value.push_str(&self.text[plain..self.at]);
                    self.at += 1;
                    return Ok(value);
                }
                Some(b'\\') => {
                    value.push_str(&self.text[plain..self.at]);
                    self.at += 1;
                    value.push(self.escape()?);
                    plain = self.at;
                }
                Some(0..=0x1f) => {
                    return Err(
                        self.malformed("a control character inside a string must be escaped")
                    );
                }
                Some(_) => self.at += 1,
                None => return Err(self.malformed("the text ends inside a string")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Malformed> {
        let Some(byte) = self.byte() else {
            return Err(self.malformed("the text ends inside a string"));
        };
        let value = match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.code_point();
            }
            _ => return Err(self.malformed("an escape that JSON does not know")),
        };
        self.at += 1;
        Ok(value)
    }

    fn code_point(&mut self) -> Result<char, Malformed> {
        let first = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first)
                .ok_or_else(|| self.malformed("a surrogate without its first half"));
        }
        if self.byte() != Some(b'\\') || self.text.as_bytes().get(self.at + 1) != Some(&b'u') {
            return Err(self.malformed("a surrogate without its second half"));
        }
        self.at += 2;
        let second = self.four_digits()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(self.malformed("a surrogate without its second half"));
        }
        let value = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        char::from_u32(value).ok_or_else(|| self.malformed("not a code point"))
    }

    fn four_digits(&mut self) -> Result<u32, Malformed> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4);
        let value = digits.and_then(|digits| {
            digits
                .iter()
                .try_fold(0, |value, digit| Some(value * 16 + char::from(*digit).to_digit(16)?))
        });
        match value {
            Some(value) => {
                self.at += 4;
                Ok(value)
            }
            None => Err(self.malformed("expected four hexadecimal digits")),
        }
    }
}
