using System.Text.Json.Serialization;

namespace Sendra.Domain.Access;

/// <summary>What an API key can do.</summary>
// The numbers are stored as bits of one: add, never renumber.
public enum ApiKeyScope
{
    /// <summary>Send events, one by one or in batches, including dry runs.</summary>
    [JsonStringEnumMemberName("events:send")]
    SendEvents = 1,

    /// <summary>Read everything except keys, members and invitations.</summary>
    [JsonStringEnumMemberName("read")]
    Read = 2,

    /// <summary>Change everything except keys, members and invitations, and read what <see cref="Read"/> can. It can't send events.</summary>
    [JsonStringEnumMemberName("manage")]
    Manage = 4,
}
