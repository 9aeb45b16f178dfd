using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>An effect that somebody wants to claim, as it was read.</summary>
/// <param name="Effect">As it was read.</param>
/// <param name="Id">The fencing value of the claim.</param>
/// <param name="Now">The time of the claim.</param>
/// <param name="Until">When somebody else may claim it.</param>
/// <param name="Request">What is handed over, when this is the first claim.</param>
internal sealed record EffectClaim(Effect Effect, ClaimId Id, DateTimeOffset Now, DateTimeOffset Until, byte[]? Request)
{
    /// <summary>True for the first claim of an email that will be handed over.</summary>
    public bool IsFirstOfMail { get; init; }

    /// <summary>Why it is put off instead, if there is something to say.</summary>
    public string? Problem { get; init; }
}
