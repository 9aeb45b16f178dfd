namespace Sendra.Domain.Workspaces;

/// <summary>What a member can do.</summary>
// The numbers are stored: add, never renumber.
public enum MemberRole
{
    /// <summary>Everything, including members and keys.</summary>
    Owner = 1,

    /// <summary>Everything except members and keys.</summary>
    Member = 2,
}
