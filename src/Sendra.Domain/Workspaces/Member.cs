using Sendra.Domain.Common;

namespace Sendra.Domain.Workspaces;

/// <summary>A user's place in a workspace.</summary>
public sealed class Member : IWorkspaceOwned
{
    /// <summary>How many a workspace can have.</summary>
    public const int MaxPerWorkspace = 1_000;

    private Member(WorkspaceId workspaceId, UserId userId, MemberRole role, DateTimeOffset joinedAt)
    {
        WorkspaceId = workspaceId;
        UserId = userId;
        Role = role;
        JoinedAt = joinedAt;
    }

    public WorkspaceId WorkspaceId { get; }

    public UserId UserId { get; }

    /// <summary>What the user can do here.</summary>
    public MemberRole Role { get; }

    /// <summary>When the user joined.</summary>
    public DateTimeOffset JoinedAt { get; }

    /// <summary>Lets a user in.</summary>
    /// <param name="role">What the user can do here.</param>
    public static Member Join(WorkspaceId workspaceId, UserId userId, MemberRole role, DateTimeOffset now) => new(workspaceId, userId, role, now);
}
