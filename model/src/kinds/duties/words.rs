//! The closed lists of words of the calendar.

use crate::doc::word::words;

words! {
    /// What sort of duty something is.
    DutyTemplate otherwise Other {
        /// The monthly social declaration.
        Dsn = "dsn",
        /// Value added tax.
        Vat = "vat",
        /// The tax on business premises.
        Cfe = "cfe",
        /// The tax on profit.
        Tax = "tax",
        /// The yearly assembly.
        Agm = "agm",
        /// Accounts: kept, shown, filed.
        Accounts = "accounts",
        /// The quality mark of training.
        Qualiopi = "qualiopi",
        /// Insurance.
        Insurance = "insurance",
        /// Training of others and of one's own.
        Training = "training",
        /// Elections, of representatives and of mandates.
        Elections = "elections",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// How a duty stands on a day.
    DutyStanding {
        /// Its day is past, and it is not done.
        Late = "late",
        /// It is due within so many days as are called soon.
        Soon = "soon",
        /// There is time yet.
        Open = "open",
        /// It is done.
        Done = "done",
    }
}

words! {
    /// What French law, or the rules of these cooperatives, ask for in a year.
    DutyCause {
        /// The social declaration of a month.
        Dsn = "dsn",
        /// The value added tax of a month.
        Vat = "vat",
        /// An instalment of the tax on profit.
        TaxInstalment = "tax_instalment",
        /// The balance of the tax on profit.
        TaxBalance = "tax_balance",
        /// The tax return of the year closed.
        TaxReturn = "tax_return",
        /// The instalment of the tax on premises.
        CfeDeposit = "cfe_deposit",
        /// The balance of the tax on premises.
        CfeBalance = "cfe_balance",
        /// Members are called to the yearly assembly.
        AgmCall = "agm_call",
        /// The yearly assembly is held at the latest.
        Agm = "agm",
        /// Mandates that end are filled again.
        Mandates = "mandates",
        /// Members are shown the account of shared services.
        SharedServices = "shared_services",
        /// The accounts are filed.
        AccountsFiled = "accounts_filed",
        /// The variable part of pay is settled.
        VariablePay = "variable_pay",
        /// Members' insurance certificates are gathered.
        Certificates = "certificates",
        /// The yearly report of training.
        TrainingReport = "training_report",
        /// The audit of the quality mark; its day is agreed with who audits.
        QualiopiAudit = "qualiopi_audit",
        /// The record of risks at work is brought up to date.
        Risks = "risks",
    }
}

impl DutyCause {
    /// What sort of duty it is.
    #[must_use]
    pub fn template(self) -> DutyTemplate {
        match self {
            Self::Dsn => DutyTemplate::Dsn,
            Self::Vat => DutyTemplate::Vat,
            Self::TaxInstalment | Self::TaxBalance | Self::TaxReturn => DutyTemplate::Tax,
            Self::CfeDeposit | Self::CfeBalance => DutyTemplate::Cfe,
            Self::AgmCall | Self::Agm => DutyTemplate::Agm,
            Self::Mandates => DutyTemplate::Elections,
            Self::SharedServices | Self::AccountsFiled => DutyTemplate::Accounts,
            Self::Certificates => DutyTemplate::Insurance,
            Self::TrainingReport => DutyTemplate::Training,
            Self::QualiopiAudit => DutyTemplate::Qualiopi,
            Self::VariablePay | Self::Risks => DutyTemplate::Other,
        }
    }

    /// Whether who is paid or told waits until the next working day, where the day is none.
    pub(super) fn waits_for_work(self) -> bool {
        matches!(
            self.template(),
            DutyTemplate::Dsn | DutyTemplate::Vat | DutyTemplate::Cfe | DutyTemplate::Tax
        )
    }
}
