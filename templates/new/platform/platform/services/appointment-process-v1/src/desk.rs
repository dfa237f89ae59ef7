//! The desk where appointments are booked, whatever the channel.

use appointment_process_v1::appointments::operations::{
    cancel_appointment as give_back, create_appointment, get_appointment as read,
};
use appointment_process_v1::appointments::{AppointmentService, NewAppointment};
use appointment_process_v1::branches::BranchSystem;
use appointment_process_v1::branches::operations::get_branch;
use appointment_process_v1::operations::{book_appointment, cancel_appointment, get_appointment};
use appointment_process_v1::{AppointmentProcess, errors};
use models::branch::BranchCode;
use tiebeam::types::Timestamp;
use tiebeam::{Context, Upstream};

use crate::times;

/// Books appointments.
#[derive(Debug)]
pub struct Desk<Appointments, Branches> {
    /// Owns the appointments.
    pub appointments: Appointments,
    /// Knows the branches.
    pub branches: Branches,
}

impl<Appointments, Branches: BranchSystem> Desk<Appointments, Branches> {
    /// Lets those branches pass that exist and take appointments.
    async fn check_branch(
        &self,
        context: &Context,
        branch_code: BranchCode,
    ) -> Result<(), book_appointment::Error> {
        let reading = get_branch::Request { branch_code };
        let takes_appointments = match self.branches.get_branch(context, reading).await {
            Err(get_branch::Error::NotFound) => false,
            answer => answer.upstream()?.takes_appointments,
        };
        if takes_appointments { Ok(()) } else { Err(book_appointment::Error::UnknownBranch) }
    }
}

impl<Appointments, Branches> AppointmentProcess for Desk<Appointments, Branches>
where
    Appointments: AppointmentService,
    Branches: BranchSystem,
{
    async fn book_appointment(
        &self,
        context: &Context,
        request: book_appointment::Request,
    ) -> Result<book_appointment::Response, book_appointment::Error> {
        let booking = request.body;
        let next = times::next_suitable(Timestamp::now(), booking.starts_at);
        if next != booking.starts_at {
            let detail = errors::UnsuitableTime { next };
            return Err(book_appointment::Error::UnsuitableTime(detail));
        }
        self.check_branch(context, booking.branch.clone()).await?;
        let entry = create_appointment::Request {
            // The same key leads to the same appointment, however often the request comes.
            idempotency_key: request.idempotency_key.derive("appointment"),
            body: NewAppointment {
                branch: booking.branch,
                starts_at: booking.starts_at,
                customer: booking.customer,
                topic: booking.topic,
            },
        };
        match self.appointments.create_appointment(context, entry).await {
            Err(create_appointment::Error::SlotTaken) => Err(book_appointment::Error::SlotTaken),
            answer => Ok(answer.upstream()?),
        }
    }

    async fn get_appointment(
        &self,
        context: &Context,
        request: get_appointment::Request,
    ) -> Result<get_appointment::Response, get_appointment::Error> {
        let reading = read::Request { appointment_id: request.appointment_id };
        match self.appointments.get_appointment(context, reading).await {
            Err(read::Error::NotFound) => Err(get_appointment::Error::NotFound),
            answer => Ok(answer.upstream()?),
        }
    }

    async fn cancel_appointment(
        &self,
        context: &Context,
        request: cancel_appointment::Request,
    ) -> Result<cancel_appointment::Response, cancel_appointment::Error> {
        let giving_back = give_back::Request { appointment_id: request.appointment_id };
        match self.appointments.cancel_appointment(context, giving_back).await {
            Err(give_back::Error::NotFound) => Err(cancel_appointment::Error::NotFound),
            answer => Ok(answer.upstream()?),
        }
    }
}
