namespace Sendra.Domain.Workspaces;

/// <summary>What a member may do.</summary>
// The numbers are stored: add, never renumber.
public enum MemberRole
{
    /// <summary>Everything, members and keys included.</summary>
    Owner = 1,

    /// <summary>Everything but members and keys.</summary>
    Member = 2,
}
