using Sendra.Domain.Common;

namespace Sendra.Domain.Messages;

/// <summary>
/// An address that may not be mailed (M3). It is known by its keyed hash, so that it stays suppressed when its person is erased and
/// <see cref="Email"/> goes.
/// </summary>
public sealed class Suppression : IWorkspaceOwned
{
    private Suppression(
        SuppressionId id,
        WorkspaceId workspaceId,
        AddressHash addressHash,
        string? email,
        SuppressionScope scope,
        SuppressionOrigin origin,
        DateTimeOffset? unsubscribedAt,
        MessageId? messageId)
    {
        Id = id;
        WorkspaceId = workspaceId;
        AddressHash = addressHash;
        Email = email;
        Scope = scope;
        Origin = origin;
        UnsubscribedAt = unsubscribedAt;
        MessageId = messageId;
    }

    /// <summary>Carries <see cref="At"/>. A suppression that becomes wider gets a new one.</summary>
    public SuppressionId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>See <see cref="Contacts.AddressKey"/>.</summary>
    public AddressHash AddressHash { get; }

    /// <summary>The normalized address; null when its person was erased.</summary>
    public string? Email { get; }

    public SuppressionScope Scope { get; }

    public SuppressionOrigin Origin { get; }

    /// <summary>Since when it is suppressed as it is now.</summary>
    public DateTimeOffset At => TimeOrderedId.TimeOf(Id);

    /// <summary>When the person asked for no more marketing; it holds whatever else suppresses the address. Null when they didn't.</summary>
    public DateTimeOffset? UnsubscribedAt { get; }

    /// <summary>The message that led to it, where one did.</summary>
    public MessageId? MessageId { get; }

    /// <summary>A suppression as it begins.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="email">The normalized address, or null when it is not kept.</param>
    /// <param name="messageId">The message that led to it, or null.</param>
    public static Suppression Of(
        SuppressionId id,
        WorkspaceId workspaceId,
        AddressHash addressHash,
        string? email,
        SuppressionScope scope,
        SuppressionOrigin origin,
        MessageId? messageId = null) =>
        new(id, workspaceId, addressHash, email, scope, origin, origin == SuppressionOrigin.Unsubscribe ? TimeOrderedId.TimeOf(id) : null, messageId);

    /// <summary>Why a message must not be sent to it, as a code; null when it may be (M4).</summary>
    public static string? ReasonToSkip(SuppressionScope scope, SuppressionOrigin origin, MessageKind kind) => (scope, origin, kind) switch
    {
        (SuppressionScope.Marketing, _, MessageKind.Transactional) => null,
        (SuppressionScope.Marketing, SuppressionOrigin.Unsubscribe, MessageKind.Marketing) => "unsubscribed",
        _ => "suppressed",
    };
}
