using System.Text.Json;

namespace Sendra.Domain.Common;

/// <summary>Reads text from JSON of any origin without ever throwing.</summary>
internal static class JsonText
{
    /// <summary>The text of a JSON string; null for anything else, and for what is no Unicode (half a surrogate pair).</summary>
    internal static string? TextOrNull(this JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
