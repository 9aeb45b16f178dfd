using Sendra.Domain.Common;

namespace Sendra.Domain.AuditLog;

/// <summary>One thing that somebody did. It is written with what it tells of, in one transaction, and never changed.</summary>
public sealed class AuditLine : IWorkspaceOwned
{
    private AuditLine(
        WorkspaceId workspaceId,
        AuditLineId id,
        ActorType actorType,
        Guid? actorId,
        string? actorName,
        AuditAction action,
        AuditTargetType targetType,
        string? targetId,
        string? targetName,
        AuditDetails? details,
        string? address,
        string? userAgent)
    {
        WorkspaceId = workspaceId;
        Id = id;
        ActorType = actorType;
        ActorId = actorId;
        ActorName = actorName;
        Action = action;
        TargetType = targetType;
        TargetId = targetId;
        TargetName = targetName;
        Details = details;
        Address = address;
        UserAgent = userAgent;
    }

    public WorkspaceId WorkspaceId { get; }

    public AuditLineId Id { get; }

    public ActorType ActorType { get; }

    /// <inheritdoc cref="Actor.Id" />
    public Guid? ActorId { get; }

    /// <inheritdoc cref="Actor.Name" />
    public string? ActorName { get; }

    public AuditAction Action { get; }

    public AuditTargetType TargetType { get; }

    /// <inheritdoc cref="AuditTarget.Id" />
    public string? TargetId { get; }

    /// <summary>See <see cref="AuditTarget.Name"/>. An erasure takes it away where it is the erased person's address; nothing else changes a line.</summary>
    public string? TargetName { get; }

    public AuditDetails? Details { get; }

    /// <inheritdoc cref="Actor.Address" />
    public string? Address { get; }

    /// <inheritdoc cref="Actor.UserAgent" />
    public string? UserAgent { get; }

    public DateTimeOffset At => TimeOrderedId.TimeOf(Id);

    /// <summary>A line.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    public static AuditLine Of(WorkspaceId workspaceId, AuditLineId id, Actor actor, AuditAction action, AuditTarget target, AuditDetails? details = null) => new(
        workspaceId,
        id,
        actor.Type,
        actor.Id,
        actor.Name,
        action,
        target.Type,
        target.Id,
        target.Name is { } name ? Text.Truncate(name, AuditTarget.MaxNameLength) : null,
        details,
        actor.Address,
        actor.UserAgent is { } agent ? Text.Truncate(agent, Actor.MaxUserAgentLength) : null);
}
