using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>There is an account with the address already.</summary>
public static class EmailTaken
{
    /// <summary>The refusal.</summary>
    public static ConflictException Exception() => new("emailTaken", "There is an account with this email address already.");
}
