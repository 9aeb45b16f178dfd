namespace Sendra.Application.Access;

/// <summary>The result of removing a member.</summary>
public enum MemberRemoval
{
    /// <summary>The user is no longer a member.</summary>
    Removed,

    /// <summary>The user wasn't a member.</summary>
    NoMember,

    /// <summary>The user is the only owner.</summary>
    LastOwner,
}
