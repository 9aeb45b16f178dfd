namespace Sendra.Application.Access;

/// <summary>Who can sign up. Whatever it says, the first person can: somebody must begin.</summary>
public enum SignUp
{
    /// <summary>Everyone.</summary>
    Open,

    /// <summary>People with an invitation to a workspace.</summary>
    Invited,

    /// <summary>Nobody. Invitations are for people who have an account.</summary>
    Off,
}
