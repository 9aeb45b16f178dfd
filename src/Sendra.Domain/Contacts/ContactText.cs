using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>What text a contact may hold: the same on every database, of which one can't store NUL.</summary>
internal static class ContactText
{
    /// <summary>What is wrong with a value that should be text, or null.</summary>
    public static string? Problem(JsonElement value, int maxLength)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return "must be text";
        }

        var text = value.GetString()!;
        return text.Length > maxLength ? $"must be at most {maxLength} characters"
            : text.Contains('\0', StringComparison.Ordinal) ? "must not contain NUL"
            : Text.HasLoneSurrogate(text) ? "must be valid Unicode"
            : null;
    }
}
