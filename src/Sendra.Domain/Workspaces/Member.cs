using Sendra.Domain.Common;

namespace Sendra.Domain.Workspaces;

/// <summary>A user's place in a workspace.</summary>
public sealed class Member : IWorkspaceOwned
{
    private Member(Guid workspaceId, Guid userId, MemberRole role, DateTimeOffset joinedAt)
    {
        WorkspaceId = workspaceId;
        UserId = userId;
        Role = role;
        JoinedAt = joinedAt;
    }

    /// <inheritdoc />
    public Guid WorkspaceId { get; }

    /// <summary>The user.</summary>
    public Guid UserId { get; }

    /// <summary>What the user may do here.</summary>
    public MemberRole Role { get; }

    /// <summary>Since when.</summary>
    public DateTimeOffset JoinedAt { get; }

    /// <summary>Lets a user in.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="userId">The user.</param>
    /// <param name="role">What the user may do here.</param>
    /// <param name="now">The time.</param>
    public static Member Join(Guid workspaceId, Guid userId, MemberRole role, DateTimeOffset now) => new(workspaceId, userId, role, now);
}
