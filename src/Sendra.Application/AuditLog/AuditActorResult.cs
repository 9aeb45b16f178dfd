using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog;

/// <summary>Who did something.</summary>
/// <param name="Type">A user, an API key, Sendra itself, or somebody who wasn't signed in.</param>
/// <param name="Id">The id of the user or API key; null for others.</param>
/// <param name="Name">The user's email, or the API key's name at the time; null for others.</param>
public sealed record AuditActorResult(ActorType Type, Guid? Id, string? Name);
