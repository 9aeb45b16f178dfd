using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Outbox;

/// <summary>What a workspace has sent, as it is saved (M6).</summary>
/// <param name="Limit">Its limits.</param>
/// <param name="OpensAt">When those that wait are looked at next.</param>
internal sealed record MailCount(WorkspaceId WorkspaceId, SendingLimit Limit, SendingUsage Usage, DateTimeOffset OpensAt);
