using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Messages;

namespace Sendra.Infrastructure.Outbox;

/// <summary>An effect that is ready to be claimed and done.</summary>
/// <param name="Due">The effect.</param>
/// <param name="Receiver">Who is asked to do it: no receiver gets too much at once.</param>
/// <param name="Request">What is handed over, compressed, when this is the first try.</param>
/// <param name="Perform">Does it, without a transaction.</param>
internal sealed record PreparedEffect(
    DueEffect Due, string Receiver, byte[]? Request, Func<CancellationToken, Task<EffectResult>> Perform)
{
    /// <summary>What the claim of a mail keeps and asks; null when it is none.</summary>
    public MailClaim? Mail { get; init; }

    /// <summary>When to look at it again, if it can't be done now.</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    /// <summary>Why it can't be done now.</summary>
    public string? Problem { get; private init; }

    /// <summary>One that can't be done now.</summary>
    /// <param name="problem">Why, for people.</param>
    public static PreparedEffect Later(DueEffect due, DateTimeOffset until, string problem) =>
        new(due, "", null, _ => throw new InvalidOperationException("An effect was claimed that is not to be done yet."))
        {
            NotBefore = until,
            Problem = Text.Truncate(problem, Effect.MaxProblemLength),
        };
}
