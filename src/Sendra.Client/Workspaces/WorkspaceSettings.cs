namespace Sendra.Client.Workspaces;

/// <summary>The settings of a workspace.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>How many days events are kept, 1 to 3,650; null (the default) keeps them forever.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>The workspace's time zone, by its name in the tz database. Default: <c>UTC</c>.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>The custom field that holds a contact's own time zone, or null.</summary>
    public string? ContactTimeZoneField { get; init; }

    /// <summary>
    /// How many days the content of calls and their responses are kept, 1 to 3,650; 30 by default. After that, only their status remains.
    /// </summary>
    public int ContentDays { get; init; }

    /// <summary>Who email comes from.</summary>
    public Sender? Sender { get; init; }

    /// <summary>How many emails are sent in a second, 1 to 10,000; null (the default) for no limit.</summary>
    public int? MessagesPerSecond { get; init; }

    /// <summary>How many emails are sent in a day of the workspace's time zone, 1 to 100,000,000; null (the default) for no limit.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>How many days the audit log is kept, 1 to 3,650; null (the default) keeps it forever.</summary>
    public int? AuditDays { get; init; }

    /// <summary>
    /// The secret that signs the calls of <c>callUrl</c> steps by Standard Webhooks, as <c>whsec_…</c>. Only owners' sessions get it; null
    /// for all others.
    /// </summary>
    public string? SigningSecret { get; init; }
}
