using Sendra.Domain.Enrollments;
using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Messages;

/// <summary>What is noted of a mail after a try.</summary>
/// <param name="Effect">What was tried, with its result.</param>
/// <param name="Claim">Whoever holds it may note.</param>
internal sealed record MailRecord(Effect Effect, ClaimId Claim)
{
    public MessageStatus Status => Effect switch
    {
        { State: EffectState.Open } => MessageStatus.Queued,
        { State: EffectState.Done, Status: null } => MessageStatus.Captured,
        { State: EffectState.Done } => MessageStatus.Sent,
        { State: EffectState.Failed, Code: VisitCode.Bounced } => MessageStatus.Bounced,
        { State: EffectState.Failed } => MessageStatus.Failed,
        _ => MessageStatus.Skipped,
    };

    public string? Code => Effect.State == EffectState.Cancelled ? MessageCode.Of(VisitCode.Cancelled) : Effect.Code is { } code ? MessageCode.Of(code) : null;

    public string? Reason => Effect.State == EffectState.Cancelled ? $"Its run had ended before the next try. The last one: {Effect.Problem}" : Effect.Problem;

    public DateTimeOffset? SentAt => Effect.State == EffectState.Done ? Effect.EndedAt : null;
}
