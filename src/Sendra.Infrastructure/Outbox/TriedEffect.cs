using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>What came of a claimed effect.</summary>
/// <param name="Effect">As it was before the claim.</param>
/// <param name="Run">Its run.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Place">The place that it has until it is recorded.</param>
/// <param name="Result">The result.</param>
/// <param name="MessageId">The message, when it is a mail.</param>
internal sealed record TriedEffect(Effect Effect, DueRun Run, ClaimId Claim, Place Place, EffectResult Result, MessageId? MessageId = null);
