namespace Sendra.Domain.AuditLog;

/// <summary>To what it was done.</summary>
// The numbers are stored: add, never renumber.
public enum AuditTargetType
{
    /// <summary>The workspace and its settings.</summary>
    Workspace = 1,

    /// <summary>The secret that signs the workspace's calls.</summary>
    SigningSecret = 2,

    Member = 3,

    /// <summary>How a member signs in.</summary>
    Account = 4,

    Invitation = 5,

    ApiKey = 6,

    EventSource = 10,

    EventPattern = 11,

    CustomField = 12,

    Automation = 13,

    Template = 14,

    Enrollment = 15,

    Contact = 20,

    /// <summary>Contacts together, in an export or an import.</summary>
    Contacts = 21,

    Suppression = 22,

    /// <summary>The log of events.</summary>
    Events = 23,

    /// <summary>This log.</summary>
    AuditLog = 24,
}
