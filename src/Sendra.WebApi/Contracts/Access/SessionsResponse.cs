namespace Sendra.WebApi.Contracts.Access;

/// <summary>The sessions of the signed-in user, the one used last first.</summary>
/// <param name="Items">All of them.</param>
public sealed record SessionsResponse(IReadOnlyList<SessionItem> Items);
