using System.Text.Json.Serialization;

namespace Sendra.Domain.Access;

/// <summary>What an API key may do.</summary>
// The numbers are stored as bits of one: add, never renumber.
public enum ApiKeyScope
{
    /// <summary>Send events, one by one or in batches, dry runs too.</summary>
    [JsonStringEnumMemberName("events:send")]
    SendEvents = 1,

    /// <summary>Read everything but keys, members and invitations.</summary>
    [JsonStringEnumMemberName("read")]
    Read = 2,

    /// <summary>Change everything but keys, members and invitations, and read as <see cref="Read"/> does. Not send events.</summary>
    [JsonStringEnumMemberName("manage")]
    Manage = 4,
}
