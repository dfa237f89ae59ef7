//! Code: a row of tokens, brackets with what is in them as one.

use std::rc::Rc;

use super::text::Text;

/// A token, or a bracketed run of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// An identifier or a keyword.
    Word(Text),
    /// A literal.
    Literal(Text),
    /// `'a`.
    Lifetime(Text),
    /// An operator or a separator.
    Mark(&'static str),
    /// A line of documentation, without the slashes.
    Doc(Text),
    /// Brackets and what is in them.
    Group(Brackets, Rc<[Tree]>),
}

/// Which brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brackets {
    /// `(…)`
    Round,
    /// `[…]`
    Square,
    /// `{…}`
    Curly,
}

impl Brackets {
    /// The one that opens.
    pub fn open(self) -> &'static str {
        match self {
            Self::Round => "(",
            Self::Square => "[",
            Self::Curly => "{",
        }
    }

    /// The one that closes.
    pub fn close(self) -> &'static str {
        match self {
            Self::Round => ")",
            Self::Square => "]",
            Self::Curly => "}",
        }
    }
}

impl Tree {
    /// Whether it is this operator.
    pub fn is_mark(&self, text: &str) -> bool {
        matches!(self, Self::Mark(mark) if *mark == text)
    }

    /// Whether it is this identifier or keyword.
    pub fn is_word(&self, text: &str) -> bool {
        matches!(self, Self::Word(word) if **word == *text)
    }

    /// What is in its curly brackets.
    pub fn curly(&self) -> Option<&[Tree]> {
        match self {
            Self::Group(Brackets::Curly, inner) => Some(inner),
            _ => None,
        }
    }
}

/// A row of tokens.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Code {
    trees: Vec<Tree>,
}

impl Code {
    /// No code.
    pub fn new() -> Self {
        Self::default()
    }

    /// The tokens.
    pub fn trees(&self) -> &[Tree] {
        &self.trees
    }

    /// Adds one token.
    pub fn push(&mut self, tree: Tree) {
        self.trees.push(tree);
    }

    /// Adds an identifier or a keyword.
    pub fn word(&mut self, word: impl Into<Text>) {
        self.trees.push(Tree::Word(word.into()));
    }

    /// Adds an operator; the two brackets that close two lists of types are two.
    pub fn mark(&mut self, mark: &'static str) {
        if mark == ">>" {
            self.trees.extend([Tree::Mark(">"), Tree::Mark(">")]);
        } else if mark == "_" {
            self.word("_");
        } else {
            self.trees.push(Tree::Mark(mark));
        }
    }

    /// Adds brackets with code in them.
    pub fn group(&mut self, brackets: Brackets, inner: Self) {
        self.trees.push(Tree::Group(brackets, inner.trees.into()));
    }

    /// Adds other code.
    pub fn append(&mut self, other: &Self) {
        self.trees.extend_from_slice(&other.trees);
    }
}

impl FromIterator<Tree> for Code {
    fn from_iter<I: IntoIterator<Item = Tree>>(trees: I) -> Self {
        Self { trees: trees.into_iter().collect() }
    }
}

impl Extend<Code> for Code {
    fn extend<I: IntoIterator<Item = Code>>(&mut self, others: I) {
        for mut other in others {
            self.trees.append(&mut other.trees);
        }
    }
}
