//! The CRM System API: standings, out of Relationship Manager 7.

mod standing;
mod wire;

use crm_system_v1::CrmSystem;
use crm_system_v1::operations::{close_standing, get_standing, list_standings, open_standing};
use tiebeam::{Context, Cursor, Page};

use self::wire::{Code, Terminal};
use crate::line::Line;

/// Rows that the CRM shows at once, at most.
const LONGEST_PAGE: u32 = 50;

/// Rows of a page when a caller in the same process leaves it to us.
const DEFAULT_PAGE: u32 = 20;

/// The CRM, behind its system API.
#[derive(Debug)]
pub struct Crm {
    terminal: Terminal,
}

impl Crm {
    /// Works with the CRM at the other end of a line, as one of its users.
    #[must_use]
    pub fn new(line: Line, user: &str, password: &str) -> Self {
        Self { terminal: Terminal::new(line, user, password) }
    }
}

impl CrmSystem for Crm {
    async fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> Result<get_standing::Response, get_standing::Error> {
        let fields = [("EXT_REF", standing::reference(request.customer_id))];
        let answer = self.terminal.transact(context, "KD01", &fields).await?;
        match answer.code {
            Code::Done => Ok(self.terminal.standing(&answer)?),
            Code::NotFound => Err(get_standing::Error::NotFound),
            Code::Other(_) => Err(self.terminal.odd(&answer).into()),
        }
    }

    async fn list_standings(
        &self,
        context: &Context,
        request: list_standings::Request,
    ) -> Result<list_standings::Response, list_standings::Error> {
        let limit = match request.page.limit {
            0 => DEFAULT_PAGE,
            limit => limit.min(LONGEST_PAGE),
        };
        let after = match &request.page.cursor {
            None => "0".to_owned(),
            Some(cursor) => cursor.decode::<u32>()?.to_string(),
        };
        let hold = request.on_hold.map_or("", |on_hold| if on_hold { "X" } else { "-" });
        let fields = [
            ("RTG", request.rating.iter().filter_map(standing::letter).collect()),
            ("HOLD", hold.to_owned()),
            ("POS", after),
            ("MAX", limit.to_string()),
        ];
        let answer = self.terminal.transact(context, "KD03", &fields).await?;
        let Code::Done = answer.code else {
            return Err(self.terminal.odd(&answer).into());
        };
        let (standings, last) = self.terminal.standings(&answer)?;
        match last {
            Some(number) if answer.more == "X" => {
                Ok(Page::followed(standings, Cursor::encode(&number)?))
            }
            _ => Ok(Page::last(standings)),
        }
    }

    async fn open_standing(
        &self,
        context: &Context,
        request: open_standing::Request,
    ) -> Result<open_standing::Response, open_standing::Error> {
        let [name, rest] = standing::name_fields(&request.body.name);
        let fields = [
            ("EXT_REF", standing::reference(request.customer_id)),
            ("NM1", name),
            ("NM2", rest),
            ("CTRY", request.body.country.0),
            ("KZ_FIRMA", if request.body.business { "J" } else { "N" }.to_owned()),
        ];
        let answer = self.terminal.transact(context, "KD02", &fields).await?;
        let Code::Done = answer.code else {
            return Err(self.terminal.odd(&answer).into());
        };
        let body = Box::new(self.terminal.standing(&answer)?);
        let x_account_number = self.terminal.number(&answer)?;
        Ok(match answer.action.as_str() {
            "I" => open_standing::Response::Created { body, x_account_number },
            _ => open_standing::Response::Ok { body, x_account_number },
        })
    }

    async fn close_standing(
        &self,
        context: &Context,
        request: close_standing::Request,
    ) -> Result<close_standing::Response, close_standing::Error> {
        let fields = [("EXT_REF", standing::reference(request.customer_id))];
        let answer = self.terminal.transact(context, "KD09", &fields).await?;
        match answer.code {
            // Whom the CRM does not know it has forgotten.
            Code::Done | Code::NotFound => Ok(()),
            Code::Other(_) => Err(self.terminal.odd(&answer).into()),
        }
    }
}
