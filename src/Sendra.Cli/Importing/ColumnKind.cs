namespace Sendra.Cli.Importing;

/// <summary>What a column of events becomes.</summary>
internal enum ColumnKind
{
    Ignored,
    Email,
    ExternalId,
    EventName,
    OccurredAt,

    /// <summary>All event properties, as JSON.</summary>
    EventProperties,

    /// <summary>All contact properties, as JSON.</summary>
    ContactProperties,

    /// <summary>One event property.</summary>
    Property,

    /// <summary>One contact property.</summary>
    ContactProperty,
}
