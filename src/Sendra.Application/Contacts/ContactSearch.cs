using Sendra.Domain.Common;

namespace Sendra.Application.Contacts;

/// <summary>Words that a contact's names or address must have, each in any part of them.</summary>
/// <param name="Words">Each as it would stand in a name (see <see cref="SearchText"/>) and as it would stand in an address.</param>
public sealed record ContactSearch(IReadOnlyList<(string InName, string InEmail)> Words)
{
    /// <summary>Words beyond these are not looked for.</summary>
    public const int MaxWords = 5;

    /// <summary>Reads what somebody typed; null when it has no words.</summary>
    public static ContactSearch? Of(string? text)
    {
        (string InName, string InEmail)[] words =
        [
            .. (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => (SearchText.Fold(word), word.ToLowerInvariant()))
                .Where(word => word.Item1.Length > 0)
                .Take(MaxWords),
        ];
        return words.Length == 0 ? null : new ContactSearch(words);
    }
}
