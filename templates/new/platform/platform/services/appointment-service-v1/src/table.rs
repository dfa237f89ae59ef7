//! The table of appointments, in SQL that both kinds of store understand.

use models::appointment::{Appointment, AppointmentId, AppointmentStatus, Customer, Revision};
use models::branch::BranchCode;
use tiebeam::Problem;
use tiebeam::store::{Error, Row, Transaction};

/// What a branch has promised at a time, it has promised to one customer.
const TABLE: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS appointments (
        id TEXT PRIMARY KEY,
        revision BIGINT NOT NULL,
        branch TEXT NOT NULL,
        starts_at TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        customer_email TEXT NOT NULL,
        topic TEXT NOT NULL,
        status TEXT NOT NULL,
        booked_at TEXT NOT NULL
    )",
    "CREATE UNIQUE INDEX IF NOT EXISTS appointments_promised
        ON appointments (branch, starts_at) WHERE status = 'booked'",
];

/// Creates the table where it is missing.
pub async fn create(transaction: &Transaction) -> Result<(), Error> {
    for statement in TABLE {
        transaction.execute(statement, &[]).await?;
    }
    Ok(())
}

/// Enters an appointment, unless its time is promised to somebody else.
pub async fn enter(transaction: &Transaction, appointment: &Appointment) -> Result<bool, Problem> {
    let sql = "INSERT INTO appointments
        (id, revision, branch, starts_at, customer_name, customer_email, topic, status, booked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING";
    let params = [
        appointment.id.0.into(),
        appointment.revision.0.into(),
        (&appointment.branch.0).into(),
        appointment.starts_at.into(),
        (&appointment.customer.name).into(),
        (&appointment.customer.email).into(),
        (&appointment.topic).into(),
        appointment.status.as_str().into(),
        appointment.booked_at.into(),
    ];
    Ok(transaction.execute(sql, &params).await? == 1)
}

/// Finds an appointment.
pub async fn find(
    transaction: &Transaction,
    id: AppointmentId,
) -> Result<Option<Appointment>, Problem> {
    let rows =
        transaction.query("SELECT * FROM appointments WHERE id = $1", &[id.0.into()]).await?;
    Ok(rows.first().map(read).transpose()?)
}

/// Writes what may change of an appointment.
pub async fn change(transaction: &Transaction, appointment: &Appointment) -> Result<(), Problem> {
    let sql = "UPDATE appointments SET revision = $2, status = $3 WHERE id = $1";
    let params = [
        appointment.id.0.into(),
        appointment.revision.0.into(),
        appointment.status.as_str().into(),
    ];
    transaction.execute(sql, &params).await?;
    Ok(())
}

fn read(row: &Row) -> Result<Appointment, Error> {
    Ok(Appointment {
        id: AppointmentId(row.get("id")?),
        revision: Revision(row.get("revision")?),
        branch: BranchCode(row.get("branch")?),
        starts_at: row.get("starts_at")?,
        customer: Customer { name: row.get("customer_name")?, email: row.get("customer_email")? },
        topic: row.get("topic")?,
        status: AppointmentStatus::from(row.get::<String>("status")?),
        booked_at: row.get("booked_at")?,
    })
}
