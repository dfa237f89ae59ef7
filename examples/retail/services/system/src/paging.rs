//! Cuts a list into pages.

use tiebeam::{Cursor, Page, PageRequest, Problem};

/// Items on a page when a caller in the same process leaves it to us.
const DEFAULT_LIMIT: usize = 20;

/// One page of a list, each of whose rows has a name of its own: a cursor names the last row that was seen.
///
/// When that row was removed since, the list ends early instead of repeating what was seen.
///
/// # Errors
///
/// `validation-failed` when the cursor is not one of ours.
pub fn page<T>(
    rows: Vec<T>,
    name: impl Fn(&T) -> String,
    request: &PageRequest,
) -> Result<Page<T>, Problem> {
    let start = match &request.cursor {
        None => 0,
        Some(cursor) => {
            let last: String = cursor.decode()?;
            rows.iter().position(|row| name(row) == last).map_or(rows.len(), |last| last + 1)
        }
    };
    let limit = match usize::try_from(request.limit) {
        Ok(0) => DEFAULT_LIMIT,
        Ok(limit) => limit,
        Err(_) => usize::MAX,
    };
    let mut items: Vec<T> = rows.into_iter().skip(start).collect();
    if items.len() <= limit {
        return Ok(Page::last(items));
    }
    items.truncate(limit);
    match items.last() {
        Some(last) => {
            let next = Cursor::encode(&name(last))?;
            Ok(Page::followed(items, next))
        }
        None => Ok(Page::last(items)),
    }
}

#[cfg(test)]
mod tests {
    use super::page;
    use tiebeam::{Cursor, PageRequest};

    #[test]
    fn pages_join_to_the_whole_list() {
        let mut seen = Vec::new();
        let mut next = Some(PageRequest { limit: 2, cursor: None });
        while let Some(request) = next {
            let page = page(vec![1, 2, 3, 4, 5], ToString::to_string, &request)
                .expect("the cursor is our own");
            next = request.after(&page);
            seen.push(page.items);
        }
        assert_eq!(seen, [vec![1, 2], vec![3, 4], vec![5]]);
    }

    #[test]
    fn a_row_that_is_gone_ends_the_list() {
        let cursor = Cursor::encode(&"9").expect("a string can be a cursor");
        let request = PageRequest { limit: 2, cursor: Some(cursor) };
        let page = page(vec![1, 2], ToString::to_string, &request).expect("the cursor is our own");
        assert!(page.items.is_empty());
    }

    #[test]
    fn a_cursor_of_somebody_else_is_refused() {
        let request = PageRequest { limit: 2, cursor: Some(Cursor::new("%")) };
        assert!(page(vec![1], ToString::to_string, &request).is_err());
    }
}
