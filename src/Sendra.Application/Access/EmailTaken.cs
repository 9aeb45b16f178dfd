using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>An account with this email already exists.</summary>
public static class EmailTaken
{
    /// <summary>The refusal.</summary>
    public static ConflictException Exception() => new("emailTaken", "An account with this email already exists.");
}
