//! Appointments as visits.

use models::appointment::{Appointment, Customer};
use tiebeam::{Context, Upstream};
use web_experience_v1::appointments::operations::{
    book_appointment, cancel_appointment, get_appointment,
};
use web_experience_v1::appointments::{AppointmentProcess, Booking};
use web_experience_v1::operations::{book_visit, cancel_visit, get_visit};
use web_experience_v1::{Visit, VisitState, WebExperience, errors};

use crate::words;

/// Visits, as the website shows them.
#[derive(Debug)]
pub struct Visits<Appointments> {
    /// Books what the customer asks for.
    pub appointments: Appointments,
}

impl<Appointments: AppointmentProcess> WebExperience for Visits<Appointments> {
    async fn book_visit(
        &self,
        context: &Context,
        request: book_visit::Request,
    ) -> Result<book_visit::Response, book_visit::Error> {
        let form = request.body;
        let booking = book_appointment::Request {
            idempotency_key: request.idempotency_key.derive("visit"),
            body: Booking {
                branch: form.branch,
                starts_at: form.when,
                customer: Customer { name: form.name, email: form.email },
                topic: form.topic,
            },
        };
        match self.appointments.book_appointment(context, booking).await {
            Err(book_appointment::Error::UnknownBranch) => Err(book_visit::Error::NoSuchBranch),
            Err(book_appointment::Error::UnsuitableTime(detail)) => {
                let detail = errors::UnsuitableTime { next: detail.next };
                Err(book_visit::Error::UnsuitableTime(detail))
            }
            Err(book_appointment::Error::SlotTaken) => Err(book_visit::Error::SlotTaken),
            answer => Ok(visit(&answer.upstream()?)),
        }
    }

    async fn get_visit(
        &self,
        context: &Context,
        request: get_visit::Request,
    ) -> Result<get_visit::Response, get_visit::Error> {
        let reading = get_appointment::Request { appointment_id: request.visit_id };
        match self.appointments.get_appointment(context, reading).await {
            Err(get_appointment::Error::NotFound) => Err(get_visit::Error::NotFound),
            answer => Ok(visit(&answer.upstream()?)),
        }
    }

    async fn cancel_visit(
        &self,
        context: &Context,
        request: cancel_visit::Request,
    ) -> Result<cancel_visit::Response, cancel_visit::Error> {
        let cancelling = cancel_appointment::Request { appointment_id: request.visit_id };
        match self.appointments.cancel_appointment(context, cancelling).await {
            Err(cancel_appointment::Error::NotFound) => Err(cancel_visit::Error::NotFound),
            answer => Ok(visit(&answer.upstream()?)),
        }
    }
}

/// An appointment, as the website shows it.
fn visit(appointment: &Appointment) -> Visit {
    Visit {
        id: appointment.id,
        state: VisitState::from(appointment.status.as_str()),
        headline: words::headline(appointment),
        when: appointment.starts_at,
    }
}
