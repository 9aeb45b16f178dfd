namespace Sendra.Domain.AuditLog;

/// <summary>Who does something, and from where.</summary>
/// <param name="Id">The user or the key; null for others.</param>
/// <param name="Name">The key's name, which its row takes along when it is revoked. A user's email is looked up instead, so that it is kept in one place.</param>
/// <param name="Address">The IP address; null without a request.</param>
/// <param name="UserAgent">What the program says it is.</param>
public readonly record struct Actor(ActorType Type, Guid? Id = null, string? Name = null, string? Address = null, string? UserAgent = null)
{
    /// <summary>Sendra itself.</summary>
    public static readonly Actor System = new(ActorType.System);

    /// <summary>The maximum length of an address in characters.</summary>
    public const int MaxAddressLength = 64;

    /// <summary>The maximum length of a user agent in characters; the rest is cut off.</summary>
    public const int MaxUserAgentLength = 300;

    /// <summary>The same, once it is known that it is this person.</summary>
    public Actor As(UserId userId) => this with { Type = ActorType.User, Id = userId.Value, Name = null };
}
