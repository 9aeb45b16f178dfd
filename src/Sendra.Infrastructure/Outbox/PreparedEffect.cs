using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Outbox;

/// <summary>An effect that is ready to be claimed and done.</summary>
/// <param name="Due">The effect.</param>
/// <param name="Receiver">Who is asked to do it: no receiver gets too much at once.</param>
/// <param name="Request">What is handed over, compressed, when this is the first try.</param>
/// <param name="Perform">Does it, without a transaction.</param>
internal sealed record PreparedEffect(
    DueEffect Due, string Receiver, byte[]? Request, Func<CancellationToken, Task<EffectResult>> Perform);
