namespace Sendra.Domain.AuditLog;

/// <summary>Who did something.</summary>
// The numbers are stored: add, never renumber.
public enum ActorType
{
    /// <summary>A person.</summary>
    User = 1,

    /// <summary>A program, by an API key.</summary>
    ApiKey = 2,

    /// <summary>Sendra itself, or whoever operates it.</summary>
    System = 3,

    /// <summary>Somebody who wasn't signed in.</summary>
    Anonymous = 4,
}
