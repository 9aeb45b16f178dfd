namespace Sendra.Domain.Enrollments;

/// <summary>What is special about a visit, for programs.</summary>
// The numbers are stored: add, never renumber.
public enum VisitCode
{
    /// <summary>Cancelled: an exit event arrived.</summary>
    ExitEvent = 1,

    /// <summary>Cancelled: somebody ended the run.</summary>
    ByHand = 2,

    /// <summary>Cancelled: the automation was archived.</summary>
    AutomationArchived = 3,

    /// <summary>The date that a wait depends on is missing or no date.</summary>
    DateMissing = 4,

    /// <summary>An update left out a property that is not declared.</summary>
    Undeclared = 5,

    /// <summary>An update left out a value that doesn't fit its property.</summary>
    InvalidValue = 6,

    /// <summary>An update left out a property for which no value was there.</summary>
    ValueMissing = 7,

    /// <summary>A text could not be rendered: an update left out its property, or a call was not made.</summary>
    TextFailed = 8,

    /// <summary>A call was answered with a status that says no.</summary>
    HttpError = 20,

    /// <summary>What was wanted outside was tried as often as may be.</summary>
    RetriesExhausted = 21,

    /// <summary>A call led to an address that may not be called.</summary>
    AddressRefused = 22,

    /// <summary>The receiver of a call has no valid certificate.</summary>
    CertificateInvalid = 23,

    /// <summary>A header of a call was rendered to what no header can be.</summary>
    HeaderInvalid = 24,

    /// <summary>The URL of a call was rendered to what no URL can be.</summary>
    UrlInvalid = 25,

    /// <summary>A call was redirected too often, or to where it may not follow.</summary>
    RedirectRefused = 26,

    /// <summary>A step would have sent an event that is too many events away from one that came from outside.</summary>
    TooDeep = 40,

    /// <summary>As many sent events wait in the workspace as may.</summary>
    TooManyEvents = 41,

    /// <summary>The schema of its name rejects the event.</summary>
    SchemaViolated = 42,

    /// <summary>The event has larger or deeper properties than events can have.</summary>
    EventTooLarge = 43,

    /// <summary>The mail server refused a mail for good.</summary>
    MailRefused = 60,

    /// <summary>The address of a mail can't receive mail: a hard bounce.</summary>
    Bounced = 61,

    /// <summary>No mail was sent: nobody is set up to send it.</summary>
    SenderMissing = 62,

    /// <summary>No marketing mail was sent: the contact has unsubscribed.</summary>
    Unsubscribed = 63,

    /// <summary>No mail was sent: the address may not be mailed.</summary>
    Suppressed = 64,

    /// <summary>No mail was sent: its template was deleted.</summary>
    TemplateMissing = 65,

    /// <summary>No mail was sent: its run had ended.</summary>
    Cancelled = 66,

    /// <summary>Nobody knows whether a mail was sent: a node stopped while it handed it over, and then the run ended.</summary>
    Unconfirmed = 67,
}
