//! The calendar of every branch.

use std::sync::Arc;

use appointment_service_v1::AppointmentService;
use appointment_service_v1::operations::{cancel_appointment, create_appointment, get_appointment};
use models::appointment::{Appointment, AppointmentId, AppointmentStatus, Revision};
use tiebeam::Context;
use tiebeam::store::Store;
use tiebeam::types::{Timestamp, Uuid};

use crate::table;
use crate::work::Work;

/// Appointments in a store.
#[derive(Debug, Clone)]
pub struct Calendar {
    store: Arc<dyn Store>,
}

impl Calendar {
    /// Opens the calendar in a store that speaks SQL; its table is created where it is missing.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Self, tiebeam::store::Error> {
        let transaction = store.begin().await?;
        table::create(&transaction).await?;
        transaction.commit().await?;
        Ok(Self { store })
    }
}

impl AppointmentService for Calendar {
    async fn create_appointment(
        &self,
        context: &Context,
        request: create_appointment::Request,
    ) -> Result<create_appointment::Response, create_appointment::Error> {
        let appointment = Appointment {
            id: AppointmentId(Uuid::now_v7()),
            revision: Revision(1),
            branch: request.body.branch,
            starts_at: request.body.starts_at,
            customer: request.body.customer,
            topic: request.body.topic,
            status: AppointmentStatus::Booked,
            booked_at: Timestamp::now(),
        };
        let work = Work::begin(context, &self.store).await?;
        if !table::enter(&work, &appointment).await? {
            return Err(create_appointment::Error::SlotTaken);
        }
        work.finish().await?;
        Ok(appointment)
    }

    async fn get_appointment(
        &self,
        context: &Context,
        request: get_appointment::Request,
    ) -> Result<get_appointment::Response, get_appointment::Error> {
        let work = Work::begin(context, &self.store).await?;
        let found = table::find(&work, request.appointment_id).await?;
        found.ok_or(get_appointment::Error::NotFound)
    }

    async fn cancel_appointment(
        &self,
        context: &Context,
        request: cancel_appointment::Request,
    ) -> Result<cancel_appointment::Response, cancel_appointment::Error> {
        let work = Work::begin(context, &self.store).await?;
        let found = table::find(&work, request.appointment_id).await?;
        let mut appointment = found.ok_or(cancel_appointment::Error::NotFound)?;
        if appointment.status == AppointmentStatus::Cancelled {
            return Ok(appointment);
        }
        appointment.status = AppointmentStatus::Cancelled;
        appointment.revision = Revision(appointment.revision.0 + 1);
        table::change(&work, &appointment).await?;
        work.finish().await?;
        Ok(appointment)
    }
}
