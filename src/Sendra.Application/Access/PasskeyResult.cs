namespace Sendra.Application.Access;

/// <summary>A passkey of a person.</summary>
/// <param name="Id">The passkey's id.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastUsedAt">When it was last used; null if never.</param>
/// <param name="IsSynced">True if a password manager or the maker of the device has a copy of it.</param>
public sealed record PasskeyResult(PasskeyId Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, bool IsSynced)
{
    /// <summary>The maximum length of a name in characters.</summary>
    public const int MaxNameLength = 100;
}
