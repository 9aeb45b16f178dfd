namespace Sendra.Application.Access;

/// <summary>What came of removing a member.</summary>
public enum MemberRemoval
{
    /// <summary>The user is no member any more.</summary>
    Removed,

    /// <summary>The user was no member.</summary>
    NoMember,

    /// <summary>The user is the only owner.</summary>
    LastOwner,
}
