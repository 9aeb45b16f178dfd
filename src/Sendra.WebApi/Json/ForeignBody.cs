using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Json;

/// <summary>
/// A body that another product's client wrote. It is JSON whatever its Content-Type says, and what the contract has no name for is kept
/// in <see cref="Others"/>, so that it can be used or named, and is never dropped in silence.
/// </summary>
public abstract record ForeignBody
{
    /// <summary>All fields without a name of their own, in their order.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];

    /// <summary>The names of <see cref="Others"/>; null says nothing, so it needs no naming.</summary>
    internal IEnumerable<string> NotUsed() => Others.Where(other => other.Value.ValueKind != JsonValueKind.Null).Select(other => other.Key);
}
