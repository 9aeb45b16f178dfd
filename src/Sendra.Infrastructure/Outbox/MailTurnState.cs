using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Outbox;

/// <summary>A workspace's limits and what it has used of them, as they were read without a lock (M6).</summary>
/// <param name="IsAwaited">True when emails wait their turn.</param>
/// <param name="IsOpen">True when they are to be looked at.</param>
internal sealed record MailTurnState(WorkspaceId WorkspaceId, SendingLimit Limit, SendingUsage Usage, bool IsAwaited, bool IsOpen);
