//! How the website says things.

use models::appointment::Appointment;

/// What, when and where.
pub fn headline(appointment: &Appointment) -> String {
    let when = appointment.starts_at.strftime("%A, %-d %B %Y, %H:%M UTC");
    format!("{}: {when}, in {}", appointment.topic, appointment.branch)
}
