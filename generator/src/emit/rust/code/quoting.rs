//! `code!`: Rust with holes.
//!
//! `#name` puts in the value of a variable, `#(#list)*`, `#(#list),*` and `#(#list,)*` each element of one: plainly,
//! with commas between, with a comma behind each; the list is consumed. Everything else stands for itself.

/// Code that looks like what it becomes.
macro_rules! code {
    () => { $crate::emit::rust::code::Code::new() };
    ($($tokens:tt)*) => {{
        let mut code = $crate::emit::rust::code::Code::new();
        $crate::emit::rust::code::push_code!(code $($tokens)*);
        code
    }};
}

/// Adds tokens to code, the first one first.
macro_rules! push_code {
    ($code:ident) => {};
    ($code:ident #[doc = $line:literal] $($rest:tt)*) => {
        $code.push($crate::emit::rust::code::Tree::Doc($line.into()));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident #[doc = # $line:ident] $($rest:tt)*) => {
        $code.push($crate::emit::rust::code::Tree::Doc($line.into()));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident #(# $list:ident),* $($rest:tt)*) => {
        for (index, element) in $list.into_iter().enumerate() {
            if index > 0 {
                $code.mark(",");
            }
            $crate::emit::rust::code::ToCode::write(&element, &mut $code);
        }
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident #(# $list:ident,)* $($rest:tt)*) => {
        for element in $list {
            $crate::emit::rust::code::ToCode::write(&element, &mut $code);
            $code.mark(",");
        }
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident #(# $list:ident)* $($rest:tt)*) => {
        for element in $list {
            $crate::emit::rust::code::ToCode::write(&element, &mut $code);
        }
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident # $value:ident $($rest:tt)*) => {
        $crate::emit::rust::code::ToCode::write(&$value, &mut $code);
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident ($($inner:tt)*) $($rest:tt)*) => {
        $code.group($crate::emit::rust::code::Brackets::Round, $crate::emit::rust::code::code!($($inner)*));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident [$($inner:tt)*] $($rest:tt)*) => {
        $code.group($crate::emit::rust::code::Brackets::Square, $crate::emit::rust::code::code!($($inner)*));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident {$($inner:tt)*} $($rest:tt)*) => {
        $code.group($crate::emit::rust::code::Brackets::Curly, $crate::emit::rust::code::code!($($inner)*));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident $word:ident $($rest:tt)*) => {
        $code.word(stringify!($word));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident $lifetime:lifetime $($rest:tt)*) => {
        $code.push($crate::emit::rust::code::Tree::Lifetime(stringify!($lifetime).into()));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    // A minus is an operator, not the start of a literal.
    ($code:ident - $($rest:tt)*) => {
        $code.mark("-");
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident $literal:literal $($rest:tt)*) => {
        $code.push($crate::emit::rust::code::Tree::Literal(stringify!($literal).into()));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
    ($code:ident $mark:tt $($rest:tt)*) => {
        $code.mark(stringify!($mark));
        $crate::emit::rust::code::push_code!($code $($rest)*);
    };
}

pub(in crate::emit::rust) use {code, push_code};
